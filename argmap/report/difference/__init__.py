"""What changed between two corpora, said to people and to machines.

`difference_report` is what there is to say, `difference_page` lays it out for people, `history` commit by commit,
`change_annotations` for programs that show changes beside lines, `github_comment` for a review.
Nothing is judged here, and nothing is read: what a change is called and how much it matters comes in with it.
"""
