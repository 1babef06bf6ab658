"""What is asked for at one place: what may stand there, what it is, and where it leads.

While somebody types, the newest state that there is must do, with this one file as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from argmap.lsp.positions import address_of
from argmap.lsp.server import SHORT_WAIT
from argmap.model.ids import ClaimId
from argmap.source.text import Place, SourceText, Span

# What answers is imported when it is first asked for, or when the first check is done: see `Server.warm_up`.
if TYPE_CHECKING:
    from argmap.assist.completion_items import Completion
    from argmap.assist.navigation import HierarchyItem, HierarchyStep, SourceLink
    from argmap.lsp.projects import Home
    from argmap.lsp.server import Moment, Server
    from argmap.project.open_project import ProjectState

_KINDS = {
    "keyword": types.CompletionItemKind.Keyword,
    "snippet": types.CompletionItemKind.Snippet,
    "claim": types.CompletionItemKind.Variable,
    "document": types.CompletionItemKind.Module,
    "issue": types.CompletionItemKind.Enum,
    "position": types.CompletionItemKind.EnumMember,
    "actor": types.CompletionItemKind.Class,
    "term": types.CompletionItemKind.Reference,
    "value": types.CompletionItemKind.Value,
    "source": types.CompletionItemKind.File,
    "cue": types.CompletionItemKind.Text,
}
_TRIGGERS = (" ", ".", ":", ",", "(", '"', ">")
"""What is typed before something else may stand: then an editor asks without being asked."""
_TO_FILL_IN = re.compile(r"(?<!\\)\$\{[0-9]+:((?:[^\\}]|\\.)*)\}|(?<!\\)\$[0-9]+")


def add_places(server: Server) -> None:
    """Let a server answer what is asked at a place."""
    _add_completion(server)
    _add_hover(server)
    _add_navigation(server)
    _add_hierarchy(server)


def _add_completion(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=list(_TRIGGERS)))
    async def complete(params: types.CompletionParams) -> types.CompletionList | None:
        from argmap.assist.completion import completions

        moment = await server.moment(params.text_document.uri, waits=SHORT_WAIT)
        if moment is None:
            return None
        offset = server.positions.offset(moment.source, params.position)
        found = completions(moment.state, moment.name, offset, moment.home.sources_beside())
        where = server.positions.range(moment.source, found.place.span)
        snippets = server.takes_snippets
        items = [_completion(one, where, number, snippets=snippets) for number, one in enumerate(found.items)]
        return types.CompletionList(is_incomplete=not found.is_whole, items=items)


def _completion(one: Completion, where: types.Range, number: int, *, snippets: bool) -> types.CompletionItem:
    is_snippet = one.is_snippet and snippets
    put = one.insert if is_snippet or not one.is_snippet else filled_in(one.insert)
    return types.CompletionItem(
        label=one.label,
        kind=_KINDS[one.kind.value],
        detail=one.detail or None,
        documentation=one.text or None,
        text_edit=types.TextEdit(where, put),
        insert_text_format=types.InsertTextFormat.Snippet if is_snippet else types.InsertTextFormat.PlainText,
        filter_text=one.matches or None,
        sort_text=f"{number:05}",
    )


def filled_in(snippet: str) -> str:
    """A snippet as a text, for an editor that has no places to fill in."""
    plain = _TO_FILL_IN.sub(lambda match: match[1] or "", snippet)
    return re.sub(r"\\([$}\\])", r"\1", plain)


def _add_hover(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        from argmap.assist.hover import hover

        moment = await server.moment(params.text_document.uri, waits=SHORT_WAIT)
        if moment is None:
            return None
        found = hover(moment.state, moment.name, server.positions.offset(moment.source, params.position))
        if found is None:
            return None
        content = types.MarkupContent(types.MarkupKind.Markdown, found.markdown)
        return types.Hover(content, server.positions.range(moment.source, found.place.span))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    async def highlighted(params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
        from argmap.assist.navigation import highlights
        from argmap.assist.occurrences import Role

        moment = await server.moment(params.text_document.uri, waits=SHORT_WAIT)
        if moment is None:
            return None
        offset = server.positions.offset(moment.source, params.position)
        kinds = {Role.DECLARES: types.DocumentHighlightKind.Write}
        return [
            types.DocumentHighlight(
                server.positions.range(moment.source, one.place.span),
                kinds.get(one.role, types.DocumentHighlightKind.Read),
            )
            for one in highlights(moment.state, moment.name, offset)
        ]


# --- Where a place leads


def _add_navigation(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def defined(params: types.DefinitionParams) -> list[types.Location] | None:
        from argmap.assist.navigation import definition, source_link_at

        moment = await server.moment(params.text_document.uri, waits=SHORT_WAIT)
        if moment is None:
            return None
        offset = server.positions.offset(moment.source, params.position)
        link = source_link_at(moment.state, moment.name, offset)
        if link is not None:
            return _source_location(server, moment, link)
        return locations(server, moment.home, moment.state, definition(moment.state, moment.name, offset))

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def referred(params: types.ReferenceParams) -> list[types.Location] | None:
        from argmap.assist.navigation import references

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        offset = server.positions.offset(moment.source, params.position)
        found = references(moment.state, moment.name, offset, declared=params.context.include_declaration)
        return locations(server, moment.home, moment.state, (one.place for one in found))

    @server.feature(types.TEXT_DOCUMENT_IMPLEMENTATION)
    async def answered(params: types.ImplementationParams) -> list[types.Location] | None:
        from argmap.assist.navigation import implementations

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        offset = server.positions.offset(moment.source, params.position)
        return locations(server, moment.home, moment.state, implementations(moment.state, moment.name, offset))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    async def linked(params: types.DocumentLinkParams) -> list[types.DocumentLink] | None:
        from argmap.assist.navigation import source_links

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        found = []
        for link in source_links(moment.state, moment.name):
            target = _target(moment, link)
            if target:
                where = server.positions.range(moment.source, link.place.span)
                found.append(types.DocumentLink(where, target=target, tooltip=link.source))
        return found


def locations(server: Server, home: Home, state: ProjectState, places: Iterable[Place]) -> list[types.Location]:
    """Places in the files of a project, as an editor goes to them."""
    return [
        types.Location(
            server.projects.address(home, place.file),
            server.positions.range(state.files[place.file].source, Span(*place.span)),
        )
        for place in places
        if place.file in state.files
    ]


def _target(moment: Moment, link: SourceLink) -> str:
    """The address to which a link leads; empty where nothing is there, or nothing that an editor should open."""
    from argmap.assist.navigation import source_span, source_text

    if link.is_address:
        return link.source if link.source.startswith(("https://", "http://")) else ""
    path, source = moment.home.source_path(link.source), source_text(moment.state, link.source)
    if path is None or source is None:
        return ""
    span = source_span(moment.state, link)
    return f"{address_of(path)}{_fragment(source, span) if span is not None else ''}"


def _fragment(source: SourceText, span: Span) -> str:
    """What leads to a place in a file: its line, or its page; empty where its lines are not those of the file."""
    line = source.position(span.start).line
    if source.extraction is None:
        return f"#L{line}"
    page = source.page(line)
    return "" if page is None else f"#page={page}"


def _source_location(server: Server, moment: Moment, link: SourceLink) -> list[types.Location]:
    """Where a cue stands in its source; just that source where the lines of its text are not those of the file."""
    from argmap.assist.navigation import source_span, source_text

    source, path = source_text(moment.state, link.source), moment.home.source_path(link.source)
    if link.is_address or source is None or path is None:
        return []
    is_the_file = source.extraction is None
    span = (source_span(moment.state, link) if is_the_file else None) or Span(0, 0)
    return [types.Location(address_of(path), server.positions.range(source, span))]


# --- Grounds and consequences, as calls are shown


def _add_hierarchy(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY)
    async def prepared(params: types.CallHierarchyPrepareParams) -> list[types.CallHierarchyItem] | None:
        from argmap.assist.navigation import hierarchy_item

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        offset = server.positions.offset(moment.source, params.position)
        found = hierarchy_item(moment.state, moment.name, offset)
        return [_item(server, moment.home, moment.state, found)] if found is not None else None

    @server.feature(types.CALL_HIERARCHY_INCOMING_CALLS)
    async def supported(params: types.CallHierarchyIncomingCallsParams) -> list[types.CallHierarchyIncomingCall] | None:
        from argmap.assist.navigation import consequences

        known = await _known(server, params.item)
        if known is None:
            return None
        home, state, claim = known
        return [
            types.CallHierarchyIncomingCall(
                from_=_item(server, home, state, step.item), from_ranges=_ranges(server, state, step)
            )
            for step in consequences(state, claim)
        ]

    @server.feature(types.CALL_HIERARCHY_OUTGOING_CALLS)
    async def supporting(
        params: types.CallHierarchyOutgoingCallsParams,
    ) -> list[types.CallHierarchyOutgoingCall] | None:
        from argmap.assist.navigation import grounds

        known = await _known(server, params.item)
        if known is None:
            return None
        home, state, claim = known
        return [
            types.CallHierarchyOutgoingCall(
                to=_item(server, home, state, step.item), from_ranges=_ranges(server, state, step)
            )
            for step in grounds(state, claim)
        ]


async def _known(server: Server, item: types.CallHierarchyItem) -> tuple[Home, ProjectState, ClaimId] | None:
    data: Any = item.data
    claim = data.get("claim") if isinstance(data, dict) else getattr(data, "claim", None)
    opened = server.projects.text(item.uri)
    home = opened.home if opened is not None else server.projects.home_of(item.uri)
    state = await server.newest(home) if home is not None else None
    if home is None or state is None or not isinstance(claim, str):
        return None
    return home, state, ClaimId(claim)


def _item(server: Server, home: Home, state: ProjectState, item: HierarchyItem) -> types.CallHierarchyItem:
    source = state.files[item.place.file].source
    where = server.positions.range(source, Span(*item.place.span))
    return types.CallHierarchyItem(
        name=item.name,
        kind=types.SymbolKind.Variable,
        uri=server.projects.address(home, item.place.file),
        range=where,
        selection_range=where,
        detail=item.text,
        data={"claim": str(item.claim)},
    )


def _ranges(server: Server, state: ProjectState, step: HierarchyStep) -> Sequence[types.Range]:
    return [server.positions.range(state.files[step.place.file].source, Span(*step.place.span))]
