"""What the pictures of a comparison show: matrices, boards of tiles, and a network, in words and roles.

As in the rest of the room, there are no colours, sizes or file formats here.
"""
