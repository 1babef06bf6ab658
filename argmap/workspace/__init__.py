"""The project on disk: where it is, what its files hold, its settings, and writing without losing anything.

This room reads and writes bytes; it does not parse arguments and draws nothing.  It touches no file outside the
project, save in the user's own cache folder, and a name that comes from a document never leads out of a folder.
"""
