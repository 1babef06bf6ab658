"""Who holds what on each issue, how any two of them stand to each other, and what their disagreement turns on.

This room takes a corpus and gives values: stances, alignments, cruxes, numbers.  Nothing is put in anybody's mouth:
what only follows is marked with the chain from which it follows, what is reported is the actor's and not the author's,
and what cannot be compared is said to be so.  Results do not depend on the order of files or statements,
and no verdict on how ids are spelt.  It knows nothing of pictures, reports or commands.
"""
