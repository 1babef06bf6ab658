"""Names -> records: where each is declared, what each use means, and which circles they make.

This room knows what the words of a file refer to, in that file and in all others.  Whether the argument is a good one
is left to `argmap.check`.
"""
