"""The files of a project understood: parsed, resolved, checked and weighed, in one way for whoever asks.

This room knows what settings mean for findings and changes, what was found before on the same input, and in which
surroundings a single text is read.  It decides nothing about arguments, and tells nobody.
"""
