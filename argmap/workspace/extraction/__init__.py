"""Texts taken out of files that are no plain text: HTML, DOCX, EPUB and PDF.

A file comes from anybody.  Whatever is wrong with it ends in `Unreadable` or in a gap that the text admits; reading
takes time in line with what there is to read, fetches nothing and runs nothing that stands in a file.
"""
