"""`verbale serve`: pages with the script that keeps them up to date, and news of each build; the site itself without it."""

from __future__ import annotations

import re
import shutil
import signal
import socket
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.builtsite import Built
from tests.program import verbale
from tests.serving import PAGE, PATIENCE, RECORD, Served, copied, put_template, serving
from verbale.archive import Archive, open_archive
from verbale.catalog import loading, scan, touched
from verbale.catalog.store import open_catalog
from verbale.serving.loop import Desk, SupersededError, next_state, watched
from verbale.serving.pages import answer, with_script
from verbale.serving.state import State
from verbale.site.ahead import Ahead, show_ahead
from verbale.site.look import program_digest
from verbale.site.rendering import kit_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SCRIPT = "/.verbale/reload.js"
THEME = "content/themes/sea.md"


@pytest.fixture
def archive(example: Built, tmp_path: Path) -> Path:
    """A copy of the example archive."""
    return copied(example.archive, tmp_path / "archive")


@pytest.fixture
def served(archive: Path) -> Iterator[Served]:
    """The copy, served."""
    with serving(archive) as running:
        yield running


def test_a_page_has_the_script_and_the_site_has_not(served: Served) -> None:
    status, kind, text = served.get(f"/{PAGE}")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert f'<script src="{SCRIPT}" data-version="1"></script>\n</body>' in text
    built = (served.archive / "build" / PAGE).read_text(encoding="utf-8")
    assert text.replace(f'<script src="{SCRIPT}" data-version="1"></script>\n', "") == built
    script = served.get(SCRIPT)[2]
    assert "EventSource" in script
    names = [path.name for path in (served.archive / "build").rglob("*") if path.is_file()]
    assert "reload.js" not in names
    assert not [p for p in (served.archive / "build").rglob("*.html") if ".verbale" in p.read_text(encoding="utf-8")]


def test_what_is_no_page_comes_as_it_is(served: Served) -> None:
    for path, kind in (
        ("static/site.css", "text/css; charset=utf-8"),
        (PAGE.replace(".html", ".yaml"), "text/plain; charset=utf-8"),
        (PAGE.replace(".html", ".json"), "application/json"),
        ("static/icon.svg", "image/svg+xml"),
    ):
        told = served.get(f"/{path}")
        assert told == (200, kind, (served.archive / "build" / path).read_text(encoding="utf-8"))


def test_open_pages_hear_of_each_build_of_a_fault_and_of_its_end(served: Served) -> None:
    with served.events() as events:
        assert next(events) == {"version": 1, "fault": None}
        served.edit(RECORD, "title: ", "title: New ")
        assert next(events) == {"version": 2, "fault": None}
        assert "New " in served.get(f"/{PAGE}")[2]
        served.edit(RECORD, "speaker: maren-talvik", "speaker: maren-talvk")
        told = next(events)
        assert told["version"] == 2
        assert told["fault"]["words"].startswith("The site was not built: ")
        line = (served.archive / RECORD).read_text(encoding="utf-8")[:].split("maren-talvk")[0].count("\n") + 1
        assert told["fault"]["problems"][0].startswith(f"{RECORD}:{line}:")
        assert "maren-talvik" in told["fault"]["problems"][0]
        assert "New " in served.get(f"/{PAGE}")[2]
        served.edit(RECORD, "speaker: maren-talvk", "speaker: maren-talvik")
        assert next(events) == {"version": 2, "fault": None}


def test_themes_sources_and_templates_are_watched_and_folders_that_come_later(served: Served) -> None:
    with served.events() as events:
        next(events)
        served.edit("content/themes/fishing.md", "label: ", "label: Deep ")
        assert next(events)["version"] == 2
        source = next((served.archive / "seeds").glob("*.txt"))
        served.edit(f"seeds/{source.name}", "Talvik", "Talvyk")
        assert "verbale parse" in str(next(events)["fault"]["problems"])
        served.edit(f"seeds/{source.name}", "Talvyk", "Talvik")
        assert next(events) == {"version": 2, "fault": None}
        own = served.archive / "templates"
        own.mkdir()
        (own / "text.html").write_text('{% extends "verbale/text.html" %}{% block foot %}Ours{% endblock %}')
        assert next(events)["version"] == 3
        assert "Ours" in served.get("/about.html")[2]
        (own / "text.html").write_text("{{ view.nothing }}")
        fault = next(events)["fault"]
        assert f"{own / 'text.html'}:1: the template fails on the page about.html" in fault["words"]
        shutil.rmtree(own)
        assert next(events)["version"] == 4


