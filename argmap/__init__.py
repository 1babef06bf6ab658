"""argmap: say precisely what several authors argue, and where they part.

The rooms, ground floor first; each imports only from rooms before it:

source     texts, places in them, and findings about them
language   text -> statements -> syntax lines, and back (the formatter)
model      what the words mean: documents, issues, claims, steps
resolve    names -> records
check      rules about the argument, beyond names
compare    who holds what, and how any two stand to each other
wording    the model, verdicts and changes in English
view       which picture a document needs, without fonts or colours
render     picture -> DOT -> Graphviz -> SVG
report     findings, trees and comparisons as text, Markdown, JSON, annotations
workspace  files, settings, and what changed since last time
api        the stages strung together
cli        one file a command
"""

__version__ = "0.1.0"
