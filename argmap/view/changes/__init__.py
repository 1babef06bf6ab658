"""What the picture of a difference shows: each changed claim, before and now, and what follows from that.

As in the rest of the room: no colours, sizes or file formats.  How a change is said in a sentence comes in from
outside, so that a picture says what every other report says.

change_picture   the whole picture: its rows, and where each claim stands
step_changes     which steps changed: what came, what went, and what stands beside it
claim_changes    what became of each claim: labels, notes, and what it said before
"""
