"""What an analyst should look at: claims that may answer, links that may be missing, sentences that no claim covers.

Nothing here decides anything.  A suggestion says what speaks for it and which lines would take it into the files.
"""
