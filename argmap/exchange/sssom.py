"""Links -> a mapping set in SSSOM/TSV: which claim, or position, stands to which other, and how sure the analyst is."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

from argmap.exchange.formats import Exporting
from argmap.exchange.loss import LossReport
from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.link import Link, LinkEnd
from argmap.view.picture import clean

PREDICATES: Mapping[Relation, str] = {
    Relation.SAME_AS: "skos:exactMatch",
    # What is entailed holds wherever the other does, and elsewhere too: it is the broader one.
    Relation.ENTAILS: "skos:broadMatch",
}
"""The relations for which SKOS has a term; all others keep their own name under the prefix ``argmap``."""
_PREFIXES = {
    "argmap": "urn:x-argmap:relation:",
    "claim": "urn:x-argmap:claim:",
    "document": "urn:x-argmap:document:",
    "position": "urn:x-argmap:position:",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_NO_LICENSE = "https://w3id.org/sssom/license/unspecified"
_COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_label",
    "subject_source",
    "object_source",
    "confidence",
    "other",
    "comment",
)
"""Those that are used of all slots of a mapping, in the order of the standard."""
_RUNS = ("=", "+", "-", "@")
"""With what a cell begins that a spreadsheet may run."""


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """The mapping set of all links."""
    corpus, loss, options = exporting.corpus, exporting.loss, exporting.options
    whole = io.StringIO()
    for line in _metadata(options):
        whole.write(f"#{line}\n")
    rows = csv.writer(whole, delimiter="\t", lineterminator="\n")
    rows.writerow(_COLUMNS)
    for link in corpus.links:
        rows.writerow(_cell(text, loss) for text in _row(link, corpus))
        loss.kept("link")
    _count(corpus, loss)
    return {"": whole.getvalue().encode()}


def _metadata(options: Mapping[str, str]) -> Iterator[str]:
    """The block above the table, as YAML; every text is quoted as in JSON, which YAML reads alike."""
    yield "curie_map:"
    base = clean(options.get("base", ""))
    for prefix, expanded in _PREFIXES.items():
        own = base and prefix in ("claim", "document", "position")
        yield f"  {prefix}: {json.dumps(f'{base}{prefix}/' if own else expanded)}"
    yield f"mapping_set_id: {json.dumps(clean(options.get('id', '')) or 'urn:x-argmap:mappings')}"
    yield f"license: {json.dumps(clean(options.get('license', '')) or _NO_LICENSE)}"


def _row(link: Link, corpus: Corpus) -> tuple[str, ...]:
    (subject, text, source), (object_, other_text, other_source) = (
        _end(end, corpus) for end in (link.source, link.target)
    )
    return (
        subject,
        text,
        PREDICATES.get(link.relation, f"argmap:{link.relation.value}"),
        object_,
        other_text,
        "semapv:ManualMappingCuration",
        link.by,
        source,
        other_source,
        f"{link.confidence:g}" if link.confidence is not None else "",
        "; ".join(link.notes),
        link.why,
    )


def _end(end: LinkEnd, corpus: Corpus) -> tuple[str, str, str]:
    """The id of one end of a link, its text, and its document."""
    if isinstance(end, ClaimId):
        text = corpus.claims[end].text if end in corpus.claims else ""
        return f"claim:{end}", text, f"document:{end.document}"
    issue = corpus.issues.get(end.issue)
    found = next((one.text for one in issue.positions if one.id == end.position), "") if issue else ""
    return f"position:{end}", found, ""


def _cell(text: str, loss: LossReport) -> str:
    """A text that no spreadsheet runs."""
    shown = clean(text)
    if shown != " ".join(text.split()):
        loss.changed("text", "signs that control instead of show are left out or composed")
    if shown.startswith(_RUNS):
        loss.changed("cell", "a spreadsheet could run what stands there, so it begins with an apostrophe")
        return f"'{shown}"
    return shown


def _count(corpus: Corpus, loss: LossReport) -> None:
    """What is no link."""
    linked = {end for link in corpus.links for end in link.ends}
    loss.dropped("claim", "not joined to another by a link", count=sum(claim not in linked for claim in corpus.claims))
    steps = sum(len(claim.steps) for claim in corpus.claims.values())
    answers = sum(len(claim.answers) for claim in corpus.claims.values())
    for what, count in {"issue": len(corpus.issues), "step": steps, "answer": answers}.items():
        loss.dropped(what, "a mapping set holds links alone", count=count)
