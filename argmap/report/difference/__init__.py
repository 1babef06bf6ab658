"""What changed between two corpora, said to people and to machines, one format a file.

Every format takes a `Told` and gives one string back.  Nothing is judged here, and nothing is read: what a change is
called and how much it matters comes in with it.
"""
