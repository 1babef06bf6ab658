"""A comparison as a page for people, and as JSON and CSV for programs.

`comparison_report` chooses and orders what is told; `comparison_page` lays it out, and each other file is a part of it.
"""
