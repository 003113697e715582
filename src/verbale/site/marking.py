"""A sentence with the marks of its cue and its agreed points; markup stands around slices of the source, never inside.

Templates use these as filters, so that no template can alter what a source says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from verbale.site.escaping import escaped
from verbale.site.views import Piece, PointRef, Sentence


def words(sentence: Sentence, root: str, own: str = "", *, ids: bool = False) -> str:
    """Return a sentence's words as HTML: the cue slanted, each agreed point numbered and linked to its page.

    `root` is the page's way to the site's root. `own` is the id of the point that the page is about: it is marked, and
    not linked. With `ids` a point bears its id, so that it can be a link's target; for the record's own page.
    """
    if sentence.html is not None:
        return sentence.html
    return "".join([_piece(piece, root, own, ids=ids) for piece in sentence.pieces])


def plain_words(pieces: Sequence[Piece]) -> str:
    """Return the words of a sentence without agreed points as HTML; they are the same on every page."""
    if len(pieces) == 1 and not pieces[0].cue:
        return _html(pieces[0])
    return "".join([_piece(piece, "", "", ids=False) for piece in pieces])


def number(sentence: Sentence, root: str) -> str:
    """Return a sentence's number as a link to its place on its record's page; one that is quoted has the class `q`.

    Where the number is not that of its id, `data-id` has the id, which paper tells beside the number.
    """
    return _number(sentence, escaped(f"{root}{sentence.url}"))


def own_number(sentence: Sentence) -> str:
    """Return a sentence's number as a link to itself, on its record's page."""
    return _number(sentence, f"#{sentence.statement.id}")


def _number(sentence: Sentence, href: str) -> str:
    mark, said = (" q", ", quoted") if sentence.statement.speech == "direct" else ("", "")
    count, id_ = sentence.number, sentence.statement.id
    other = "" if id_ == f"s{count:02}" else f' data-id="#{id_}"'
    return f'<a class="n{mark}" href="{href}"{other} aria-label="Sentence {count}{said}">{count}</a>'


def _piece(piece: Piece, root: str, own: str, *, ids: bool) -> str:
    text = f"<i>{_html(piece)}</i>" if piece.cue else _html(piece)
    return text if piece.point is None else _point(text, piece.point, root, own, starts=piece.point_starts, ids=ids)


def _html(piece: Piece) -> str:
    return escaped(piece.text) if piece.html is None else piece.html


def _point(text: str, point: PointRef, root: str, own: str, *, starts: bool, ids: bool) -> str:
    mark = f'<sup><span class="vh">point </span>{point.number}</sup>' if starts else ""
    if point.id == own:
        return f'{mark}<b class="pt here">{text}</b>'
    target = f' id="{point.id}"' if ids and starts else ""
    return f'{mark}<a class="pt"{target} href="{escaped(root + point.url)}">{text}</a>'


FILTERS: Final[dict[str, Callable[..., str]]] = {"words": words, "number": number, "own_number": own_number}
