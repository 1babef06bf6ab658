"""Which pictures there are and what each shows: cards, edges, panels and tables, by role and in words.

This room knows what a reader should see.  It knows no fonts, colours, sizes or file formats.

picture            what every picture has, and names of files; the map of an argument: cards, dots, edges, panels
tables             the pictures of a whole comparison: tables of answers, of agreement and of time; what decides
tables_and_trees   trees of cards, and the pictures of a difference
graph              the argument of documents as a graph; which side each claim is on
map_excerpt        which part of a graph one map shows
document_parts     a document that is too large for one map, cut into parts
map_composition    from an excerpt to cards, dots and edges; what becomes a stub
claim_cards        what a card says of a claim besides its text
document_maps      the maps of a document: all of it, its parts with an overview, around a claim, down to a depth
comparison         the pictures of a comparison
changes            the picture of a difference

Words come from `argmap.wording`.
"""
