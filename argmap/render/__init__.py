"""From a picture to an SVG file: measured text, DOT, the layout engine, and a last pass that lets nothing else through.

This room knows fonts, colours and how the engine is started.  It does not know what an argument is.
"""
