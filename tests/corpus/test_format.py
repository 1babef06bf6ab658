"""Each text has its one canonical form, which is its own; what cannot be read is left as it stands."""

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.api.formatting import fmt_text

CASES = sorted(Path(__file__).with_name("format").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_canonical_form_is_the_accepted_one(case: Path, file_regression: FileRegressionFixture) -> None:
    # fmt_text itself fails where the two would not mean the same, or where the form had another form.
    after = fmt_text((case / "before.argmap").read_bytes().decode()).after
    assert fmt_text(after).after == after
    file_regression.check(after.encode(), fullpath=case / "after.argmap", binary=True)
