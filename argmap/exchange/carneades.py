"""Carneades, in: argument graphs as YAML, of Carneades 4, and as CAF, the XML of Carneades 3.

Statements are claims, and arguments are steps between them.  Nobody is told to make any; what is assumed has a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.exchange.carneades_files import Argument, Graph, Statement, graph_of_caf, graph_of_yaml
from argmap.exchange.draft import Draft, DraftAnswer, DraftClaim, DraftDocument, DraftIssue, DraftLink
from argmap.exchange.foreign_text import text_of
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.graph_draft import ArgumentGraph, place, read_graphs
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.language.words import Relation
from argmap.model.inference import StepRole
from argmap.source.loosened import plain

_YAML = re.compile(rb"^(?:arguments|statements|argument_schemes)[ \t]*:", re.MULTILINE)
_YAML_TOO = re.compile(rb"^(?:arguments|statements|issues|assumptions|meta|language|tests)[ \t]*:", re.MULTILINE)
_CAF = re.compile(rb"<caf[\s>]")
_NOT = "\u00ac"
_ASSUMED = "assumed"


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files is CAF by its root, or YAML by the names of its parts."""
    return any(
        _CAF.search(data[:2_000]) is not None
        or (_YAML.search(data) is not None and len(set(_YAML_TOO.findall(data))) > 1 and not data.startswith(b"<"))
        for data in files.values()
    )


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that argument graphs hold, one document each; a folder may hold other files beside them.

    Raises:
        NotThisFormatError: None of the files is an argument graph of Carneades.
    """
    issues: list[DraftIssue] = []

    def graphs(data: bytes, file: str, title: str, given: Importing) -> Iterator[ArgumentGraph]:
        if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            graph = graph_of_caf(data, file, given.loss)
        else:
            graph = graph_of_yaml(text_of(data, file, given.loss), file, given.loss)
        if graph is None:
            message = "this is no argument graph of Carneades: it has neither statements nor arguments"
            raise NotThisFormatError(message, file, help="save it from Carneades as YAML or CAF")
        reader = _Reader(graph, file, title, given.loss)
        yield reader.graph()
        issues.extend(reader.issues)

    draft = read_graphs(files, importing, "an argument graph of Carneades", graphs)
    draft.issues += issues
    return draft


class _Reader:
    """One argument graph."""

    def __init__(self, graph: Graph, file: str, title: str, loss: LossReport) -> None:
        self._told = graph
        self._file = file
        self._loss = loss
        head = DraftDocument(key=file, title=graph.title or title, by=graph.by, origin=ForeignPlace(file))
        head.notes = [note for note in graph.notes if note]
        mains = [key for key, one in graph.statements.items() if one.main]
        head.thesis = mains[0] if len(mains) == 1 else ""
        self._graph = ArgumentGraph(file, head, loss)
        self.issues: list[DraftIssue] = []
        self._arguments_for: dict[str, list[Argument]] = {}
        for argument in graph.arguments.values():
            self._arguments_for.setdefault(argument.conclusion, []).append(argument)
        self._affirmed = set(self._uses())
        """The statements that something else than a negative premise makes use of."""

    def _uses(self) -> Iterator[str]:
        yield from (key for key, one in self._told.statements.items() if one.main or one.assumed)
        for positions in self._told.issues.values():
            yield from positions
        for argument in self._told.arguments.values():
            yield from (argument.conclusion, argument.undercutter)
            yield from (premise.statement for premise in argument.premises if premise.positive)

    def graph(self) -> ArgumentGraph:
        """What it says."""
        self._name_all()
        doubts = self._doubts()
        for key, statement in self._told.statements.items():
            if key not in doubts:
                self._claim(key, statement)
        for argument in self._told.arguments.values():
            if argument.conclusion not in doubts:
                self._argue(argument)
        for key, argument in doubts.items():
            self._doubt(key, argument)
        self._ask()
        self._contradict()
        return self._graph

    def _name_all(self) -> None:
        """Add statements that are only mentioned: what stands for them is their id."""
        named = [one.conclusion for one in self._told.arguments.values()]
        named += [premise.statement for one in self._told.arguments.values() for premise in one.premises]
        for key in dict.fromkeys(named):
            if key and key not in self._told.statements:
                self._told.statements[key] = Statement()

    def _doubts(self) -> dict[str, Argument]:
        """By statement, the argument of which it says no more than that it does not apply."""
        found: dict[str, Argument] = {}
        premises = {premise.statement for one in self._told.arguments.values() for premise in one.premises}
        for argument in self._told.arguments.values():
            key = argument.undercutter
            if not key:
                continue
            text = plain(self._told.statements.get(key, Statement()).text)
            if (not text or text == plain(key)) and key not in premises and key not in found:
                found[key] = argument
        return found

    def _claim(self, key: str, statement: Statement) -> None:
        where = place(self._file, "statement", key)
        text = statement.text
        if not plain(text):
            text = key
            self._loss.changed("statement", "it has no text, and its id stands for it", where)
        claim = DraftClaim(key=key, text=text, notes=list(statement.notes), origin=where)
        if statement.assumed:
            claim.tags.append(_ASSUMED)
            self._loss.kept("assumption", where)
        self._graph.add(claim)

    def _argue(self, argument: Argument) -> None:
        where = place(self._file, "argument", argument.key)
        if argument.scheme:
            named = ForeignPlace(self._file, f"{where.where}: {plain(argument.scheme)[:60]}")
            self._loss.dropped("scheme", "it is one of Carneades, or of the file", named)
        role = StepRole.BECAUSE if argument.pro else StepRole.OBJECTION
        premises = [
            self._premise(one.statement, positive=one.positive, implicit=one.implicit) for one in argument.premises
        ]
        self._graph.join(_step(argument.key), role, premises, argument.conclusion, origin=where)
        if argument.undercutter in self._told.statements and argument.undercutter in self._graph.claims:
            self._graph.join(
                f"{_step(argument.key)} undercut",
                StepRole.OBJECTION,
                [argument.undercutter],
                _step(argument.key),
                origin=where,
            )

    def _premise(self, key: str, *, positive: bool, implicit: bool) -> str:
        """The claim that a premise is: a negative one denies the statement, as another claim if that has other uses."""
        if positive:
            if implicit:
                self._graph.implied.add(key)
            return key
        if key not in self._affirmed:
            self._graph.denied.add(key)
            return key
        negated = f"{key} negated"
        if negated not in self._graph.claims and key in self._graph.claims:
            statement = self._graph.claims[key]
            self._graph.add(DraftClaim(key=negated, text=statement.text, origin=statement.origin))
            self._graph.denied.add(negated)
            self._graph.links.append(
                DraftLink(source=negated, relation=Relation.SAME_AS, target=key, origin=statement.origin)
            )
        return negated

    def _doubt(self, key: str, argument: Argument) -> None:
        """Let what argues for an undercutter doubt its argument."""
        where = place(self._file, "statement", key)
        raised = self._arguments_for.get(key, [])
        if not raised:
            self._loss.dropped("undercutter", "nothing argues for it", where)
            return
        self._loss.changed("undercutter", "what argues for it doubts the argument", where)
        for one in raised:
            premises = [self._premise(each.statement, positive=each.positive, implicit=False) for each in one.premises]
            origin = place(self._file, "argument", one.key)
            self._graph.join(_step(one.key), StepRole.OBJECTION, premises, _step(argument.key), origin=origin)

    def _ask(self) -> None:
        """Make a question of each issue, to which its positions are the answers."""
        for key, positions in self._told.issues.items():
            where = place(self._file, "issue", key)
            there = {one: self._graph.claims[one] for one in positions if one in self._graph.claims}
            self._loss.dropped("position", "it is not among the statements", where, len(positions) - len(there))
            if len(there) < 2:
                self._loss.dropped("issue", "it has less than two positions", where)
                continue
            name = f"{self._file}/{key}"
            title = self._graph.head.title
            texts = {one: plain(claim.text) for one, claim in there.items()}
            self.issues.append(
                DraftIssue(key=name, name=key, question=f"{title}: {key}", positions=texts, origin=where)
            )
            for one, claim in there.items():
                claim.answers.append(DraftAnswer(issue=name, position=one))
            self._loss.changed("issue", "it has no words: its id and the title are its question", where)

    def _contradict(self) -> None:
        """Link a statement and its complement, which begins with the sign of negation, where no issue has both."""
        asked = {
            frozenset((one, other)) for positions in self._told.issues.values() for one, other in _pairs(positions)
        }
        for key, claim in self._graph.claims.items():
            other = key.removeprefix(_NOT)
            if other == key or other not in self._graph.claims or frozenset((key, other)) in asked:
                continue
            self._loss.changed("complement", "a link says that it contradicts", claim.origin)
            self._graph.links.append(
                DraftLink(source=key, relation=Relation.CONTRADICTS, target=other, origin=claim.origin)
            )


def _pairs(positions: list[str]) -> Iterator[tuple[str, str]]:
    """Each position with its complement, if both are there."""
    there = set(positions)
    for one in positions:
        if _NOT + one in there:
            yield one, _NOT + one


def _step(argument: str) -> str:
    """The key of the step that an argument is: statements and arguments may have one id."""
    return f"argument {argument}"
