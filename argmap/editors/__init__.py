"""What editors are given: how lines look, as one table from which every grammar is made, and the files of each editor.

It knows the words and shapes of the language, and neither projects nor findings: those come from the server, to which
the editors here connect.
"""
