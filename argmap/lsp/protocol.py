"""The protocol itself: each request is answered, no promise of a header is believed, and no text is kept twice."""

from __future__ import annotations

from io import RawIOBase
from typing import TYPE_CHECKING, Any, BinaryIO

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

if TYPE_CHECKING:
    from argmap.lsp.server import Server

_MOST_READ = 1 << 16
_LONGEST_HEADER = 4096


class Protocol(LanguageServerProtocol):
    """The protocol without the texts that pygls keeps: it counts lines otherwise, and these are kept here once."""

    _server: Server

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401 - as the library has it
        """A message as a value; a request that is none is answered all the same, or an editor would wait for ever."""
        try:
            return super().structure_message(data)
        except JsonRpcException as refused:
            if isinstance(data.get("id"), str | int) and "method" in data:
                self._send_response(data["id"], error=refused.to_response_error())
            raise

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take in a text."""
        self._server.opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take in a change of one."""
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Let one go."""
        self._server.closed(params.text_document.uri)


class Input(RawIOBase):
    """Standard input, of which never more is held at once than came: a header may promise anything."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def readline(self, size: int | None = -1) -> bytes:
        """A line, or as much of it as a header may be long."""
        return self._stream.readline(_LONGEST_HEADER if size is None or size < 0 else size)

    def read(self, size: int = -1) -> bytes:
        """So many bytes, or those that come before the end."""
        found, left = [], size
        while left > 0:
            piece = self._stream.read(min(left, _MOST_READ))
            if not piece:
                break
            found.append(piece)
            left -= len(piece)
        return b"".join(found)
