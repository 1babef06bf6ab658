"""What the picture of a difference shows: a table of what was and is, and the claims that changed among their nearest.

As in the rest of the room: no colours, sizes or file formats.  How a change is said in a sentence comes in from
outside, so that a picture says what every other report says.

change_picture   the whole picture, its panels, and their cards
change_tables    what was and what is, row by row
change_tree      where cards stand: under which conclusion, and in which column
step_changes     which steps changed: what came, what went, and what stands beside it
claim_changes    what became of each claim: labels, notes, and what it said before
"""
