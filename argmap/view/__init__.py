"""Which pictures a document needs and what each shows: cards, steps and groups, by role.

This room knows what a reader should see and in what words.  It knows no fonts, colours, sizes or file formats.
"""
