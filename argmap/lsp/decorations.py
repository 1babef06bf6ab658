"""What an editor shows of a whole file or project unasked: outline, folds, colours, hints, and lines above claims.

None of it is in a hurry, and all of it waits for the newest text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from argmap.assist.semantic_tokens import TokenModifier, TokenType, semantic_tokens
from argmap.lsp.places import locations
from argmap.lsp.projects import Home
from argmap.lsp.suggestions import look_command, takes_edits
from argmap.source.text import Place, Span

# What answers is imported when it is first asked for, or when the first check is done: see `Server.warm_up`.
if TYPE_CHECKING:
    from argmap.assist.hints import Lens
    from argmap.assist.semantic_tokens import SemanticToken
    from argmap.assist.symbols import OutlineItem
    from argmap.lsp.server import Moment, Server

_SYMBOLS = {
    "document": types.SymbolKind.Module,
    "section": types.SymbolKind.Namespace,
    "claim": types.SymbolKind.Variable,
    "issue": types.SymbolKind.Enum,
    "position": types.SymbolKind.EnumMember,
    "actor": types.SymbolKind.Class,
    "term": types.SymbolKind.String,
}
_TYPES = [one.value for one in TokenType]
_MODIFIERS = [one.value for one in TokenModifier]
_LEGEND = types.SemanticTokensLegend(token_types=_TYPES, token_modifiers=_MODIFIERS)
_LONGEST_TITLE = 120
_SHOW = "argmap.showReferences"
"""What an editor does where a line above a claim is chosen: it shows the places that are given with it."""


def add_decorations(server: Server) -> None:
    """Let a server tell what is shown beside a text."""
    _add_outline(server)
    _add_tokens(server)
    _add_hints(server)
    _add_lenses(server)


# --- Outline, folds, selections, and things by their names


def _add_outline(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        from argmap.assist.symbols import outline

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        return [_outlined(server, moment, item) for item in outline(moment.state.files[moment.name])]

    @server.feature(types.WORKSPACE_SYMBOL)
    async def sought(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        from argmap.assist.symbols import found_symbols

        found: list[types.WorkspaceSymbol] = []
        for home in server.projects:
            state = await server.newest(home)
            for one in found_symbols(state, params.query) if state is not None else ():
                where = locations(server, home, state, (one.place,)) if state is not None else ()
                found += (
                    types.WorkspaceSymbol(
                        location=place,
                        name=one.name,
                        kind=_SYMBOLS[one.symbol.kind.value],
                        container_name=one.home or None,
                    )
                    for place in where
                )
        return found

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folded(params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        from argmap.assist.symbols import folds

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        return [
            types.FoldingRange(
                start_line=fold.first - 1,
                end_line=fold.last - 1,
                kind=types.FoldingRangeKind.Comment if fold.is_comment else types.FoldingRangeKind.Region,
            )
            for fold in folds(moment.state.files[moment.name])
        ]

    @server.feature(types.TEXT_DOCUMENT_SELECTION_RANGE)
    async def selected(params: types.SelectionRangeParams) -> list[types.SelectionRange] | None:
        from argmap.assist.symbols import selection

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        syntax = moment.state.files[moment.name]
        offsets = (server.positions.offset(moment.source, place) for place in params.positions)
        return [_selected(server, moment, selection(syntax, offset), offset) for offset in offsets]


def _outlined(server: Server, moment: Moment, item: OutlineItem) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=item.name or "-",
        kind=_SYMBOLS[item.kind.value] if item.kind is not None else types.SymbolKind.Interface,
        range=server.positions.range(moment.source, item.span),
        selection_range=server.positions.range(moment.source, item.chosen),
        detail=item.detail if item.detail != item.name else None,
        children=[_outlined(server, moment, child) for child in item.children] or None,
    )


def _selected(server: Server, moment: Moment, spans: Iterable[Span], offset: int) -> types.SelectionRange:
    """Ever larger ranges, the smallest first."""
    found: types.SelectionRange | None = None
    for span in reversed(tuple(spans)):
        found = types.SelectionRange(server.positions.range(moment.source, span), parent=found)
    return found or types.SelectionRange(server.positions.range(moment.source, Span(offset, offset)))


# --- Colours that mean something


def _add_tokens(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, _LEGEND)
    async def coloured(params: types.SemanticTokensParams) -> types.SemanticTokens | None:
        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        return types.SemanticTokens(data=_encoded(server, moment, semantic_tokens(moment.state, moment.name)))

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, _LEGEND)
    async def coloured_in(params: types.SemanticTokensRangeParams) -> types.SemanticTokens | None:
        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        within = server.positions.span(moment.source, params.range)
        found = semantic_tokens(moment.state, moment.name, within)
        return types.SemanticTokens(data=_encoded(server, moment, found))


def _encoded(server: Server, moment: Moment, tokens: Iterable[SemanticToken]) -> list[int]:
    """Five numbers a word: how many lines and units behind the last one, how long, what, and what else."""
    data: list[int] = []
    line = column = 0
    for token in tokens:
        start, end = server.positions.range(moment.source, token.span), token.span.end
        length = server.positions.units(moment.source.text[token.span.start : end])
        behind = start.start.line - line
        column = start.start.character - (0 if behind else column)
        modifiers = sum(1 << _MODIFIERS.index(one.value) for one in token.modifiers)
        data += (behind, column, length, _TYPES.index(token.type.value), modifiers)
        line, column = start.start.line, start.start.character
    return data


# --- Hints, and lines above claims


def _add_hints(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hinted(params: types.InlayHintParams) -> list[types.InlayHint] | None:
        from argmap.assist.hints import hints

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        within = server.positions.span(moment.source, params.range)
        return [
            types.InlayHint(
                position=server.positions.position(moment.source, hint.offset),
                label=hint.label,
                tooltip=hint.text,
                padding_left=True,
            )
            for hint in hints(moment.state, moment.name, within)
        ]


def _add_lenses(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=True))
    async def above(params: types.CodeLensParams) -> list[types.CodeLens] | None:
        from argmap.assist.hints import changed_lenses, lenses
        from argmap.wording.english import shortened

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        found = [
            types.CodeLens(
                server.positions.range(moment.source, lens.place.span),
                data={"uri": params.text_document.uri, "lens": lens.kind.value, **lens.symbol._asdict()},
            )
            for lens in lenses(moment.state, moment.name)
        ]
        past = server.history.of(moment.home)
        for changed in changed_lenses(moment.state, moment.name, past.changed):
            where = server.positions.range(moment.source, changed.place.span)
            title = f"since {past.base}: {shortened('; '.join(changed.sentences), _LONGEST_TITLE)}"
            found.append(types.CodeLens(where, command=types.Command(title=title, command="")))
        return found

    @server.feature(types.CODE_LENS_RESOLVE)
    async def told(lens: types.CodeLens) -> types.CodeLens:
        from argmap.assist.hints import LensKind, lens_title
        from argmap.assist.occurrences import Role, occurrences
        from argmap.assist.silences import looking_told

        found = _known(server, lens.data)
        if found is None:
            return _titled(lens, "")
        home, asked = found
        state = await server.newest(home)
        if state is None:
            return _titled(lens, "")
        if asked.kind is LensKind.SILENT:
            title = lens_title(state, asked)
            is_open = bool(title and looking_told(state, asked.symbol)) and takes_edits(server)
            command = look_command(title, str(_member(lens.data, "uri")), asked.symbol) if is_open else None
            return types.CodeLens(lens.range, command=command, data=lens.data) if command else _titled(lens, title)
        places = (one.place for one in occurrences(state, asked.symbol) if one.role is Role.USES)
        used = locations(server, home, state, places)
        arguments = [str(_member(lens.data, "uri")), lens.range.start, used]
        return _titled(lens, lens_title(state, asked), arguments)


def _titled(lens: types.CodeLens, title: str, arguments: list[Any] | None = None) -> types.CodeLens:
    """A line with what it says, and what is shown where it is chosen."""
    command = types.Command(title=title, command=_SHOW if arguments else "", arguments=arguments)
    return types.CodeLens(range=lens.range, command=command, data=lens.data)


def _known(server: Server, data: Any) -> tuple[Home, Lens] | None:  # noqa: ANN401 - whatever an editor sends
    from argmap.assist.hints import Lens, LensKind
    from argmap.assist.names_in_file import Symbol, SymbolKind

    try:
        kind = LensKind(str(_member(data, "lens")))
        symbol = Symbol(SymbolKind(str(_member(data, "kind"))), str(_member(data, "id")))
    except ValueError:
        return None
    opened = server.projects.text(str(_member(data, "uri")))
    return (opened.home, Lens(kind, symbol, Place("", Span(0, 0)))) if opened is not None else None


def _member(data: Any, name: str) -> object:  # noqa: ANN401 - whatever an editor sends
    return data.get(name) if isinstance(data, dict) else getattr(data, name, None)
