"""What a notebook shows of a value: a table in which everything is a text."""

from pathlib import Path

import pytest

from argmap.api import load
from argmap.api.loaded_corpus import LoadedCorpus
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.report.html import MOST_ROWS

HEAD = "document town: A <b>town</b>\n  author able: Ada Able\n  date: 2001\n\n"


@pytest.fixture
def corpus(tmp_path: Path) -> LoadedCorpus:
    (tmp_path / "arguments").mkdir()
    claims = "".join(f"claims c{number}: Tram <{number}> & more.\n" for number in range(60))
    (tmp_path / "arguments" / "town.argmap").write_text(HEAD + claims + "  becuase x: Why.\n", encoding="utf-8")
    return load(tmp_path)


def test_records_are_ids_and_what_they_say(corpus: LoadedCorpus) -> None:
    shown = corpus.claims._repr_html_()
    assert '<tr><th scope="row">town.c0</th><td>Tram &lt;0&gt; &amp; more.</td></tr>' in shown
    assert shown.count("<tr>") == MOST_ROWS + 1
    assert shown.endswith("<p>and 10 more</p>")
    assert "&lt;b&gt;town" in corpus.documents._repr_html_()
    assert "more</p>" not in corpus.documents._repr_html_()
    assert "Ada Able" in corpus.actors._repr_html_()
    for records in (corpus.issues, corpus.terms):
        assert records._repr_html_().count("<tr>") == 1


def test_a_corpus_is_its_documents(corpus: LoadedCorpus) -> None:
    shown = corpus._repr_html_()
    assert "<caption>1 document, 60 claims, 0 issues; " in shown
    assert '<th scope="row">town</th><td>Ada Able</td><td>2001</td>' in shown


def test_findings_are_a_table_and_still_a_tuple(corpus: LoadedCorpus) -> None:
    assert isinstance(corpus.findings, tuple)
    assert repr(corpus.findings).startswith("(Finding(")
    shown = corpus.findings._repr_html_()  # type: ignore[attr-defined]
    assert '<th scope="row">error</th>' in shown
    assert "town.argmap:65</td>" in shown


def test_a_loss_report_is_a_table() -> None:
    loss = LossReport()
    loss.kept("claim", count=3)
    loss.dropped("cell", "it is <empty>", ForeignPlace("a.csv", "row 3"))
    shown = loss._repr_html_()
    assert '<th scope="row">kept</th><td>3</td><td>claim</td>' in shown
    assert (
        '<th scope="row">dropped</th><td>1</td><td>cell</td><td>it is &lt;empty&gt;</td><td>a.csv, row 3</td>' in shown
    )
