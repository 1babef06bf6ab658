"""Stance tables: what stands in cells, the argument files that it becomes, and what becomes of the rest."""

import pytest
from exchanged import exported_with_loss, imported, project

from argmap.api.importing import NotThisFormatError


def test_a_row_without_words_of_its_holder_is_reported_by_the_table() -> None:
    made = imported(
        {"survey.csv": "holder,issue,position\nAnn,Trams?,yes\nBob,Trams?,no\nCid,Trams?,no\n"}, by="Dee Doe"
    )
    assert made.file("survey") == (
        "document survey: survey\n"
        "  author dee-doe: Dee Doe\n"
        "  by: Dee Doe\n"
        "\n"
        "reports trams-yes from Ann: Trams? yes\n"
        "  answers trams: yes\n"
        "\n"
        "reports trams-no from Bob, Cid: Trams? no\n"
        "  answers trams: no\n"
    )
    assert made.told == []
    assert not made.loaded.findings


def test_a_row_with_a_claim_is_one_of_its_holders_document() -> None:
    made = imported(
        {
            "t.csv": "Author;Topic;Stance;Certainty;Argument;Source;Quote;Date\n"
            "Ann Able;Trams?;yes;very likely;Trams would help.;ann.txt;trams are quiet, they say;44259\n"
            'Ann Able;Buses?;no;0,8;"They ""help"" nobody";ann.txt;;04.03.2021\n'
        }
    )
    assert made.file("ann-txt") == (
        "document ann-txt: ann.txt\n"
        "  author ann-able: Ann Able\n"
        "  date: 2021-03-04\n"
        "  source: ann.txt\n"
        "\n"
        "claims trams-help (very-likely): Trams would help.\n"
        '  at: "trams are quiet, they say"\n'
        "  answers trams: yes\n"
        "\n"
        'claims help-nobody: They "help" nobody\n'
        "  answers buses: no\n"
        "  note: strength: 0,8\n"
    )
    assert made.told == [
        "changed: 1 table: its cells were parted by `;` (t.csv)",
        "changed: 1 cue: no source is there to prove it (t.csv, line 2)",
        "changed: 1 strength: it is no word of the language, and stands in a note (t.csv, line 3)",
    ]


def test_cues_are_proved_in_their_source_and_orphans_have_no_place() -> None:
    table = (
        "holder,issue,position,claim,source,quote\n"
        "Ann,Trams?,yes,Good.,s.txt,they say that trams are quiet at night\n"
        "Ann,Trams?,yes,Better.,s.txt,trams are loud\n"
    )
    made = imported({"t.csv": table}, sources={"s.txt": "They say that trams are quiet at night.\nTrams are new."})
    assert '  at: "They say"\n'.lower() in made.file("s-txt").lower()
    assert made.file("s-txt").count("  at:") == 1
    assert made.told == ["dropped: 1 orphan: it is not in s.txt: the claim has no place (t.csv, line 3)"]


def test_a_wide_table_is_turned_as_its_heads_say() -> None:
    down = imported({"t.csv": "Question\tAnn\tBob\nTrams?\tyes (likely)\t\nBuses?\topen\tn/a\nCars?\tno\tno\n"})
    across = imported({"t.csv": "Party,Trams?,Buses?,Cars?\nAnn,yes (likely),open,no\nBob,,,no\n"})
    assert down.file("t") == across.file("t").replace("Party", "Question")
    assert "reports trams-yes from Ann (likely): Trams? yes\n" in down.file("t")
    assert "reports cars-no from Ann, Bob: Cars? no\n" in down.file("t")
    assert "  answers buses: open\n" in down.file("t")
    assert "dropped: 1 cell: it gives no answer (t.csv, line 3, column C)" in down.told


def test_a_table_that_could_be_turned_says_how_it_was_taken() -> None:
    table = {"t.csv": "ignored title\n,A,B\nx,1st,2nd\n\ny,2nd,2nd,stray\n"}
    made = imported(table)
    assert "reports y-2nd from A, B: y: 2nd\n" in made.file("t")
    assert made.told[0] == (
        "changed: 1 table: each row was taken for a question; `--set orientation=holders` turns it (t.csv)"
    )
    assert made.told[2:] == [
        "dropped: 1 row above the heads: it is no part of the table (t.csv, line 1)",
        "dropped: 1 cell: it stands under no head (t.csv)",
    ]
    assert "from x, y: B: 2nd" in imported(table, orientation="holders").file("t")


