"""`argmap lsp`: a language server, which tells an editor what is known of argument files while they are written.

This room knows the protocol, how editors count positions, and how to stay quick; what is true of a project it asks the
rooms before it.  It needs the extra `lsp`, and nothing imports it but its own command.

protocol      messages as they come and go
positions     lines and columns as an editor counts them, and addresses of files
worker        when to check: after a pause, in a thread of its own, and never what is out of date
projects      the projects that are open, with the texts that are not saved
disk          what changes outside the editor
diagnostics   findings as an editor shows them
edits         formatting, renames and fixes as changes of text
past          what changed since a branch began
preview       the page of a project beside its text, each following the other
server        what the editor tells, what the worker finds, and what is known of a file at one moment
places        what is asked for at one place: completion, hover, definitions, grounds and consequences
decorations   what is shown beside a text: outline, colours, hints, lines above claims
features      all that may be asked for, with changes of text and commands
"""