def test_an_archive_with_a_fault_from_the_start_is_served_once_it_is_mended(archive: Path) -> None:
    record = archive / RECORD
    good = record.read_text(encoding="utf-8")
    record.write_text(good.replace("title: ", "tilte: ", 1), encoding="utf-8")
    with serving(archive) as served, served.events() as events:
        assert "has no 'title'" in str(next(events)["fault"])
        status, _, text = served.get("/")
        assert status == 503
        assert SCRIPT in text
        record.write_text(good, encoding="utf-8")
        assert next(events) == {"version": 1, "fault": None}
        assert served.get("/")[0] == 200


def test_only_what_the_site_holds_is_given_and_only_to_this_machine(served: Served) -> None:
    for path in (
        "/../content/site.yaml",
        "/%2e%2e/content/site.yaml",
        "/no-such-page.html",
        "/records",
        "/%00",
        "/" + "a" * 5000,
    ):
        status, _, text = served.get(path)
        assert status == 404, path
        assert "There is no such page" in text
    assert served.get("/", Host="archive.example")[0] == 403
    assert served.get("/", Host=f"localhost:{served.port}")[0] == 200
    assert served.get("/records/")[2] == served.get("/records/index.html")[2]


def test_a_request_that_makes_no_sense_is_answered_and_costs_no_traceback(archive: Path) -> None:
    with serving(archive) as served:
        for target in ("http://[::1", "//[", "/?page=%5B//[", "/.verbale/eventually?//[", "/a%2"):
            with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as one:
                one.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
                assert re.match(rb"HTTP/1\.1 (?:200|404) ", one.recv(100)), target
        served.process.send_signal(signal.SIGINT)
        said, _ = served.process.communicate(timeout=PATIENCE)
    assert said.strip() == ""


def test_it_ends_quietly_when_it_is_interrupted(archive: Path) -> None:
    with serving(archive) as served:
        served.process.send_signal(signal.SIGINT)
        said, _ = served.process.communicate(timeout=PATIENCE)
        assert (served.process.returncode, said.strip()) == (0, "")
    with socket.socket() as attempt:
        assert attempt.connect_ex(("127.0.0.1", served.port)) != 0


@pytest.mark.parametrize("port", ["65536", "-1", "http"])
def test_a_port_that_cannot_be_is_wrong_usage(archive: Path, port: str) -> None:
    done = verbale("--archive", archive, "serve", "--port", port, cwd=archive)
    assert done.returncode == 2
    assert "--port" in done.stderr


def test_a_port_in_use_is_told(archive: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = verbale("--archive", archive, "serve", "--port", str(port), cwd=archive)
    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} is in use. Name another: `verbale serve --port {port + 1}`, or 0 for any that is free.\n"
    )
    assert not (archive / "build").exists()


def test_a_folder_that_is_no_archive_is_told_before_anything_is_served(tmp_path: Path) -> None:
    done = verbale("--archive", tmp_path, "serve", "--port", "0", cwd=tmp_path)
    assert done.returncode == 1
    assert "not an archive" in done.stderr


def test_the_script_stands_before_the_end_of_the_body_or_at_the_end() -> None:
    tag = b'<script src="/.verbale/reload.js" data-version="7"></script>\n'
    assert with_script(b"<p>a</p></body></html>", 7) == b"<p>a</p>" + tag + b"</body></html>"
    assert with_script(b"<p>a", 7) == b"<p>a" + tag


def test_a_link_that_leads_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    site = tmp_path / "build"
    site.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "404.html").write_text("none")
    assert answer(site, "/link.txt", State()).status == 404


def test_templates_of_the_archive_and_ours_are_watched_each_once(tmp_path: Path) -> None:
    from verbale.site.assets import default_templates

    ours = default_templates()
    assert ours in watched(Archive(tmp_path))
    assert len(watched(Archive(ours.parent))) == 3


class Open:
    """The server's end of a pipe: some pages are open; the states that were sent are kept."""

    def __init__(self, *pages: str) -> None:
        self.pages = pages
        self.states: list[State] = []

    def send(self, state: State | None) -> None:
        """Take what is sent."""
        if state:
            self.states.append(state)

    def recv(self) -> tuple[str, ...]:
        """Tell which pages are open."""
        return self.pages


