"""What argmap publishes as JSON, for programs: one table of fields a record, one file a document.

From a table a value is written, and its JSON Schema (``--schema``) and its page (``argmap explain json``) are made: who
adds a line to a table has added a key to all three.  `fields` says what a table is made of.  Nothing tells when or
where it was made: the same records are the same bytes.
"""
