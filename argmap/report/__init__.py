"""Findings, trees and the model as text: for a terminal, for people who read it in a log, for other programs.

This room takes values and gives text back.  It does not read a file, does not know whether somebody looks at a
terminal, and decides nothing about an argument; it knows how text from anybody is shown without doing harm.
"""
