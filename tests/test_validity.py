"""Every page of a built site is valid HTML, by html-validate's rules for the WHATWG standard and for accessibility."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.builtsite import Built

NODE = Path(__file__).parent / "node"


def validate(paths: list[Path], folder: Path) -> list[str]:
    """What the validator says of the files, one line a fault; its report is kept in `folder`."""
    report = folder / "report.json"  # a pipe would be cut off where the validator ends
    # `make test` puts node beside the interpreter that it makes.
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    program = ["node", "node_modules/html-validate/bin/html-validate.mjs", "--config", "htmlvalidate.json"]
    done = subprocess.run(
        [*program, "--formatter", f"json={report}", *map(str, paths)],
        cwd=NODE,
        env={**os.environ, "PATH": places},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
    )
    assert report.is_file(), done.stdout + done.stderr
    return [
        f"{Path(result['filePath']).name}:{m['line']}:{m['column']}: {m['ruleId']}: {m['message']}"
        for result in json.loads(report.read_text(encoding="utf-8"))
        for m in result["messages"]
    ]


def test_the_validator_sees_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<!doctype html><html lang=en><title>A</title><p><div>x</div></p><b>", encoding="utf-8")
    assert any("close-order" in fault for fault in validate([page], tmp_path))


def test_every_page_is_valid(built: Built, tmp_path: Path) -> None:
    wrong = validate([built.root / page for page in built.pages], tmp_path)
    assert not wrong, "\n".join(wrong[:40])
