"""Static files as they are served: modules of one folder become one classic script that runs from disk, without a bundler."""

from __future__ import annotations

import json
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
TOOLS = Path(__file__).parent / "node"
CHECKED = {
    "allowJs": True,
    "checkJs": True,
    "noEmit": True,
    "target": "es2022",
    "lib": ["es2023", "dom", "dom.iterable"],
    "types": [],
}
"""How scripts are checked: what their comments (JSDoc) say of types, and what a browser has."""


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
    assert served_bytes(files["static/site.js"]) == b'(() => {\n"use strict";\nfunction two(){}\ntwo();})();\n'


def test_an_archives_module_takes_the_place_of_ours_or_joins_them(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", scripts__site__a="1;", scripts__site__b="2;")
    own = write(tmp_path / "own", scripts__site__a="3;", scripts__site__c="4;")
    files = served(static_files((own, ours)))
    assert b"3;2;4;" in served_bytes(files["static/site.js"])
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
        == 'function a(){return "/* not this */"; // nor this\n}\n/*! A licence. */\n})();\n'
    )
    assert served_bytes(files["static/plain.js"]).decode() == module


@pytest.mark.parametrize(
    ("line", "tight"),
    [
        ("const a = (b, c) => b ? [c] : { d: -1 };", "const a=(b,c)=>b?[c]:{d:-1};"),
        ("if (a && b || !c) return a / b + c - 1;", "if(a&&b||!c)return a/b+c-1;"),
        ("a = b + +c - -d + ++e;", "a=b + +c - -d + ++e;"),
        ("a = 'x = y' + b;", "a='x = y'+b;"),
        ('a = `n = ${b + c}` + "d , e";', 'a=`n = ${b + c}`+"d , e";'),
        ("a = b.replace(/ = [/ ,]+/g, c);", "a=b.replace(/ = [/ ,]+/g,c);"),
        ("a(b); // don't = this,", "a(b); // don't = this,"),
        ("return typeof a === b in c;", "return typeof a===b in c;"),
    ],
)
def test_spaces_that_mean_nothing_are_not_served(tmp_path: Path, line: str, tight: str) -> None:
    (module,) = served(static_files((write(tmp_path, scripts__site__a=f"{line}\n"),))).values()
    assert (
        served_bytes(module).decode().removeprefix('(() => {\n"use strict";\n').removesuffix("})();\n").rstrip()
        == tight
    )


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


def type_faults(folder: Path, modules: list[Path]) -> list[str]:
    """What TypeScript's checker says of modules in one scope, as they are served: a line a fault, with its module and line."""
    places = [(path.name, number) for path in modules for number in range(1, path.read_text("utf-8").count("\n") + 1)]
    folder.mkdir()
    script = "".join(path.read_text(encoding="utf-8") for path in modules)
    (folder / "script.js").write_text(f"(() => {{\n{script}}})();\n", encoding="utf-8")
    config = {"compilerOptions": CHECKED, "files": ["script.js", str(TOOLS / "scripts.d.ts")]}
    (folder / "tsconfig.json").write_text(json.dumps(config), encoding="utf-8")
    checker = TOOLS / "node_modules" / "typescript" / "bin" / "tsc"
    done = subprocess.run(
        [NODE, checker, "--project", folder, "--pretty", "false"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    assert done.stderr == ""
    faults = []
    for line in done.stdout.splitlines():
        at = re.match(r"script\.js\((\d+),\d+\): (.*)", line)
        faults.append(f"{'{}:{}'.format(*places[int(at[1]) - 2])}: {at[2]}" if at else line)
    return faults


def test_the_checker_of_types_sees_a_fault(tmp_path: Path) -> None:
    module = tmp_path / "wrong.js"
    module.write_text(
        "/** @param {number} n */\nfunction twice(n) {\n  return 2 * n;\n}\ntwice('a');\n", encoding="utf-8"
    )
    assert type_faults(tmp_path / "checked", [module]) == [
        "wrong.js:5: error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'."
    ]


@pytest.mark.parametrize("name", sorted({path.parent.name for path in MODULES}))
def test_our_scripts_do_what_their_comments_say_of_types(name: str, tmp_path: Path) -> None:
    modules = [path for path in MODULES if path.parent.name == name]
    assert type_faults(tmp_path / "checked", modules) == []
