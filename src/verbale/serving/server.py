"""A web server for one machine, in a process of its own: pages come while the next build runs, and learn of its end."""

from __future__ import annotations

import errno
import multiprocessing
import signal
import socket
import sys
from collections import Counter
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs

from verbale.errors import VerbaleError
from verbale.serving.pages import EVENTS, Answer, address_of, answer, path_of
from verbale.serving.state import State, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from multiprocessing.connection import Connection
    from pathlib import Path

HOST: Final = "127.0.0.1"
NAMES: Final = frozenset({HOST, "localhost"})
"""The names that this machine has for itself: a request for another may be a page elsewhere that wants to read drafts."""
ALIVE: Final = 15.0
"""Seconds after which a page that waits is sent an empty line: only then does one notice that it is gone."""


def listen(port: int) -> socket.socket:
    """Return a socket that listens on this machine alone, with port 0 on any that is free.

    Raises `VerbaleError` where the port cannot be had.
    """
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        why = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be used ({error.strerror})"
        message = f"Port {port} {why}. Name another: `verbale serve --port {port + 1}`, or 0 for any that is free."
        raise VerbaleError(message) from error


def start_server(listening: socket.socket, root: Path) -> Connection:
    """Serve the folder `root` from a process of its own; return where to send it each new `State` of the site.

    Sent `None`, it answers with the addresses of the pages that are open. The process ends with this one.
    """
    ours, theirs = multiprocessing.Pipe()
    method = "fork" if sys.platform == "linux" else "spawn"
    start: Any = multiprocessing.get_context(method).Process  # type: ignore[attr-defined]
    start(target=_serve, args=(listening, root, ours, theirs), daemon=True).start()
    theirs.close()
    listening.close()
    return ours


def _serve(listening: socket.socket, root: Path, theirs: Connection, ours: Connection) -> None:
    """Serve until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    theirs.close()
    hub = Hub()
    server = Server(listening, root, hub)
    Thread(target=server.serve_forever, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            state = ours.recv()
            if state is None:
                ours.send(hub.open_pages())
            else:
                hub.tell(state)


class Hub:
    """The site's latest state, and all who wait for the next."""

    def __init__(self) -> None:
        self.state = State()
        self.told = 0
        self.open: Counter[str] = Counter()
        self.news = Condition()

    def tell(self, state: State) -> None:
        """Take in a new state and wake all who wait."""
        with self.news:
            self.state = state
            self.told += 1
            self.news.notify_all()

    def attend(self, page: str, number: int) -> None:
        """Count a page at an address that opened (1) or went (-1)."""
        with self.news:
            self.open[page] += number

    def open_pages(self) -> tuple[str, ...]:
        """Return the addresses of the pages that are open, counted from the site's root."""
        with self.news:
            return tuple(sorted(page for page, number in self.open.items() if number > 0 and page))

    def states(self) -> Iterator[State | None]:
        """Give the latest state, once there is one, and then each new one; `None` now and then while there is no new one."""
        seen = 0
        while True:
            with self.news:
                self.news.wait_for(lambda: self.told != seen, ALIVE)  # noqa: B023 - called before `seen` is another
                new, seen = self.told != seen, self.told
                state = self.state
            yield state if new else None


class Server(ThreadingHTTPServer):
    """A server on a socket that listens already; what it needs is handed to each request."""

    daemon_threads = True

    def __init__(self, listening: socket.socket, root: Path, hub: Hub) -> None:
        super().__init__(listening.getsockname(), Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self.root = root
        self.hub = hub

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went while it was served, which is no fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One request: a file of the site, or the stream of its states (WHATWG HTML, 9.2 Server-sent events)."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        """Answer a request."""
        if self.headers.get("Host", "").partition(":")[0] not in NAMES:
            refusal = Answer(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", b"Only this machine is served.\n")
            self._send(refusal)
        elif path_of(self.path) == EVENTS:
            self._stream()
        else:
            known = self.headers.get("If-None-Match")
            self._send(answer(self.server.root, self.path, self.server.hub.state, known))

    do_HEAD = do_GET  # noqa: N815

    def _send(self, given: Answer) -> None:
        # A tag that is asked for again each time, and not `no-store`: a page that names a script twice loads it once.
        kept = {"Cache-Control": "no-cache", "ETag": given.tag} if given.tag else {"Cache-Control": "no-store"}
        size = {} if given.status == HTTPStatus.NOT_MODIFIED else {"Content-Length": str(len(given.data))}
        self._head(given.status, given.kind, kept | size)
        if self.command != "HEAD":
            self.wfile.write(given.data)

    def _stream(self) -> None:
        """Send each state until the browser goes."""
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream; charset=utf-8", {"Cache-Control": "no-store"})
        page = address_of(parse_qs(self.path.partition("?")[2]).get("page", [""])[0])
        self.server.hub.attend(page, 1)
        try:
            self._send_states(page)
        finally:
            self.server.hub.attend(page, -1)

    def _send_states(self, page: str) -> None:
        with suppress(ConnectionError):
            for state in self.server.hub.states():
                self.wfile.write(f"data: {message(state, page)}\n\n".encode() if state else b":\n\n")
                self.wfile.flush()

    def _head(self, status: HTTPStatus, kind: str, fields: Mapping[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Say nothing: what matters here is what builds say."""
