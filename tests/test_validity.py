"""Every page of a built site is valid HTML, by html-validate's rules for the WHATWG standard and for accessibility."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.builtsite import Built

NODE = Path(__file__).parent / "node"


def validate(paths: list[Path]) -> list[str]:
    """What the validator says of the files, one line a fault; a validator that does not run is a fault of its own."""
    # `make test` puts node beside the interpreter that it makes.
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [
            "node",
            "node_modules/html-validate/bin/html-validate.mjs",
            "--config",
            "htmlvalidate.json",
            "--formatter",
            "json",
        ]
        + [str(path) for path in paths],
        cwd=NODE,
        env={**os.environ, "PATH": places},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
    )
    assert done.stdout.startswith("["), done.stdout + done.stderr
    return [
        f"{Path(result['filePath']).name}:{m['line']}:{m['column']}: {m['ruleId']}: {m['message']}"
        for result in json.loads(done.stdout)
        for m in result["messages"]
    ]


def test_the_validator_sees_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<!doctype html><html lang=en><title>A</title><p><div>x</div></p><b>", encoding="utf-8")
    assert any("close-order" in fault for fault in validate([page]))


def test_every_page_is_valid(built: Built) -> None:
    wrong = validate([built.root / page for page in built.pages])
    assert not wrong, "\n".join(wrong[:40])