def built_after(archive: Path, before: State, *pages: str, said: tuple[str, ...] = ()) -> tuple[State, State]:
    """The state of a site when pages that are open were shown ahead of it, and that after its build."""
    line = Open(*pages)
    desk = Desk(cast("Connection", line), Event(), before, said)
    after = next_state(open_archive(archive), archive / "build", before, desk)
    (shown,) = line.states
    return shown, after


def test_a_page_that_is_open_is_shown_before_the_whole_site_and_loads_once(archive: Path) -> None:
    first = next_state(open_archive(archive), archive / "build", State())
    put_template(archive, "Ours")
    shown, after = built_after(archive, first, PAGE)
    assert [(state.number_of(PAGE), state.number_of("index.html")) for state in (first, shown, after)] == [
        (1, 1),
        (2, 1),
        (2, 2),
    ]
    page = answer(archive / "build", f"/{PAGE}", shown).data
    assert b"Ours" in page
    assert page == answer(archive / "build", f"/{PAGE}", after).data


def test_a_page_that_is_shown_ahead_loads_again_where_what_it_loads_is_new(archive: Path) -> None:
    first = next_state(open_archive(archive), archive / "build", State())
    put_template(archive, "Ours")
    style = archive / "templates/static/site.css"
    style.parent.mkdir()
    style.write_text("p { color: red }", encoding="utf-8")
    shown, after = built_after(archive, first, PAGE)
    assert (shown.number_of(PAGE), after.number_of(PAGE)) == (2, 3)


def test_a_page_that_is_not_what_was_shown_ahead_loads_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = next_state(open_archive(archive), archive / "build", State())
    put_template(archive, "Ours")
    show = Desk.show
    monkeypatch.setattr(Desk, "show", lambda self, pages: show(self, dict.fromkeys(pages, b"another")))
    shown, after = built_after(archive, first, PAGE)
    assert (shown.number_of(PAGE), after.number_of(PAGE)) == (2, 3)


