"""A page as one HTML file that fetches nothing: records in, HTML out, and no logic.

escaping   the one function through which all text goes
document   the file: its policy, head, bar, views and data
views      the overview with its matrix, questions, texts, changes
trees      rows as nested lists
data       what the script needs, as JSON that cannot end its element
page.css   how it looks
page.js    what it does; without it everything can be read
live.js    what it does beside that while `argmap serve` shows it
"""
