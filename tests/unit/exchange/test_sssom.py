"""Links as a mapping set: predicates of SKOS where it has them, and our own where it has none."""

import csv
import io

import pytest
import yaml
from small_debate import exported, project

from argmap.language.words import Relation

A = "document a: A\n  author ada: Ada\n\nclaims x: Trams are quiet.\nclaims z: Alone.\n"
B = 'document b: B\n  author bea: Bea\n\nclaims y: =HYPERLINK("a") is quiet.\n'


def mapping_set(links: str, **options: str) -> tuple[dict, list[dict[str, str]], list[str]]:
    files = {"arguments/a.argmap": A, "arguments/b.argmap": B, "arguments/links.argmap": links}
    text, told = exported(project(files), "sssom", **options)
    lines = text.splitlines(keepends=True)
    metadata = yaml.safe_load("".join(line[1:] for line in lines if line.startswith("#")))
    rows = csv.DictReader(io.StringIO("".join(line for line in lines if not line.startswith("#"))), delimiter="\t")
    return metadata, list(rows), told


def test_as_it_is_written() -> None:
    links = "link a.x entails b.y (0.8): Because\n  by: Coder\n  note: Seen twice.\n"
    files = {"arguments/a.argmap": A, "arguments/b.argmap": B, "arguments/links.argmap": links}
    text, told = exported(project(files), "sssom")
    assert text == (
        "#curie_map:\n"
        '#  argmap: "urn:x-argmap:relation:"\n'
        '#  claim: "urn:x-argmap:claim:"\n'
        '#  document: "urn:x-argmap:document:"\n'
        '#  position: "urn:x-argmap:position:"\n'
        '#  semapv: "https://w3id.org/semapv/vocab/"\n'
        '#  skos: "http://www.w3.org/2004/02/skos/core#"\n'
        '#mapping_set_id: "urn:x-argmap:mappings"\n'
        '#license: "https://w3id.org/sssom/license/unspecified"\n'
        "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tauthor_label"
        "\tsubject_source\tobject_source\tconfidence\tother\tcomment\n"
        'claim:a.x\tTrams are quiet.\tskos:broadMatch\tclaim:b.y\t"\'=HYPERLINK(""a"") is quiet."'
        "\tsemapv:ManualMappingCuration\tCoder\tdocument:a\tdocument:b\t0.8\tSeen twice.\tBecause\n"
    )
    assert told == [
        "changed: 1 cell: a spreadsheet could run what stands there, so it begins with an apostrophe",
        "dropped: 1 claim: not joined to another by a link",
    ]


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_a_predicate_that_is_declared(relation: Relation) -> None:
    metadata, rows, _ = mapping_set(f"link a.x {relation.value} b.y\n")
    (row,) = rows
    prefix, _, name = row["predicate_id"].partition(":")
    assert prefix in metadata["curie_map"]
    expected = {Relation.SAME_AS: "exactMatch", Relation.ENTAILS: "broadMatch"}.get(relation, relation.value)
    assert name == expected
    assert {row[column].partition(":")[0] for column in ("subject_id", "object_id", "object_source")} <= set(
        metadata["curie_map"]
    )


def test_options_are_quoted() -> None:
    metadata, _, _ = mapping_set("link a.x same-as b.y\n", id='u"\n: [', license="CC0: x", base="https://example.org/")
    assert metadata["mapping_set_id"] == 'u" : ['
    assert metadata["license"] == "CC0: x"
    assert metadata["curie_map"]["claim"] == "https://example.org/claim/"


def test_links_between_positions_are_mapped_too() -> None:
    issues = "issue q: Q?\n  position one: One\nissue r: R?\n  position two: Two\nlink q.one entails r.two\n"
    _, rows, _ = mapping_set(issues)
    assert [(row["subject_id"], row["subject_label"], row["object_id"]) for row in rows] == [
        ("position:q.one", "One", "position:r.two")
    ]


def test_what_else_is_unrelated_is_left_out_and_counted() -> None:
    links = "actor m: M\nactor k: K\nlink m unrelated-to k\nlink ada unrelated-to bea\nlink a.x unrelated-to b.y\n"
    _, rows, told = mapping_set(links)
    assert [row["predicate_id"] for row in rows] == ["argmap:unrelated-to"]
    why = "other tools have no `unrelated-to` for issues, actors and terms"
    assert f"dropped: 2 links: {why}" in told
