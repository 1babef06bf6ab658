"""What the pictures of a comparison show.  As in the rest of the room: no colours, sizes or file formats.

comparison_pictures   all pictures of a comparison, each made when it is asked for
comparison_context    what they share: names of holders, and where each picture and each claim is
answer_marks          one answer as a mark, as the tables show it
disputed_questions    who disagrees on which question, and how much that weighs: counted once for all pictures
stance_matrix         questions by texts, and the same for the voices in them
agreement_grid        how far any two texts agree
timeline              what later texts have overtaken, what came of forecasts, one author from text to text
crux_map              which questions decide others
issue_map             one issue with everybody who speaks on it
side_by_side          two authors on one question, with the reasons of each
"""
