"""Findings for people and for machines: in full, one a line, as annotations beside lines.

Every format takes the findings and the texts that they are about, by file name, and gives one string back; a finding
about a file that has no text here (it could not be read) is shown without an excerpt.  Nothing is sorted or left
out: what comes in goes out, in its order.
"""
