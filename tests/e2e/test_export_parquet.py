"""`argmap export parquet` as a process."""

import pytest
from program import Program


def test_the_tables_go_into_a_folder(argmap: Program) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
    ran = argmap("export", "parquet", "-o", "tables")
    assert (ran.code, ran.out) == (0, "")
    folder = argmap.folder / "tables"
    names = ["alignments", "claims", "links", "stances", "steps"]
    assert sorted(path.stem for path in folder.iterdir()) == names
    claims = parquet.read_table(folder / "claims.parquet").to_pylist()
    assert {"first.build", "first.quiet"} <= {claim["id"] for claim in claims}
    assert all(claim["line"] > 0 for claim in claims)
    ran = argmap("export", "parquet")
    assert (ran.code, ran.out) == (2, "")
    assert "name a folder for them, `-o DIR`" in ran.err


def test_it_is_listed_and_explained(argmap: Program) -> None:
    assert "parquet" in argmap("export", "--list").out
    assert "```sql" in argmap("explain", "parquet").out
