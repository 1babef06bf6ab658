"""What an editor is answered about a project: what stands at a place, what may stand there, and where else it does.

Every answer is a function of a project's state and of places in its files, and gives plain values.  This room knows no
protocol, reads no file and keeps nothing but indexes of files that have not changed.  What stands in a gap of the
syntax, since it is being typed, is answered from its line and the lines above it.
"""
