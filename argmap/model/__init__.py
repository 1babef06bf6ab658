"""What the words mean: documents, issues, claims and the steps between them, as frozen values.

Ids stand between records instead of objects, so every record can be compared, hashed and printed however deep an
argument goes.  Places are kept on records but are no part of equality: two equal arguments are equal wherever they
stand.  This room does not know how anything is written, read or drawn.
"""
