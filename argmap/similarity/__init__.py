"""How likely it is that two texts say the same: measured on public pairs, and told in bands.

Texts go in and bands come out; what a claim or a document is, is not known here.
"""
