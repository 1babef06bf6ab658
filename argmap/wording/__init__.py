"""English: every word that people read about the model, whatever shows it.

Names of people and documents, attitudes, strengths, roles of steps, relations of links, stances, verdicts and changes
are put into words here and nowhere else.  A function takes values of the model, of a comparison or of a difference, and
gives a text, or a text in parts that say what stands out and what is an id; how that looks is for the rooms above.
"""
