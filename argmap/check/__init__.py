"""Rules about the argument: one family of rules a file, one rule a function.

This room takes a corpus whose names are resolved and says what is wrong, doubtful or untidy in it.  It knows nothing
of how findings are shown or levelled.
"""
