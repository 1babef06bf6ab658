"""What each kind of change means, for people: what `argmap explain` says of a rule, and code scanning beside a result.

The words stand in ``pages.md`` beside this file: a heading ``# RULE: TITLE`` and a few sentences for each rule.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.diff.kinds import KINDS, SIGNIFICANCE
from argmap.diff.rule import Rule


@attrs.frozen
class RulePage:
    """What one rule means.

    Attributes:
        title: A few words.
        text: A paragraph or more, as Markdown, in lines of at most 120 characters.
    """

    rule: Rule
    title: str
    text: str

    @property
    def mirror(self) -> Rule:
        """What the same edit is when old and new change places."""
        return next(kind.mirror.rule for kind in KINDS if kind.rule is self.rule)

    def whole(self) -> str:
        """The page as Markdown, with how much the rule matters unless a project says otherwise."""
        back = "The same the other way round" if self.mirror is self.rule else f"The other way round: `{self.mirror}`"
        facts = (
            f"Significance: {SIGNIFICANCE[self.rule].value}, unless `changes` in the settings says otherwise.\n{back}."
        )
        return f"# {self.rule}: {self.title}\n\n{self.text}\n\n{facts}\n"


def page_of(rule: Rule) -> RulePage:
    """The page of one rule."""
    return pages()[rule]


def pages() -> dict[Rule, RulePage]:
    """The pages of all rules, in their order."""
    found = {page.rule: page for page in _read()}
    return {rule: found[rule] for rule in Rule}


def _read() -> Iterator[RulePage]:
    from importlib.resources import files

    table = files("argmap.diff").joinpath("pages.md").read_text(encoding="utf-8")
    for part in f"\n{table}".split("\n# ")[1:]:
        heading, _, text = part.partition("\n")
        rule, _, title = heading.partition(": ")
        yield RulePage(Rule(rule), title, text.strip())
