"""All that is told: for a terminal, for people who read it in a log or a browser, for other programs.

What a command tells people is a page (`page`): blocks in their order, made by a function a command (`document_page`,
`comparison_page`, `difference_page`, `history_page`, `explanation_page`), and shown in one of its formats
(`page.PageFormat`) by `terminal`, `markdown` or `html`.  Findings have forms of their own.

This room takes values and gives text back.  It does not read a file, does not know whether somebody looks at a
terminal, and decides nothing about an argument; it knows how text from anybody is shown without doing harm.
"""
