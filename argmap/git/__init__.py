"""The project in git: the files of a side of a diff, the states that it had, and what git is told of argument files.

Whoever asks gets texts, as if they had been read on the disk; only this room starts git, and only through its plumbing.
Nothing is checked out, nothing is fetched, and nothing in a repository is written but its configuration, where somebody
asks for that.
"""
