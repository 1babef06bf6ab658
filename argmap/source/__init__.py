"""Texts, places in them, and findings about them.

This room knows characters, offsets and what a finding is made of.  It does not know the language, and it reads no file.
"""
