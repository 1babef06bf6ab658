"""Which pictures there are and what each shows: rows, notes and tables, by role and in words.

This room knows what a reader should see.  It knows no fonts, colours, sizes or file formats.

picture            what every picture has, and names of files
drawings           pictures under the names of their files
outline            rows in reading order: maps, disputes, questions and differences are all outlines
tables             the pictures of a whole comparison: tables of answers, of agreement and of time; what decides
graph              the argument of documents as a graph; which side each claim is on
reading_order      in what order an argument is read, and where a subtree is cut off that is too large or too deep
claim_rows         what a row says of a claim, and of what it does there
claim_marks        what a comparison says of single claims
document_records   what the pictures of a document are made of
document_maps      the maps of a document: all of it, its parts with an overview, around a claim, down to a depth
comparison         the pictures of a comparison
changes            the picture of a difference

Words come from `argmap.wording`.
"""
