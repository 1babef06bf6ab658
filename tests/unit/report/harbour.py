"""A small project, and edits to it of every kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import attrs
from town import read

from argmap.diff.differ import diff
from argmap.diff.difference import Difference
from argmap.diff.significance import judge
from argmap.report.difference.difference_page import WEB_TITLE, comment_page, terminal_page, web_page
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.github_comment import github_comment
from argmap.report.html import html
from argmap.report.markdown import Links
from argmap.report.terminal import terminal
from argmap.report.terminal_text import PLAIN, Palette
from argmap.source.text import SourceText

Texts = Mapping[str, SourceText]

SHARED = """issue deepen: Should the harbour be deepened?
  position yes: Yes, to sixteen metres
  position partly: Only the fairway
  position no: No
  order: yes > partly > no
issue fish: Would the fish suffer?
  position yes: They would
  position no: They would not
issue who: Who should pay for it?
  position town: The town
  position state: The state
  position users: Whoever uses it
  compatible: town, state
actor fishers: The fishers of the bay
actor port: The port authority
term harbour: The basin and its fairway
"""
OFFICE = """document office: Room for larger ships
  author planner: The planning office
  date: 2021-03
  source: office.txt
section: What to do
claims deepen: The harbour can be deepened without harm to anybody.
  answers deepen: yes
  because larger: Ships grow larger every year.
  and rivals: The rival harbours are deepening their basins.
  because jobs (likely): The work gives jobs to the town.
  despite cost: The work is expensive.
  undercut grants: Half of it is paid by grants.
  if calm: The bay stays calm.
claims no-harm: The fish in the bay will not suffer from the dredging.
  answers fish: no
  because elsewhere: In two other bays the fish came back.
reports port-view from port: The port can wait for ten years.
  answers deepen: partly
section: What it costs
claims price: The work costs forty million.
  kind: fact
  as-of: 2020
claims town-pays: The town should pay.
  answers who: town
"""
UNION = """document union: Leave the bay alone
  author fisher: The union of fishers
  author keeper: The keeper of the bay
  date: 2022
claims leave: The harbour should stay as it is.
  answers deepen: no
  because herring: The herring would suffer.
    answers fish: yes
"""
CLUB = """document club: Wait and see
  author sailors: The sailing club
  date: 2023
claims wait: Only the fairway needs to be deeper.
  answers deepen: partly
claims fish-too: The fish would not suffer.
  answers fish: no
