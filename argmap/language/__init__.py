"""The language: text is cut into statements, each is parsed alone into lines with places, and printed back.

This room knows words and shapes.  It does not know what a name refers to: that is `argmap.resolve`.
"""
