"""What the picture of a difference shows: a table of what was and is, and the claims that changed among their nearest.

As in the rest of the room, there are no colours, sizes or file formats here.  How a change is said in a sentence comes
in from outside, so that a picture says what every other report says.
"""