"""
LINKS = """link office.elsewhere in-tension-with union.herring: Other bays are other bays.
"""
FILES = {"shared": SHARED, "office": OFFICE, "union": UNION, "club": CLUB, "links": LINKS}


@attrs.frozen
class Edit:
    """Replacing a text of one file by another."""

    file: str
    old: str
    new: str


def told(*edits: Edit, back: bool = False, **more: object) -> DiffReport:
    """What there is to say of some edits, or of taking them back."""
    difference, old_texts, new_texts = _difference(edits, back)
    settled = {"judged": tuple(judge(difference.changes)), "old_texts": old_texts, "new_texts": new_texts}
    return DiffReport(difference=difference, **(settled | more))  # type: ignore[arg-type]


@cache
def _difference(edits: tuple[Edit, ...], back: bool) -> tuple[Difference, Texts, Texts]:
    """Many tests ask for the same ones, and none can change what it gets."""
    files = dict(FILES)
    for edit in edits:
        assert files[edit.file].count(edit.old) == 1, edit
        files[edit.file] = files[edit.file].replace(edit.old, edit.new)
    sides = [read(**FILES), read(**{name: text for name, text in files.items() if text})]
    (old, old_texts), (new, new_texts) = reversed(sides) if back else sides
    return diff(old, new), old_texts, new_texts


EDITS: Mapping[str, tuple[Edit, ...]] = {
    "the opposite answer": (
        Edit("office", "can be deepened without", "cannot be deepened without"),
        Edit("office", "answers deepen: yes", "answers deepen: no"),
    ),
    "the same answer rejected": (Edit("office", "claims no-harm: The fish", "denies no-harm: The fish"),),
    "an answer taken away": (Edit("office", "  answers fish: no\n", ""),),
    "a step along the scale": (Edit("club", "answers deepen: partly", "answers deepen: no"),),
    "a reason beside the only ones": (
        Edit(
            "union",
            "  because herring: The herring would suffer.\n",
            "  because calm-there: It is calm there.\n  because herring: The herring would suffer.\n",
        ),
    ),
    "left open": (Edit("office", "answers fish: no", "answers fish: open"),),
    "more firmly": (Edit("office", "claims town-pays:", "claims town-pays (must):"),),
    "no condition": (Edit("office", "  if calm: The bay stays calm.\n", ""),),
    "an actor says otherwise": (Edit("office", "answers deepen: partly", "answers deepen: no"),),
    "somebody else's": (Edit("office", "claims town-pays:", "reports town-pays from port:"),),
    "one holder more": (Edit("office", "reports port-view from port:", "reports port-view from port, fishers:"),),
    "another holder": (Edit("office", "reports port-view from port:", "reports port-view from fishers:"),),
    "only supposed": (Edit("office", "claims price:", "supposes price:"),),
    "denied": (Edit("office", "claims price:", "denies price:"),),
    "other words": (Edit("office", "The work costs forty million", "The dredging costs forty million"),),
    "a claim gone": (Edit("office", "claims town-pays: The town should pay.\n  answers who: town\n", ""),),
    "split": (
        Edit(
            "office",
            "claims price: The work costs forty million.\n",
            "claims dredging: The dredging costs thirty million.\n  was: price\n"
            "claims quays: The quays cost ten million.\n  was: price\n",
        ),
    ),
    "another id": (
        Edit(
            "office",
            "claims price: The work costs forty million.\n",
            "claims costs: The work costs forty million.\n  was: price\n",
        ),
    ),
    "another section": (
        Edit(
            "office",
            "section: What it costs\n",
            "claims town-pays: The town should pay.\n  answers who: town\nsection: What it costs\n",
        ),
        Edit(
            "office", "  as-of: 2020\nclaims town-pays: The town should pay.\n  answers who: town\n", "  as-of: 2020\n"
        ),
    ),
    "another year": (Edit("office", "as-of: 2020", "as-of: 2021"),),
    "a reason against": (Edit("office", "because jobs", "despite jobs"),),
    "a reason gone": (Edit("office", "  because jobs (likely): The work gives jobs to the town.\n", ""),),
    "a premise gone": (Edit("office", "  and rivals: The rival harbours are deepening their basins.\n", ""),),
    "each on its own": (Edit("office", "  and rivals", "  because rivals"),),
    "no concession": (
        Edit(
            "office", "  despite cost: The work is expensive.\n  undercut grants: Half of it is paid by grants.\n", ""
        ),
    ),
    "no doubt": (Edit("office", "  undercut grants: Half of it is paid by grants.\n", ""),),
    "no grounds": (
        Edit("office", "  because elsewhere: In two other bays the fish came back.\n", ""),
        Edit("links", LINKS, ""),
    ),
    "no link": (Edit("links", LINKS, ""),),
    "another link": (Edit("links", "in-tension-with", "contrary-to"),),
    "a question gone": (
        Edit("shared", SHARED[SHARED.index("issue who") : SHARED.index("actor fishers")], ""),
        Edit("office", "  answers who: town\n", ""),
    ),
    "another question": (Edit("shared", "Who should pay for it?", "Who should bear the costs?"),),
    "no scale": (Edit("shared", "  order: yes > partly > no\n", ""),),
    "one answer less": (Edit("shared", "  position users: Whoever uses it\n", ""),),
    "another answer": (Edit("shared", "Whoever uses it", "The ships that use it"),),
    "no definition": (Edit("shared", "term harbour: The basin and its fairway\n", ""),),
    "another definition": (Edit("shared", "The basin and its fairway", "The basin alone"),),
    "no document": (Edit("club", CLUB, ""),),
    "another thesis": (Edit("office", "  source: office.txt\n", "  source: office.txt\n  thesis: no-harm\n"),),
    "other authors": (Edit("union", "  author keeper: The keeper of the bay\n", ""),),
    "another date": (Edit("office", "date: 2021-03", "date: 2024"),),
    "another title": (Edit("club", "Wait and see", "Wait"),),
    "a publisher": (Edit("club", "  date: 2023\n", "  date: 2023\n  publisher: The harbour press\n"),),
    "a language": (Edit("club", "  date: 2023\n", "  date: 2023\n  language: en\n"),),
    "another heading": (Edit("office", "section: What it costs", "section: The costs"),),
    "an actor more": (Edit("shared", "actor port", "actor mayor: The mayor\nactor port"),),
    "another name": (Edit("shared", "The port authority", "The rival port"),),
    "a spokesman": (Edit("shared", "The fishers of the bay\n", "The fishers of the bay\n  speaks-for: port\n"),),
    "other names": (
        Edit("shared", "The fishers of the bay\n", "The fishers of the bay\n  also: the boats, the bay\n"),
    ),
    "sources of a claim": (Edit("office", "  as-of: 2020\n", "  as-of: 2020\n  cites: The budget\n"),),
    "a place in the source": (Edit("office", "  as-of: 2020\n", '  as-of: 2020\n  at: 7 "forty million"\n'),),
    "a tag": (Edit("office", "  as-of: 2020\n", "  as-of: 2020\n  tags: money\n"),),
    "a note": (Edit("office", "  as-of: 2020\n", "  as-of: 2020\n  note: Before the flood.\n"),),
    "a note on an answer": (Edit("shared", "Whoever uses it\n", "Whoever uses it\n    note: By the ton.\n"),),
    "a former id": (Edit("office", "  as-of: 2020\n", "  as-of: 2020\n  was: costs\n"),),
    "another sort of claim": (Edit("office", "  kind: fact\n", "  kind: prediction\n"),),
    "an answer besides": (
        Edit("union", "    answers fish: yes\n", "    answers fish: yes\n    answers fish: not no\n"),
    ),
    "another scheme": (Edit("office", "because larger", "because (sign) larger"),),
    "several schemes": (Edit("office", "because larger", "because (sign, cause) larger"),),
    "what is said of a step": (
        Edit("office", "their basins.\n", 'their basins.\n  step-at: 7 "so must ours"\n  step-note: Only hinted at.\n'),
    ),
    "a heading in another": (Edit("office", "section: What it costs\n", "section: What it costs\n  level: 2\n"),),
    "less confidence": (Edit("links", "union.herring: Other", "union.herring (0.6): Other"),),
    "another reason for a link": (Edit("links", "Other bays are other bays.", "No bay is like another."),),
    "a supposition less firm": (Edit("office", "  if calm: The", "  if calm (likely): The"),),
    "what came with the second version": (
        Edit(
            "office",
            "  kind: fact\n  as-of: 2020\n",
            "  kind: fact\n  as-of: 2020\n  until: 2030\n  said: 2021-02\n  by: The editors\n  sure: 0.5\n",
        ),
        Edit("club", "The sailing club\n", "The sailing club\n  short: Club\n  silent: who\n"),
        Edit(
            "shared",
            "  compatible: town, state\n",
            "  compatible: town, state\n  exhaustive: town, users\n  kind: policy\n  changes: yes\n  topic: Money\n",
        ),
    ),
    "another source": (Edit("office", "office.txt", "office-final.txt"),),
    "a reason for a condition": (Edit("office", "because jobs (likely)", "if jobs (likely)"),),
    "a reason that explains": (
        Edit("office", "because larger", "because (explanation) larger"),
        Edit("office", "because elsewhere", "because (explanation) elsewhere"),
    ),
}
"""By what happened, as a reviewer would say it."""


def everything() -> Iterator[tuple[str, bool, DiffReport]]:
    """All edits, each there and back."""
    for name, edits in EDITS.items():
        for back in (False, True):
            yield name, back, told(*edits, back=back)


REVIEW = tuple(
    edit
    for name in (
        "the opposite answer",
        "another link",
        "somebody else's",
        "a reason gone",
        "split",
        "no definition",
        "other authors",
    )
    for edit in EDITS[name]
)
"""What a pull request might do, all at once."""
GUESS = Edit(
    "club",
    "claims wait: Only the fairway needs to be deeper.",
    "claims fairway: Only the fairway needs to be much deeper.",
)


def text(story: DiffReport, palette: Palette = PLAIN, width: int = 100, *, full: bool = False) -> str:
    """What there is to say, for a terminal."""
    return terminal(terminal_page(story, full=full), width, palette)


def comment(story: DiffReport, links: Links | None = None, *, full: bool = False) -> str:
    """The same, as a comment on a pull request."""
    return github_comment(comment_page(story, full=full), story.full_command, links)


def web(story: DiffReport, svg: str = "", *, full: bool = False) -> str:
    """The same, for a browser."""
    return html(web_page(story, svg, full=full), WEB_TITLE)
