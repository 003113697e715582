"""A Firefox of its own, driven by Marionette, the remote control that every Firefox has; nothing is judged here.

It must not change what Firefox allows pages: its policy for files from disk is the point of looking with it.

A message is its length in bytes, a colon, and JSON: `[0, number, command, parameters]` there, `[1, number, error, result]`
back. (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html)
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PREFERENCES: dict[str, bool | int | str] = {
    "marionette.port": 0,  # any that is free; it is told in a file
    "remote.prefs.recommended": False,  # they would let pages from disk read each other
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
"""What keeps a new Firefox from asking its maker things."""
PATIENCE = 30.0
"""Seconds in which it must have started, or a page must have said what it is asked for."""
ERRORS = """return Services.console.getMessageArray()
  .filter(one => one instanceof Ci.nsIScriptError && one.sourceName.startsWith("file:"))
  .map(one => one.errorMessage)"""


@dataclass
class Firefox:
    """A Firefox that runs, with one window."""

    connection: socket.socket
    unread: bytes = b""
    number: int = field(default=0)

    def tell(self, command: str, **parameters: Any) -> Any:
        """Have a command done, and return its result."""
        self.number += 1
        message = json.dumps([0, self.number, command, parameters]).encode()
        self.connection.sendall(b"%d:%s" % (len(message), message))
        _, number, error, result = self.read()
        assert number == self.number
        assert error is None, f"{command}: {error['error']}: {error['message']}"
        return result["value"] if isinstance(result, dict) and list(result) == ["value"] else result

    def read(self) -> Any:
        """The next message."""
        while b":" not in self.unread:
            self.receive()
        length, _, self.unread = self.unread.partition(b":")
        while len(self.unread) < int(length):
            self.receive()
        message, self.unread = self.unread[: int(length)], self.unread[int(length) :]
        return json.loads(message)

    def receive(self) -> None:
        """Read what has come."""
        part = self.connection.recv(1 << 16)
        assert part, "Firefox hung up."
        self.unread += part

    def open(self, address: str) -> None:
        """Open an address, and wait until it has loaded."""
        self.tell("WebDriver:Navigate", url=address)

    def run(self, script: str, *values: Any) -> Any:
        """What a script returns in the page; `arguments` are the values."""
        return self.tell("WebDriver:ExecuteScript", script=script, args=list(values))

    def wait(self, script: str, *values: Any) -> Any:
        """What a script returns in the page as soon as that counts as true."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.run(script, *values)
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError(f"not true in {PATIENCE:.0f} seconds: {script}")

    def press(self, *keys: str) -> None:
        """Press keys one after another, as at the keyboard."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.tell("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": strokes}])

    def errors(self) -> list[str]:
        """What Firefox has found wrong in pages from disk since it was last asked."""
        self.tell("Marionette:SetContext", value="chrome")
        found: list[str] = self.run(ERRORS)
        self.run("Services.console.reset()")
        self.tell("Marionette:SetContext", value="content")
        return found


@contextmanager
def started(path: str, profile: Path) -> Iterator[Firefox]:
    """Start a Firefox with a new profile in a folder, without a window; it ends with the block."""
    preferences = "".join(f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in PREFERENCES.items())
    (profile / "user.js").write_text(preferences, encoding="utf-8")
    command = [
        path,
        "--headless",
        "--marionette",
        "--remote-allow-system-access",
        "--no-remote",
        "--profile",
        str(profile),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            with socket.create_connection(("127.0.0.1", port_of(profile, process)), timeout=PATIENCE) as connection:
                firefox = Firefox(connection)
                firefox.read()  # its greeting
                firefox.tell("WebDriver:NewSession")
                yield firefox
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def port_of(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """Where a Firefox listens, as soon as it tells."""
    told = profile / "MarionetteActivePort"
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, f"Firefox ended at once with status {process.returncode}."
        if told.is_file() and (port := told.read_text(encoding="ascii")):
            return int(port)
        time.sleep(0.05)
    raise AssertionError(f"Firefox did not tell in {PATIENCE:.0f} seconds where it listens.")