def test_votes_are_about_statements_and_the_last_of_them_counts() -> None:
    files = {
        "comments.csv": "timestamp,comment-id,author-id,agrees,comment-body\n1500282615559,7,0,1,Trams are good.\n",
        "votes.csv": "timestamp,datetime,comment-id,voter-id,vote\n"
        "1500232652931,Mon,7,1,-1\n1500232652930,Mon,7,1,1\n1500232652930,Mon,7,2,1\n1500232652930,Mon,7,3,0\n",
        "summary.csv": "topic,Trams\nurl,https://example.org\n",
    }
    made = imported(files)
    assert made.file("comments").partition("\n\n")[2] == (
        "reports disagree-trams-good from participant-1: Disagree: Trams are good.\n"
        "  answers trams-good: disagree\n"
        "\n"
        "reports trams-good from participant-2: Trams are good.\n"
        "  answers trams-good: agree\n"
    )
    assert made.file("issues") == (
        "issue trams-good: Trams are good.\n"
        "  position agree: agree\n"
        "  position disagree: disagree\n"
        "  exhaustive: agree, disagree\n"
    )
    assert "dropped: 1 vote: a later one of the same holder replaces it (votes.csv, line 3)" in made.told
    assert "dropped: 1 answer: it says neither that the holder agrees nor that not (votes.csv, line 5)" in made.told
    own = imported(files, holders="authors")
    assert "denies trams-good: Trams are good.\n  answers trams-good: agree\n" in own.file("participant-1-comments")


def test_agreement_with_a_concept_is_reported_by_its_document() -> None:
    head = "ID;time;document title;document author;document source;person;organization;concept;agreement;text\n"
    rows = (
        "1;2021-03-04 00:00:00;Trams at last;Ed Itor;The Press;Ann;Council;Trams should run.;1;trams should run daily\n"
        "2;2021-03-04 00:00:00;Trams at last;Ed Itor;The Press;;Traders;Trams should run.;0;not before our shops\n"
    )
    made = imported({"dna.csv": head + rows})
    assert made.file("trams-last") == (
        "document trams-last: Trams at last\n"
        "  author ed-itor: Ed Itor\n"
        "  date: 2021-03-04\n"
        "  publisher: The Press\n"
        "\n"
        "reports trams-should-run from Ann: Trams should run.\n"
        '  at: "trams should run daily"\n'
        "  answers trams-should-run: agree\n"
        "\n"
        "reports disagree-trams-should-run from Traders: Disagree: Trams should run.\n"
        '  at: "not before our shops"\n'
        "  answers trams-should-run: disagree\n"
    )
    assert "actor Ann: Ann\n  note: organization: Council\n" in made.file("actors")


def test_heads_in_any_order_doubled_and_chosen() -> None:
    table = {"t.csv": "Wer,X,Was,Wer\nAnn,yes,Trams?,Eve\nBob,no,Trams?,\n,yes,Trams?,\n"}
    made = imported(table, holder="Wer", position="X", issue="Was", nonsense="1")
    assert "reports trams-yes from Ann: Trams? yes\n" in made.file("t")
    assert made.told[1:] == [
        "dropped: 1 option: stance tables have none that is called `nonsense`",
        "dropped: 1 row: it names no holder, or no question (t.csv, line 4)",
        "dropped: 1 column: another has the same head (t.csv, line 1, column D)",
    ]


def test_dates_that_could_be_two_stand_in_a_note() -> None:
    rows = "holder,issue,position,date\nAnn,Q?,yes,03/04/2021\nBob,Q?,yes,2021-03-04T10:30:00Z\nCid,Q?,yes,31/12/2020\n"
    made = imported({"t.csv": rows})
    assert "  note: date: 03/04/2021\n" in made.file("t")
    assert "  said: 2021-03-04T10:30\n" in made.file("t")
    assert "  said: 2020-12-31\n" in made.file("t")


