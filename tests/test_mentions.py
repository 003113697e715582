"""What Markdown leads to: the archive's own things by id, its pictures and files, and what is wrong with these in themselves."""

from __future__ import annotations

import pytest

from verbale.catalog.leads import faults_in
from verbale.mentions import Mention, in_words, is_good, mentions_in, parsed, pictures_in


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("s15", ("record", "talks", "s15")),
        (" s15 ", ("record", "talks", "s15")),
        ("record:other", ("record", "other", "")),
        ("record:other#s02", ("record", "other", "s02")),
        ("point:meet-again", ("point", "talks", "meet-again")),
        ("point:other/meet-again", ("point", "other", "meet-again")),
        ("theme:trade", ("theme", "trade", "")),
        ("speaker:maren-talvik", ("speaker", "maren-talvik", "")),
        ("page:about", ("page", "about", "")),
        ("them:trade", ("them", "trade", "")),
    ],
)
def test_a_target_is_taken_apart(target: str, expected: tuple[str, str, str]) -> None:
    assert parsed(target, "talks") == expected


def test_links_files_and_pictures_are_found_in_the_order_of_their_kinds_with_their_places() -> None:
    text = "See [[theme:trade|trade]] and [the\nminutes](media/minutes%201.pdf), ![a map](<media/a map.png> 'A map')."
    assert list(mentions_in(text)) == [
        Mention("theme", "trade", "", 4, "[[theme:trade|trade]]"),
        Mention("media", "minutes 1.pdf", "", 30, "media/minutes%201.pdf"),
        Mention("media", "a map.png", "", 68, "media/a map.png"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`[[theme:trade]]`",
        "``a ` [[theme:trade]]``",
        "```\n[[theme:trade]]\n```",
        "~~~~ md\n[[theme:trade]]\n![](media/a.png)\n~~~~",
        "<!-- [[theme:trade]] -->",
        r"\[[theme:trade]]",
        "[theme:trade]",
        "[[theme:\ntrade]]",
        "[a link](https://archive.example/media/a.png)",
    ],
)
def test_code_comments_and_brackets_are_no_links(text: str) -> None:
    assert list(mentions_in(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "![A map](media/map.png)",
        "![A map][m]\n\n[m]: media/map.png",
        "![A map]\n\n[a MAP]: <media/map.png>",
        '<img src="media/map.png" alt="A map">',
    ],
)
def test_a_picture_is_found_however_it_is_written(text: str) -> None:
    (picture,) = pictures_in(text)
    assert (picture.address, picture.alt, picture.at) == ("media/map.png", "A map", 0)


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        (
            "![](media/map.png)",
            "the picture media/map.png has no words for those who do not see it.",
            "Write them between the brackets: `![what it shows](media/map.png)`.",
        ),
        (
            '<img src="media/map.png">',
            "the picture media/map.png has no words for those who do not see it.",
            "Write them between the brackets: `![what it shows](media/map.png)`.",
        ),
        (
            "![Map](https://archive.example/map.png)",
            "the picture https://archive.example/map.png is not one of the archive's own.",
            "Put it into content/media/, and write `![…](media/name.png)`.",
        ),
        (
            "[[them:trade]]",
            "[[them:trade]] leads nowhere.",
            "Links begin with `record:`, `point:`, `theme:`, `speaker:`, `term:`, `page:`; write `\\[[` for a bracket.",
        ),
        (
            "[[s15]]",
            "[[s15]] leads nowhere.",
            "Outside a record's notes say of which record: `[[record:ID#s15]]`.",
        ),
        (
            "[[point:meet-again]]",
            "[[point:meet-again]] leads nowhere.",
            "Outside a record's notes say of which record: `[[point:ID/meet-again]]`.",
        ),
        ("[[theme:Trade]]", "[[theme:Trade]] leads nowhere.", "Ids are small letters, digits and single hyphens."),
        ("[map](media/../site.yaml)", "media/../site.yaml leads nowhere.", "Name a file in content/media/."),
    ],
)
def test_what_is_wrong_in_itself_is_told_with_a_remedy(text: str, message: str, remedy: str) -> None:
    ((at, _, *told),) = faults_in(f"One.\n{text}")
    assert at == 5
    assert told == [message, remedy]


def test_in_a_note_of_a_record_its_own_statements_need_no_more() -> None:
    (mention,) = mentions_in("as in [[s15]]", "talks")
    assert is_good(mention)
    assert list(faults_in("as in [[s15]] and [[point:meet]]", "talks")) == []


def test_links_in_words() -> None:
    assert in_words("[[theme:trade]] and [[s15|this sentence]]") == "trade and this sentence"
