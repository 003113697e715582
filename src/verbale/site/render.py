"""Pages to HTML: the only module that knows Jinja2; it reads templates and nothing else, and writes no page."""

from __future__ import annotations

import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from verbale.errors import BuildError
from verbale.site import charts, citing, filters, linkeddata, marking, plots, wording
from verbale.site.quick import CompiledTemplates, QuickEnvironment
from verbale.site.steps import in_steps
from verbale.site.text import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from verbale.site.page import Page
    from verbale.site.views import Site


@dataclass(frozen=True, slots=True)
class Renderer:
    """Templates with what all pages share; make one in each process with `renderer`."""

    environment: QuickEnvironment
    site: Site
    generator: str
    folders: tuple[Path, ...]


def renderer(folders: tuple[Path, ...], site: Site, generator: str, cache: Path | None = None) -> Renderer:
    """Make a renderer of the templates in `folders` (first match wins, see `assets.template_folders`).

    `generator` is shown in each page ("verbale 0.1.0"). `cache` is a folder that exists for compiled templates; it may
    be emptied at any time. A template that overrides one of ours may extend it as `verbale/<name>`.
    """
    return Renderer(_environment(folders, cache), site, generator, folders)


def compile_all(folders: tuple[Path, ...], cache: Path) -> None:
    """Compile all templates into `cache`, but for those that have a fault."""
    environment = _environment(folders, cache)
    for name in environment.list_templates(extensions=["html"]):
        with suppress(TemplateError, OSError, UnicodeError):
            environment.get_template(name)


def _environment(folders: tuple[Path, ...], cache: Path | None) -> QuickEnvironment:
    ours = FileSystemLoader(folders[-1])
    environment = QuickEnvironment(
        loader=ChoiceLoader([*(FileSystemLoader(folder) for folder in folders), PrefixLoader({"verbale": ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        # There are few templates: they are kept in a dict, not in an order of use.
        cache_size=-1,
        bytecode_cache=CompiledTemplates(str(cache)) if cache else None,
    )
    environment.marked = filters.MARKED | marking.FILTERS | plots.FILTERS | charts.FILTERS | linkeddata.MARKED
    environment.filters |= filters.FILTERS | {name: _marked(call) for name, call in environment.marked.items()}
    environment.filters["lane_count"] = plots.lane_count
    environment.filters |= citing.FILTERS
    environment.tests |= filters.TESTS
    environment.globals |= wording.WORDS
    return environment


def render(pages: Renderer, page: Page) -> str:
    """Return a page's HTML.

    Raises `BuildError` where a template is missing or fails, naming the template, its line and the page.
    """
    try:
        html = pages.environment.get_template(page.template).render(
            page=page, view=page.view, site=pages.site, root=page.root, generator=pages.generator
        )
        return in_steps(html.replace(f'="{ROOT}', f'="{page.root}'), page.root)
    except Exception as error:
        raise BuildError(_failure(pages, page, error)) from error


def _marked(plot: Callable[..., str]) -> Callable[..., Markup]:
    """Return a filter whose HTML is taken as it stands: plots escape what they are given."""

    def draw(*args: Any, **options: Any) -> Markup:
        return str.__new__(Markup, plot(*args, **options))

    return draw


def _failure(pages: Renderer, page: Page, error: Exception) -> str:
    if isinstance(error, TemplateSyntaxError):
        place = f"{error.filename or error.name}:{error.lineno}"
    else:
        # Jinja2 rewrites tracebacks, so that a frame names the template's own file and line.
        frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
        inside = [frame for frame in frames if any(Path(frame[0]).is_relative_to(folder) for folder in pages.folders)]
        place = f"{inside[-1][0]}:{inside[-1][1]}" if inside else page.template
    if isinstance(error, TemplateNotFound):
        looked = ", ".join(str(folder) for folder in pages.folders)
        return f"{place}: there is no template {error.name!r} for the page {page.url}. Put one into {looked}."
    reason = str(error) or type(error).__name__
    return f"{place}: the template fails on the page {page.url}: {reason}. Mend it, or remove it to use verbale's own."
