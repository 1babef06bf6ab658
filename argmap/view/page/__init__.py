"""What the page of a project shows: pure records from a comparison, and nothing about how they look.

records     what there is on a page: overview, questions, texts, claims, changes
compared    a project compared, as all views need it; the fragments under which things stand
whole_page  all of it; a card for each claim
overview    the first view: summary, what the disputes turn on, the biggest questions in dispute
matrix      who holds what, question by question
questions   a question with all that bears on it
outlines    the argument of a text, and the reasons of one side, as rows
sources     a source text in pieces, each with the claims that it grounds

What is counted, judged or found is so in `argmap.compare`; words come from `argmap.wording`.
"""
