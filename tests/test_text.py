"""What people write in Markdown loads nothing from other hosts."""

from __future__ import annotations

import pytest

from verbale.site.text import markdown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![A map](https://maps.example/a.png)", '<p><a href="https://maps.example/a.png">A map</a></p>'),
        ("![a <b](https://maps.example/a.png)", '<p><a href="https://maps.example/a.png">a &lt;b</a></p>'),
        ('<img src="//maps.example/a.png">', '<p><a href="//maps.example/a.png">//maps.example/a.png</a></p>'),
        ("![A map](a.png)", '<p><img alt="A map" src="a.png"></p>'),
    ],
)
def test_an_image_of_another_host_becomes_a_link(written: str, shown: str) -> None:
    assert markdown(written) == shown
