"""Other people's formats, in and out.

This room turns the bytes of foreign files into a draft, and a draft into argument files; and records into the bytes
of foreign files.  Whatever it cannot keep as it was it counts, in a loss report: nothing is dropped in silence, and
nothing is made up.  It opens no file and writes none.  One module a format; they share the draft, and know nothing of
each other.
"""
