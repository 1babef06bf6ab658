"""A page as one HTML file that fetches nothing: records in, HTML out, and no logic.

document  the file: its policy, head, bar, views, and the data that the script needs
views     the overview with its matrix, questions, texts, changes
elements  text, which goes through one function; words in parts; rows as nested lists
page.css  how it looks
page.js   what it does; without it everything can be read
live.js   what it does beside that while `argmap serve` shows it
"""
