"""argmap: say precisely what several authors argue, and where they part.

The rooms, ground floor first; each imports only from rooms before it:

programs   where another program is, if it can be trusted
source     texts, places in them, and findings about them
language   text -> statements -> syntax lines, and back (the formatter)
model      what the words mean: documents, issues, claims, steps
resolve    names -> records
merge      three versions of one file -> one
check      rules about the argument, beyond names
compare    who holds what, and how any two stand to each other
diff       what changed between two corpora, and how much that matters
wording    all of it in English: names, roles, stances, verdicts, changes, numbers
view       which picture a document, a comparison or a difference needs, without fonts or colours
render     picture -> DOT -> Graphviz -> SVG
report     findings, trees, comparisons and differences as text, Markdown, annotations
records    the JSON for programs: one table of fields a record, and its schema from the same table
workspace  files, settings, and what is kept between runs
git        the files of a side of a diff, and what git is told of argument files
project    files -> records, in one way for every command
api        the stages strung together
cli        one file a command
"""

__version__ = "0.1.0"
