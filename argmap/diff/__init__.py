"""What changed between two corpora, in three steps kept apart: what differs, does it matter, and (in `report`) how to
say it.

`pairing` says which old thing is which new one, `differ` what differs between them, `kinds` how much that
matters.  This room compares values; where the two corpora come from (files, revisions, editors) it does not know.
"""
