"""Long pages that come up in steps, so that none of them holds the browser for long; it knows no page.

A browser lays out all that it has read of a page at once, and while it does, nothing moves and no key is answered. Where a
template says that a page may pause (`MAY_PAUSE`), and enough stands before and after, a script of one line lays out what
stands so far; a browser goes on with the rest afterwards. Without scripts a page is laid out in one piece, as ever.
"""

from __future__ import annotations

from typing import Final

MAY_PAUSE: Final = "<!--pause-->"
"""What templates write between parts of a page; a source's words and people's notes cannot hold it, since they are made safe."""
STEP: Final = 10_000
"""Characters of a page from one pause to the next, at the least: some ten milliseconds of layout."""
_PAUSE: Final = '<script src="{}static/pause.js"></script>'


def in_steps(html: str, root: str) -> str:
    """Return a page with a pause after each `STEP`, where it may be, and without the marks. `root` leads to the site's root."""
    if len(html) < STEP:
        return html.replace(MAY_PAUSE, "")
    parts = html.split(MAY_PAUSE)
    pause = _PAUSE.format(root)
    done, left = 0, sum(map(len, parts))
    whole = []
    for part in parts:
        if done >= STEP and left >= STEP // 2:
            whole.append(pause)
            done = 0
        whole.append(part)
        done += len(part)
        left -= len(part)
    return "".join(whole)
