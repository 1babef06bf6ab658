"""Findings as an editor shows them: with the codes, the places and the words of `argmap check`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lsprotocol import types

from argmap.source.finding import Severity
from argmap.source.text import Place, SourceText, Span

if TYPE_CHECKING:
    from argmap.lsp.positions import Positions
    from argmap.project.corpus_loader import Loaded
    from argmap.source.finding import Finding

SOURCE = "argmap"
"""What an editor says a finding comes from."""
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_UNNECESSARY = frozenset({"A207", "A219", "A303", "A604"})
"""What can go without a loss: a premise or a link given twice, a section or an actor without a claim."""
_DEPRECATED = frozenset({"A113"})
"""What is called otherwise now."""


def diagnostics(
    loaded: Loaded, positions: Positions, address: Callable[[str], str], *, related: bool = True
) -> dict[str, list[types.Diagnostic]]:
    """All findings of a project, by the name of their file.

    Args:
        loaded: The project.
        positions: How the editor counts.
        address: The address of a file by its name.
        related: Whether the editor shows other places that say why.
    """
    found: dict[str, list[types.Diagnostic]] = {}
    for finding in loaded.findings:
        shown = _diagnostic(finding, loaded.texts, positions)
        if related and finding.related:
            shown.related_information = [
                types.DiagnosticRelatedInformation(
                    location=types.Location(address(one.place.file), range_of(one.place, loaded.texts, positions)),
                    message=one.label,
                )
                for one in finding.related
            ]
        found.setdefault(finding.place.file, []).append(shown)
    return found


def range_of(place: Place, texts: Mapping[str, SourceText], positions: Positions) -> types.Range:
    """Where a place is; the first character of a file whose text is not known."""
    source = texts.get(place.file)
    if source is None:
        return types.Range(types.Position(0, 0), types.Position(0, 0))
    return positions.range(source, Span(*place.span))


def _diagnostic(finding: Finding, texts: Mapping[str, SourceText], positions: Positions) -> types.Diagnostic:
    help_ = f"help: {finding.help}" if finding.help else ""
    tags = [types.DiagnosticTag.Unnecessary] if finding.code in _UNNECESSARY else []
    tags += [types.DiagnosticTag.Deprecated] if finding.code in _DEPRECATED else []
    return types.Diagnostic(
        range=range_of(finding.place, texts, positions),
        message="\n".join(filter(None, (finding.message, finding.label, help_))),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        tags=tags or None,
    )
