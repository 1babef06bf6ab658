"""What changed between two corpora, said to people and to machines.

`difference_report` is what there is to say, `difference_page` lays it out for people, and each other file is a format.
Nothing is judged here, and nothing is read: what a change is called and how much it matters comes in with it.
"""