def test_a_new_label_is_shown_before_it_is_known_what_it_reaches(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next_state(open_archive(archive), archive / "build", State())
    theme = archive / "content/themes/sea.md"
    theme.write_text(theme.read_text(encoding="utf-8").replace("label: ", "label: Deep "), encoding="utf-8")
    done: list[str] = []
    show, gather = Desk.show, touched.gather_headings

    def noted_show(desk: Desk, pages: Mapping[str, bytes]) -> None:
        done.append("shown")
        show(desk, pages)

    def noted_gather(*known: Any) -> None:
        done.append("gathered")
        gather(*known)

    monkeypatch.setattr(Desk, "show", noted_show)
    monkeypatch.setattr(touched, "gather_headings", noted_gather)
    shown, after = built_after(archive, first, "themes/sea.html")
    assert done == ["shown", "gathered", "shown"]
    assert "Deep " in dict(shown.ahead)["themes/sea.html"].decode()
    assert (shown.number_of("themes/sea.html"), after.number_of("themes/sea.html")) == (2, 2)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done, in its order: pages shown, files looked at."""
    noted: list[str] = []
    show, look = Desk.show, scan.begun_look

    def noted_show(desk: Desk, pages: Mapping[str, bytes]) -> None:
        noted.append("shown")
        show(desk, pages)

    def noted_look(*asked: Any) -> Any:
        noted.append("looked")
        return look(*asked)

    monkeypatch.setattr(Desk, "show", noted_show)
    monkeypatch.setattr(loading, "begun_look", noted_look)
    return noted


def test_what_a_template_does_is_shown_before_all_files_are_looked_at(archive: Path, done: list[str]) -> None:
    first = next_state(open_archive(archive), archive / "build", State())
    put_template(archive, "Ours")
    done.clear()
    built_after(archive, first, PAGE)
    assert done == ["shown", "looked", "shown"]


def put_title(archive: Path, title: str) -> None:
    """Give the record another title."""
    file = archive / RECORD
    file.write_text(re.sub("(?m)^title: .*", f"title: {title}", file.read_text(encoding="utf-8")), encoding="utf-8")


def put_label(archive: Path, label: str) -> None:
    """Give a theme of the record another label."""
    file = archive / THEME
    file.write_text(re.sub("(?m)^label: .*", f"label: {label}", file.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize(("put", "path"), [(put_title, RECORD), (put_label, THEME)])
def test_a_file_that_is_said_to_have_changed_is_shown_before_all_files_are_looked_at(
    archive: Path, done: list[str], put: Callable[[Path, str], None], path: str
) -> None:
    first = next_state(open_archive(archive), archive / "build", State())
    put(archive, "Ours")
    done.clear()
    shown, after = built_after(archive, first, PAGE, said=(path, "content/records/gone.yaml"))
    assert done[:2] == ["shown", "looked"]
    assert "Ours" in dict(shown.ahead)[PAGE].decode()
    assert (shown.number_of(PAGE), after.number_of(PAGE), after.number_of("index.html")) == (2, 2, 2)


def test_what_is_said_to_have_changed_is_no_more_than_that(archive: Path, done: list[str]) -> None:
    first = next_state(open_archive(archive), archive / "build", State())
    put_title(archive, "Ours")
    done.clear()
    shown, after = built_after(archive, first, PAGE, said=(THEME,))
    assert done == ["looked", "shown"]
    assert "Ours" in dict(shown.ahead)[PAGE].decode()
    assert after.number_of(PAGE) == 2


def test_a_file_with_a_fault_is_not_shown_and_leaves_nothing_in_the_catalog(archive: Path, done: list[str]) -> None:
    out, line = archive / "build", Open(PAGE)
    first = next_state(open_archive(archive), out, State())
    page = (out / PAGE).read_bytes()
    file = archive / RECORD
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound.replace("speaker: ", "speaker: nobody-", 1), encoding="utf-8")
    done.clear()
    desk = Desk(cast("Connection", line), Event(), first, (RECORD,))
    failed = next_state(open_archive(archive), out, first, desk)
    assert (done, failed.failed, line.states) == (["looked"], True, [])
    file.write_text(sound, encoding="utf-8")
    assert not next_state(open_archive(archive), out, failed).failed
    assert (out / PAGE).read_bytes() == page


def test_more_files_than_somebody_edits_are_all_looked_at_first(archive: Path, done: list[str]) -> None:
    first = next_state(open_archive(archive), archive / "build", State())
    put_title(archive, "Ours")
    pages = [f"content/pages/page-{number}.md" for number in range(loading.GLANCED)]
    for page in pages:
        (archive / page).parent.mkdir(exist_ok=True)
        (archive / page).write_text("---\ntitle: Page\n---\nWords.\n", encoding="utf-8")
    done.clear()
    built_after(archive, first, PAGE, said=(RECORD, *pages))
    assert done[0] == "looked"


def test_a_file_that_a_browser_has_is_not_sent_again(archive: Path) -> None:
    root = archive / "build"
    next_state(open_archive(archive), root, State())
    script = answer(root, "/static/site.js", State())
    assert (script.status, answer(root, "/static/site.js", State(), script.tag)) == (
        200,
        (304, script.kind, b"", script.tag),
    )
    assert answer(root, "/static/site.js", State(), f'"other", W/{script.tag}').status == 304
    assert answer(root, "/static/site.js", State(), '"other"') == script
    assert answer(root, f"/{PAGE}", State(), script.tag).status == 200


def test_files_may_be_kept_and_pages_may_not(served: Served) -> None:
    script = served.head("/static/site.js")
    assert (script["Cache-Control"], script["ETag"][0]) == ("no-cache", '"')
    assert served.get("/static/site.js", **{"If-None-Match": script["ETag"]}) == (304, script["Content-Type"], "")
    page = served.head(f"/{PAGE}")
    assert (page["Cache-Control"], page.get("ETag")) == ("no-store", None)


def test_a_page_shown_before_all_files_are_looked_at_is_shown_again_where_one_has_changed(archive: Path) -> None:
    out, line = archive / "build", Open("themes/sea.html")
    first = next_state(open_archive(archive), out, State())
    theme = archive / "content/themes/sea.md"
    theme.write_text(theme.read_text(encoding="utf-8").replace("label: ", "label: Deep "), encoding="utf-8")
    template = archive / "templates/theme.html"
    template.parent.mkdir(exist_ok=True)
    template.write_text('{% extends "verbale/theme.html" %}{% block foot %}Ours{% endblock %}', encoding="utf-8")
    after = next_state(open_archive(archive), out, first, Desk(cast("Connection", line), Event(), first))
    early, shown = (dict(state.ahead)["themes/sea.html"].decode() for state in line.states)
    assert ("Ours" in early, "Deep " in early) == (True, False)
    assert ("Ours" in shown, "Deep " in shown) == (True, True)
    assert [state.number_of("themes/sea.html") for state in (*line.states, after)] == [2, 3, 3]


def test_a_fault_goes_as_soon_as_the_open_page_can_be_made_again(archive: Path) -> None:
    out, line = archive / "build", Open(PAGE)
    first = next_state(open_archive(archive), out, State())
    template = archive / "templates/record.html"
    template.parent.mkdir(exist_ok=True)
    template.write_text("{{ view.nothing }}", encoding="utf-8")
    failed = next_state(open_archive(archive), out, first, Desk(cast("Connection", line), Event(), first))
    assert failed.failed
    assert not line.states
    template.unlink()
    mended = next_state(open_archive(archive), out, failed, Desk(cast("Connection", line), Event(), failed))
    # The page is as the site has it: it need not load again, but for the fault that lies over it.
    (told,) = line.states
    assert [(state.failed, state.number_of(PAGE)) for state in (told, mended)] == [(False, 1), (False, 1)]


def test_browsers_are_told_of_a_page_shown_ahead_and_of_the_site_after_it(served: Served) -> None:
    with served.events(PAGE) as events, served.events("themes/sea.html") as others:
        assert (next(events)["version"], next(others)["version"]) == (1, 1)
        put_template(served.archive, "Ours")
        assert next(events) == {"version": 2, "fault": None}
        assert "Ours" in served.get(f"/{PAGE}")[2]
        while (told := next(others)["version"]) != 2:
            assert told == 1
        assert 'data-version="2"' in served.get(f"/{PAGE}")[2]


def test_pages_shown_ahead_of_a_site_that_fails_go_back(served: Served) -> None:
    with served.events(PAGE) as events:
        next(events)
        put_template(served.archive, "Ours")
        (served.archive / "templates/theme.html").write_text("{{ view.nothing }}")
        told = next(events)
        while not told["fault"]:
            told = next(events)
        assert told["version"] != 2
        assert "Ours" not in served.get(f"/{PAGE}")[2]
        (served.archive / "templates/theme.html").unlink()
        while told["fault"]:
            told = next(events)
        while "Ours" not in served.get(f"/{PAGE}")[2]:
            told = next(events)


class Line:
    """The server's end of a pipe: one page is open; what is sent is kept."""

    def __init__(self) -> None:
        self.sent: list[State | None] = []

    def send(self, state: State | None) -> None:
        """Take what is sent."""
        self.sent.append(state)

    def recv(self) -> tuple[str, ...]:
        """Tell which pages are open; of some there are none."""
        return (PAGE, "nonsense", "no-such.html", "records/no-such.html")


def test_a_change_that_comes_while_the_site_is_built_begins_it_anew(archive: Path) -> None:
    out, line, changed = archive / "build", Line(), Event()
    first = next_state(open_archive(archive), out, State())
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    put_template(archive, "Ours")
    changed.set()
    desk = Desk(cast("Connection", line), changed, first)
    with pytest.raises(SupersededError):
        next_state(open_archive(archive), out, first, desk)
    assert before == {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert [path.name for path in archive.glob(".*") if path.is_dir()] == [".verbale"]
    assert (desk.state.version, desk.state.newest) == (1, 2)
    assert [address for address, _ in desk.state.ahead] == [PAGE]
    assert [state for state in line.sent if state] == [desk.state]
    changed.clear()
    again = next_state(open_archive(archive), out, desk.state, Desk(cast("Connection", line), changed, desk.state))
    # What was shown is what the site has now: the page need not load again.
    assert (again.version, again.newest, again.ahead, again.failed) == (2, 2, (), False)
    assert "Ours" in (out / PAGE).read_text(encoding="utf-8")


def test_every_page_that_can_be_made_ahead_is_the_one_of_the_site(example: Built) -> None:
    made: dict[str, bytes] = {}
    archive = open_archive(example.archive)
    db = open_catalog(archive.at(".verbale/catalog.sqlite"), program_digest())
    try:
        kit = kit_of(archive, db, archive.at(".verbale"), 500)
        urls = [path.relative_to(example.root).as_posix() for path in example.root.rglob("*.html")]
        for url in urls:
            show_ahead(kit, Ahead(lambda url=url: [url], made.update), None)  # type: ignore[misc]
    finally:
        db.close()
    assert {url: data for url, data in made.items() if (example.root / url).read_bytes() != data} == {}
    assert {"index.html", PAGE, "themes/sea.html", "records/index.html", "about.html"} <= made.keys()
