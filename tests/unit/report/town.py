"""Three authors on a small town, with something of everything that a comparison finds."""

from collections.abc import Mapping

import attrs
from parsing import parser

from argmap.api.comparing import Form, Question, compare, report
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

SHARED = """issue ban: Should the old town be closed to cars?
  position yes: Yes, all of it
  position partly: Some streets
  position no: No
  order: yes > partly > no
issue trade: Would the shops lose by it?
  position yes: They would
  position no: They would not
issue who: Who should pay?
  position town: The town
  position state: The state
  position drivers: The drivers
  compatible: town, state
actor shops: The shopkeepers
term car: Anything with an engine
"""
ONE = """document one: Close it
  author author-a: Author A
  date: 2020-05
term car: A private car
claims close (must): The old town must be closed to every car.
  answers ban: yes
  at: 12 "must be closed"
  because no-loss: The shops will not lose.
    answers trade: no
    because (example) station: Nothing was lost on Station Road.
    and alike: The two streets are alike.
    undercut season: It was counted in summer.
  despite reports fear from shops (likely): The shops will lose customers.
    answers trade: yes
  unless works: The ring road is being rebuilt.
claims town-pays (should): The town should pay.
  answers who: town
"""
TWO = """document two: Leave it
  author author-b: Author B
  date: 2021
claims leave: No street should be closed to any car.
  answers ban: no
  because losing (likely): The shops would lose.
    answers trade: yes
claims town-too: The town should pay, if at all.
  answers who: town
  if any-cost: It costs anything.
claims state-too (possible): The state might pay.
  answers who: state
"""
LATER = """document later: Close some of it
  author author-a
  date: 2022
claims some (likely): Some streets had better be closed.
  answers ban: partly
"""
LINKS = """link ban.no entails who.drivers: Whoever closes nothing lets drivers pay.
link one.station contradicts two.losing (0.7): What happened there cannot happen here.
"""


def read(**texts: str) -> tuple[Corpus, Mapping[str, SourceText]]:
    """Texts as they are understood, by their names as files."""
    sources = [SourceText(f"arguments/{name}.argmap", text) for name, text in texts.items()]
    outcomes = [parser().parse(source) for source in sources]
    resolved = resolve([outcome.value for outcome in outcomes])
    messages = [finding.message for outcome in (*outcomes, resolved) for finding in outcome.findings]
    assert messages == []
    return resolved.value, {source.name: source for source in sources}


@attrs.frozen
class Town:
    """The three documents, ready to be asked."""

    corpus: Corpus
    texts: Mapping[str, SourceText]

    def told(self, form: Form, question: Question | None = None, **more: object) -> str:
        account = compare(self.corpus, question)
        return report(account, form, texts=self.texts, **more)  # type: ignore[arg-type]
