"""Static files as they are served: modules of one folder become one classic script that runs from disk, without a bundler."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from verbale.site.assets import SCRIPTS, default_templates, served, served_bytes, static_files

MODULES = sorted((default_templates() / SCRIPTS).rglob("*.js"))
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttpRequest|"
    r"^\s*(?:import|export)\b|\bimport\(",
    re.MULTILINE,
)
NODE = Path(__file__).parents[1] / ".venv" / "bin" / "node"


def write(folder: Path, **files: str) -> Path:
    """Static files in a folder of templates; `__` stands for `/`, and a name has `.js`."""
    for name, text in files.items():
        path = folder / "static" / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_modules_of_a_folder_become_one_script_in_the_order_of_their_names(tmp_path: Path) -> None:
    ours = write(
        tmp_path / "ours",
        scripts__site__b="two();\n",
        scripts__site__a="function two() {}\n",
        scripts__more__x="x();\n",
    )
    files = served(static_files((ours,)))
    assert list(files) == ["static/more.js", "static/site.js"]
    assert served_bytes(files["static/site.js"]) == b'(() => {\n"use strict";\nfunction two() {}\ntwo();\n})();\n'


def test_an_archives_module_takes_the_place_of_ours_or_joins_them(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", scripts__site__a="1;", scripts__site__b="2;")
    own = write(tmp_path / "own", scripts__site__a="3;", scripts__site__c="4;")
    files = served(static_files((own, ours)))
    assert b"3;\n2;\n4;\n" in served_bytes(files["static/site.js"])
    write(own, site="whole")
    files = served(static_files((own, ours)))
    assert served_bytes(files["static/site.js"]) == b"whole"


def test_comments_and_indentation_that_begin_a_line_are_not_served(tmp_path: Path) -> None:
    module = (
        '/**\n * What.\n */\nfunction a() {\n  // why\n  return "/* not this */"; // nor this\n}\n\n/*! A licence. */\n'
    )
    files = served(static_files((write(tmp_path, scripts__site__a=module, plain=module),)))
    assert (
        served_bytes(files["static/site.js"]).decode().split('strict";\n')[1]
        == 'function a() {\nreturn "/* not this */"; // nor this\n}\n/*! A licence. */\n})();\n'
    )
    assert served_bytes(files["static/plain.js"]).decode() == module


def test_a_style_sheet_keeps_its_rules(tmp_path: Path) -> None:
    path = tmp_path / "a.css"
    css = '/* one */ b{}\n/* two\n lines */\n@media print{\n i{content:"/*"; margin: 1px\n  2px}\n}\n'
    path.write_text(css, encoding="utf-8")
    assert served_bytes((path,)) == b'b{}@media print{i{content:"/*"; margin: 1px\n2px}}'


@pytest.mark.parametrize("module", MODULES, ids=lambda path: "/".join(path.parts[-2:]))
def test_our_modules_keep_to_what_works_from_disk_and_is_safe(module: Path) -> None:
    """No text is read as HTML, nothing is fetched or imported, and no string goes over a line (its indentation would go)."""
    text = module.read_text(encoding="utf-8")
    assert FORBIDDEN.findall(text) == []
    assert [line for line in text.splitlines() if line.count("`") % 2] == []
    assert text.startswith("// ")


def test_our_scripts_are_scripts(tmp_path: Path) -> None:
    """What is served is read by an engine as a classic script."""
    scripts = {url: paths for url, paths in served(static_files((default_templates(),))).items() if url.endswith(".js")}
    assert "static/site.js" in scripts
    for paths in scripts.values():
        script = tmp_path / "script.cjs"
        script.write_bytes(served_bytes(paths))
        done = subprocess.run([NODE, "--check", script], capture_output=True, text=True, check=False)
        assert done.stderr == ""
