"""What is packaged works outside the checkout: the wheel, built from the sdist, in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from tests.program import ROOT, succeed

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def hatchling(target: str, source: Path, out: Path) -> Path:
    """Build one distribution of the tree at `source` and return its path."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    done = subprocess.run(command, cwd=source, check=False, capture_output=True, encoding="utf-8", timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = out.glob("*.tar.gz" if target == "sdist" else "*.whl")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from what the sdist holds, so that the sdist is proved whole."""
    folder = tmp_path_factory.mktemp("dist")
    with tarfile.open(hatchling("sdist", ROOT, folder / "sdist")) as sdist:
        sdist.extractall(folder / "unpacked", filter="data")
    (source,) = (folder / "unpacked").iterdir()
    return hatchling("wheel", source, folder / "wheel")


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment that holds the wheel, and sees the libraries of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    interpreter = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    place = Path(subprocess.check_output([interpreter, "-c", ask], text=True).strip())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)  # noqa: S202 - our own wheel, made a moment ago
    # A path in a .pth file comes after the environment's own, and .pth files in it are not read: the checkout's
    # editable install is out of sight.
    libraries = {str(Path(path)) for path in sys.path if path.endswith("site-packages")}
    (place / "libraries.pth").write_text("\n".join(sorted(libraries)), encoding="utf-8")
    return interpreter


def test_the_wheel_holds_the_program_and_its_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name.removeprefix("verbale/") for name in archive.namelist() if name.startswith("verbale/")}
        others = {name.split("/")[0] for name in archive.namelist()} - {"verbale"}
    kept = [p for p in (ROOT / "src" / "verbale").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    wanted = {path.relative_to(ROOT / "src" / "verbale").as_posix() for path in kept}
    wanted |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert "py.typed" in wanted
    assert names == wanted
    assert others == {f"verbale-{VERSION}.dist-info"}


def test_an_archive_from_nothing_to_pages(python: Path, tmp_path: Path) -> None:
    ask = "import verbale; print(verbale.__file__)"
    where = subprocess.check_output([python, "-c", ask], cwd=tmp_path, text=True)
    assert Path(where.strip()).is_relative_to(python.parent.parent)

    succeed("init", "archive", cwd=tmp_path, python=python)
    archive = tmp_path / "archive"
    succeed("parse", cwd=archive, python=python)
    succeed("build", cwd=archive, python=python)
    succeed("check", cwd=archive, python=python)

    pages = sorted(path.name for path in (archive / "build" / "records").glob("*.html"))
    assert len(pages) > 1
    assert "index.html" in pages


def test_the_console_script_is_the_program(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith("entry_points.txt")]
        scripts = archive.read(name).decode("utf-8")
    assert scripts.split("\n")[:2] == ["[console_scripts]", "verbale = verbale.__main__:run"]


def test_the_version_is_one(python: Path, tmp_path: Path) -> None:
    assert VERSION in succeed("--version", cwd=tmp_path, python=python).split()
    newest = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    assert newest.split()[0] == VERSION


def test_start_up_is_light(python: Path, tmp_path: Path) -> None:
    """No library that a version number does not need is imported for it."""
    heavy = ["yaml", "jinja2", "markdown", "nh3", "sqlite3", "multiprocessing", "verbale.parse", "verbale.site"]
    ask = f"""
import sys
from verbale.cli import main
try:
    main(["--version"])
except SystemExit as end:
    assert not end.code, end.code
print([name for name in {heavy} if name in sys.modules])
"""
    said = subprocess.check_output([python, "-c", ask], cwd=tmp_path, text=True)
    assert said.splitlines()[-1] == "[]"


def test_lock_files_pin_all_that_is_needed_with_digests() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {"run": project["project"]["dependencies"] + project["dependency-groups"]["build"]}
    wanted["test"] = wanted["run"] + project["dependency-groups"]["test"]
    for name, lines in {"requirements.lock": wanted["run"], "requirements-test.lock": wanted["test"]}.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        entries = [
            entry for entry in text.replace("\\\n", " ").splitlines() if entry and not entry.lstrip().startswith("#")
        ]
        pinned = {entry.split("==")[0].strip() for entry in entries}
        assert {line.split(">")[0].split("=")[0].strip() for line in lines} <= pinned, name
        assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == [], name
        assert "://" not in text, name


def test_both_lock_files_agree() -> None:
    def versions(name: str) -> set[str]:
        return {line.split()[0] for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if "==" in line}

    assert versions("requirements.lock") <= versions("requirements-test.lock")
