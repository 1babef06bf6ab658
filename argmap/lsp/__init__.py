"""`argmap lsp`: a language server, which tells an editor what is known of argument files while they are written.

This room knows the protocol, how editors count positions, and how to stay quick; what is true of a project it asks the
rooms before it.  It needs the extra `lsp`, and nothing imports it but its own command.

positions     lines and columns as an editor counts them, and addresses of files
worker        when to check: after a pause, in a thread of its own, and never what is out of date
projects      the projects that are open, with the texts that are not saved
diagnostics   findings as an editor shows them
edits         formatting, renames and fixes as changes of text
features      what an editor may ask for, each answered by a function of the project as it stands
preview       the page of a project beside its text, each following the other
server        the server itself
"""
