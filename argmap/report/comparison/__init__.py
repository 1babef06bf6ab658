"""A comparison as a page for people, in a terminal or as Markdown, and as CSV for programs.

`account` chooses and orders what is told, the other files say it in words, and each format shows the same page.
"""
