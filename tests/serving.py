"""`verbale serve` running for a test, in a process of its own; nothing is judged here."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any, Final

RECORD: Final = "content/records/2024-03-14-maren-talvik-jonas-ferrel.yaml"
PAGE: Final = "records/2024-03-14-maren-talvik-jonas-ferrel.html"
FOOT: Final = '{% extends "verbale/record.html" %}{% block foot %}WORD{{ super() }}{% endblock %}'
PATIENCE: Final = 60
"""Seconds after which a test that waits in vain fails."""


@dataclass(frozen=True)
class Served:
    """An archive that is being served."""

    archive: Path
    address: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        """The port that it is served on."""
        return int(self.address.rstrip("/").rpartition(":")[2])

    def get(self, path: str, **headers: str) -> tuple[int, str, str]:
        """Status, content type and text of what the server has at a path."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, answer.getheader("Content-Type") or "", text

    def head(self, path: str) -> Mapping[str, str]:
        """The fields that the server sends before what it has at a path."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("HEAD", path)
        fields = dict(connection.getresponse().getheaders())
        connection.close()
        return fields

    @contextmanager
    def events(self, page: str = "") -> Iterator[Iterator[dict[str, Any]]]:
        """What the server tells an open page, event by event."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/.verbale/events?page=/{page}" if page else "/.verbale/events")
        answer = connection.getresponse()
        try:
            yield _events(answer)
        finally:
            answer.close()
            connection.close()

    def edit(self, path: str, old: str, new: str) -> None:
        """Put other words into a file, in its first place, as an editor saves it: a new file in the old one's stead."""
        file = self.archive / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        beside = file.with_name(f".{file.name}~")
        beside.write_text(text.replace(old, new, 1), encoding="utf-8")
        beside.replace(file)


def _events(answer: HTTPResponse) -> Iterator[dict[str, Any]]:
    for line in answer:
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


@contextmanager
def serving(archive: Path, *arguments: str) -> Iterator[Served]:
    """Serve an archive on a free port until the test is done."""
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        [sys.executable, "-m", "verbale", "--archive", str(archive), "serve", "--port", "0", *arguments],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert process.stdout
    try:
        said = ""
        for line in process.stdout:
            said += line
            found = re.match(r"Serving (\S+)", line)
            if found:
                break
        else:
            message = f"verbale serve ended: {said}"
            raise AssertionError(message)
        yield Served(archive, found[1], process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)


def copied(archive: Path, where: Path) -> Path:
    """An archive copied without its site, for a test that edits it."""
    for folder in ("seeds", "content"):
        shutil.copytree(archive / folder, where / folder)
    return where


def put_template(archive: Path, word: str) -> None:
    """Save a template of the archive's own, which every record's page shows."""
    (archive / "templates").mkdir(exist_ok=True)
    (archive / "templates/record.html").write_text(FOOT.replace("WORD", word), encoding="utf-8")
