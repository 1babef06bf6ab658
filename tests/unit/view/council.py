"""Three questions about a council, on which several tests of pictures let authors differ."""

ISSUES = """\
issue lead: Who should lead?
  position council: The council
  position states: The states

issue act: Can the council act?
  position yes: It can
  position partly: In part
  position no: It cannot
  order: yes > partly > no

issue united: Are its members united?
  position yes: They are
  position no: They are not

actor ministry: The ministry
"""
