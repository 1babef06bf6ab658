"""A project of three short documents about trams: two authors conflict, agree, and turn on a deeper conflict."""

FILES = {
    "arguments/shared/issues.argmap": """\
issue trams: Should the town build trams?
  position yes: It should
  position no: It should not
issue noise: Are trams quiet?
  position yes: They are
  position no: They are not
issue air: Is the air of the town good?
  position yes: It is
  position no: It is not
actor council: The town council
link first.debt contradicts second.rich: One is broke or is not.
""",
    "arguments/first.argmap": """\
document first: Trams now
  author author-a: Author A
  date: 2020
claims build (should): The town should build trams.
  answers trams: yes
  because quiet: Trams are quiet.
    answers noise: yes
claims air: The air is bad.
  answers air: no
claims debt: The town is in debt.
reports owes from council: The town owes nothing.
""",
    "arguments/second.argmap": """\
document second: No trams
  author author-b: Author B
  date: 2021
claims leave (should): The town should leave its streets as they are.
  answers trams: no
  because loud: Trams are loud.
    answers noise: no
claims bad-air: The air stinks.
  answers air: no
claims rich: The town is rich.
""",
    "arguments/third.argmap": """\
document third: A walk through the town
  author author-c: Author C
claims nice: The town is nice.
""",
}
