"""A long page is laid out in steps, where its template says that it may pause; a short one has no mark left."""

from __future__ import annotations

import re

from tests.builtsite import Built
from verbale.site.steps import MAY_PAUSE, STEP, in_steps

PAUSE = '<script src="../static/pause.js"></script>'
WHOLE = 2 * STEP
"""No stretch of a page of the reference archive is longer: the parts between marks are shorter than a step."""


def test_a_short_page_is_in_one_piece() -> None:
    assert in_steps(f"<p>one</p>{MAY_PAUSE}<p>two</p>", "../") == "<p>one</p><p>two</p>"
    assert in_steps("<p>one</p>", "../") == "<p>one</p>"


def test_a_long_page_pauses_after_each_step() -> None:
    part = "." * (STEP // 2)
    assert in_steps(MAY_PAUSE.join([part] * 5), "../") == f"{part * 2}{PAUSE}{part * 2}{PAUSE}{part}"


def test_what_is_left_is_worth_a_pause() -> None:
    assert PAUSE not in in_steps("." * STEP + MAY_PAUSE + "." * (STEP // 2 - 1), "../")


def test_no_page_of_the_reference_archive_is_laid_out_at_once(reference: Built) -> None:
    for page in reference.pages:
        text = reference.text(page)
        assert MAY_PAUSE not in text, page
        assert max(map(len, re.split(r'<script src="[./]*static/pause\.js">', text))) <= WHOLE, page
