"""What the pictures of a comparison show.  As in the rest of the room: no colours, sizes or file formats.

comparison_pictures   all pictures of a comparison, each made when it is asked for
comparison_context    what they share: names of holders, and where each picture and each claim is
stance_matrix         issues by holders: authors, or the actors whom they show
issue_map             one issue with everybody who speaks on it
side_by_side          two authors on one question, with the reasons of each
crux_map              what conflicts turn on
timeline              one author from text to text
network               who agrees with whom
"""
