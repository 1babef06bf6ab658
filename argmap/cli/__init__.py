"""The command line: one file a command.

This room turns words into calls of `argmap.api` and results into output and an exit code.  Each command is imported
only when it is called.
"""
