"""Three versions of one argument file -> one: what two sides changed, put together statement by statement.

It goes by ids, as people do when they speak of a claim, and not by the neighbourhood of lines.  Like the formatter, it
works on the lines of a file and knows no other file: whether the names in the result mean anything, `check` says.
"""