def test_what_stands_in_columns_that_are_not_read_is_counted() -> None:
    table = "organization,issue,vote,kind,colour,voter\nTown,Trams,1,fact,red,\nTown,Trams,-1,fact,red,Ann\n"
    made = imported({"t.csv": table})
    assert "from Town: Trams\n" in made.file("t")
    assert made.told[1:] == [
        "dropped: 1 column: nothing in the language answers to its head (t.csv, line 1, column E)",
        "dropped: 1 column: only tables that argmap wrote are read so (t.csv, line 1, column D)",
    ]


def test_positions_of_a_sheet_of_questions_are_in_order_and_each_once() -> None:
    files = {
        "q.csv": "issue,question,position,answer,order,exhaustive\n"
        "t,Trams?,some,A few,2,yes\nt,Trams?,all,Many,1,yes\nt,Trams?,some,A few,2,yes\n,No name?,x,X,,\n",
        "a.csv": "holder,issue,position\nAnn,t,some\n",
    }
    made = imported(files)
    assert made.file("issues") == (
        "issue t: Trams?\n  position some: A few\n  position all: Many\n  order: all > some\n  exhaustive: some, all\n"
    )
    assert "reports trams-few from Ann: Trams? A few\n" in made.file("q")


def test_encodings_are_named_and_never_guessed() -> None:
    data = "holder,issue,position\nÖrn,Trams?,yes\n".encode("latin-1")
    with pytest.raises(NotThisFormatError, match="byte 0xD6 is not UTF-8") as refused:
        imported({"t.csv": data})
    assert refused.value.where == "line 2"
    assert "actor Örn" in imported({"t.csv": data}, encoding="windows-1252").file("actors")
    assert "actor Örn" in imported({"t.csv": data.decode("latin-1").encode("utf-16")}, "stance-table").file("actors")


@pytest.mark.parametrize("text", ["", "one\ntwo\n", "a,b\n", "holder,issue,position\n", "\x00,\x00\n1,2\n"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormatError):
        imported({"t.csv": text}, "stance-table")


HARBOUR = {
    "arguments/a.argmap": "document a: Ships; boats\n  author ann: Ann\n  author bob: Bob\n  date: 2020\n\n"
    'claims lead (likely): =SUM(A1)\n  answers deepen: yes\n  at: 3 "the harbour"\n  because: Ships grow.\n'
    "reports no from cid quoting dee: It should not.\n  answers deepen: not yes\n"
    "supposes maybe: Perhaps.\n  answers deepen: open\nclaims other: Nothing.\n",
    "arguments/b.argmap": "issue deepen: Should it be deepened?\n  position yes: Yes\n  position no: No\n"
    "actor cid: Cid\nactor dee: Dee\n",
}


def test_a_table_has_all_that_verdicts_need_and_starts_no_formula() -> None:
    table, lost = exported_with_loss(project(HARBOUR), "stance-table")
    head, lead, no = table.decode().splitlines()
    assert head.startswith("holder,holder id,voice,document,title,author,author id,document date,date,")
    assert lead == (
        "Ann; Bob,ann; bob,author,a,Ships; boats,Ann; Bob,ann; bob,2020,2020,,,,,lead,claims,,'=SUM(A1),likely,likely,"
        "deepen,Should it be deepened?,yes,Yes,no,accepted,,,,,3,the harbour,,,arguments/a.argmap,6"
    )
    assert no.startswith("Dee,dee,reported,a,")
    assert ",no,reports,Cid quoting Dee,It should not.,,,deepen,Should it be deepened?,yes,Yes,yes,rejected," in no
    assert lost == [
        "dropped: 1 answer: nobody is committed to it (arguments/a.argmap, line 12)",
        "dropped: 1 step: a stance table has no steps (arguments/a.argmap, line 6)",
        "dropped: 2 claims: it answers no question, and a stance table has no place for it"
        " (arguments/a.argmap, line 9; arguments/a.argmap, line 14)",
        "dropped: 1 position: nobody takes it; `--set form=xlsx` or `form=ods` has a sheet of all questions",
        "dropped: 1 order of positions: `--set form=xlsx` or `form=ods` has a sheet of all questions",
    ]


def test_the_wide_form_has_a_column_a_holder() -> None:
    table, _ = exported_with_loss(project(HARBOUR), "stance-table", layout="wide")
    assert table.decode() == "issue,question,Ann; Bob,Dee\ndeepen,Should it be deepened?,yes (likely),not yes\n"
