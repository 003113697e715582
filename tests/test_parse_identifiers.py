"""Ids: made of date and names, in ASCII, never given twice, and one id means one person."""

from __future__ import annotations

import pytest

from tests.parsing import parsed, wrong
from verbale.authority import Authority, Speaker
from verbale.ids import is_slug
from verbale.parse.identifiers import KnownIds, free, record_id, slug
from verbale.record import RESERVED_IDS

TALKS = """\
Talks at Sea

On March 14, 2024, President Maren Talvik of Kestria met with Prime Minister Jonas Ferrel of Orvland in Port Sable.

Talvik said that the two countries share a sea. The two sides agreed to exchange data.
"""
ID = "2024-03-14-maren-talvik-jonas-ferrel"


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Maren Talvik", "maren-talvik"),
        ("Étienne O’Shea-Łukasz", "etienne-oshea-lukasz"),
        ("H.E. Dr. Mira Sol", "he-dr-mira-sol"),
        ("Людмила Брель", "lyudmila-brel"),
        ("  -- ", "x"),
        ("", "x"),
        ("🌊", "ocean"),
    ],
)
def test_a_slug_is_ascii(words: str, made: str) -> None:
    assert made == slug(words)
    assert is_slug(made)


def test_a_slug_is_cut_between_words() -> None:
    assert "the-two-sides" == slug("The two sides agreed", 15)
    assert 80 == len(slug("x" * 200))


def test_what_is_taken_is_counted_on() -> None:
    assert ["talks", "talks-2", "talks-3"] == [free("talks", taken) for taken in ([], ["talks"], ["talks", "talks-2"])]


@pytest.mark.parametrize(
    ("date", "people", "made"),
    [
        ("2024-03-14", ["a-b", "c-d"], "2024-03-14-a-b-c-d"),
        ("2024-03-14", ["a-b", "c-d", "e-f"], "2024-03-14-a-b-c-d-and-others"),
        ("2024-03-14/2024-03-15", ["a-b"], "2024-03-14-a-b"),
        ("XXXX-03-14", ["a-b"], "xxxx-03-14-a-b"),
        (None, ["a-b"], "undated-a-b"),
        (None, [], "undated-statement-on-the-lake-and-its"),
    ],
)
def test_a_records_id_is_its_date_and_who_met(date: str | None, people: list[str], made: str) -> None:
    assert made == record_id(date, people, "Statement on the lake and its fish and nets")


def test_two_records_of_one_event_share_the_events_id() -> None:
    first, second = parsed(TALKS), parsed(TALKS, known=KnownIds(records=frozenset({ID})))
    assert (ID, ID) == (first.id, first.event.id)
    assert (f"{ID}-2", ID) == (second.id, second.event.id)
    third = parsed(TALKS, known=KnownIds(records=frozenset({ID, f"{ID}-2"})))
    assert f"{ID}-3" == third.id


def test_three_who_met() -> None:
    text = TALKS.replace(
        "met with Prime Minister Jonas Ferrel of Orvland",
        "met with Prime Minister Jonas Ferrel of Orvland and President Ana Sol of Suvanna",
    )
    record = parsed(text)
    assert "2024-03-14-maren-talvik-jonas-ferrel-and-others" == record.id
    assert ["Maren Talvik", "Jonas Ferrel", "Ana Sol"] == [p.name for p in record.participants if p.role == "principal"]


def test_nobody_who_met() -> None:
    record = parsed("Statement on the Lake\n\nThe lake is open again. Boats may sail.\n")
    assert "undated-statement-on-the-lake" == record.id
    assert () == record.participants


def test_no_date() -> None:
    assert "undated-maren-talvik-jonas-ferrel" == parsed(TALKS.replace("On March 14, 2024, ", "")).id


def test_a_person_met_before_keeps_the_id_where_name_and_state_agree() -> None:
    known = KnownIds(actors={"jonas-ferrel": ("Jonas Ferrel", "Orvland")})
    assert ["maren-talvik", "jonas-ferrel"] == [p.id for p in parsed(TALKS, known=known).participants]


def test_another_person_of_one_name_gets_the_state_behind_it() -> None:
    known = KnownIds(actors={"jonas-ferrel": ("Jonas Ferrel", "Suvanna")})
    assert ["maren-talvik", "jonas-ferrel-orvland"] == [p.id for p in parsed(TALKS, known=known).participants]


def test_an_alias_leads_to_the_id_that_people_gave() -> None:
    speaker = Speaker(id="j-ferrel", name="Jonas T. Ferrel", aliases=("Jonas Ferrel",))
    record = parsed(TALKS, Authority(speakers={speaker.id: speaker}))
    assert ["maren-talvik", "j-ferrel"] == [p.id for p in record.participants]


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Jordan Sol", "Sol"),
        ("Georgia Brandt", "Brandt"),
        ("Maren Jordan", "Jordan"),
    ],
)
def test_a_person_named_like_a_state(name: str, surname: str) -> None:
    text = (
        TALKS.replace("Maren Talvik", name).replace("Talvik said", f"{surname} said")
        + "\nOrvland supports the ferry.\n"
    )
    record = parsed(text)
    assert [] == wrong(record, text)
    assert slug(name) == record.participants[0].id
    assert slug(name) == record.statements[1].speaker
    assert ["Orvland"] == [p.name for p in record.parties]


def test_a_person_and_a_state_of_one_name_have_two_ids() -> None:
    text = TALKS.replace("Jonas Ferrel", "Malta").replace("Maren Talvik", "Suvanna Malta").replace("Talvik", "Malta")
    record = parsed(text)
    ids = [*(p.id for p in record.participants), *(p.id for p in record.parties)]
    assert sorted(set(ids)) == sorted(ids)
    assert [] == wrong(record, text)


def test_words_that_mean_something_else_are_never_ids() -> None:
    text = TALKS.replace("Jonas Ferrel", "Joint").replace("Maren Talvik", "Unknown")
    record = parsed(text)
    assert set() == RESERVED_IDS & {p.id for p in record.participants}
    assert [] == wrong(record, text)


def test_ids_of_statements_and_points_are_counted_and_unique() -> None:
    text = TALKS + "\nThe two sides agreed to exchange data. The two sides agreed to exchange data.\n"
    record = parsed(text)
    assert ["s01", "s02", "s03", "s04", "s05"] == [s.id for s in record.statements]
    assert ["exchange-data", "exchange-data-2", "exchange-data-3"] == [p.id for p in record.agreed]


@pytest.mark.parametrize("alias", ["TALVIK", "Talvik", "PRESIDENT TALVIK", "President Talvik"])
def test_a_label_in_capitals_is_joined_by_an_alias(alias: str) -> None:
    turns = "Remarks to the press\n\nPRESIDENT TALVIK: Welcome.\n\nPRIME MINISTER FERREL: Thank you.\n\nPRESIDENT TALVIK: Thank you.\n"
    speakers = {"maren-talvik": Speaker(id="maren-talvik", name="Maren Talvik", aliases=(alias,))}
    assert "maren-talvik" == parsed(turns, authority=Authority(speakers=speakers)).statements[0].speaker
    assert "talvik" == parsed(turns).statements[0].speaker


def test_an_alias_of_somebody_else_with_the_same_surname_joins_nobody() -> None:
    speakers = {"mira-talvik": Speaker(id="mira-talvik", name="Mira Talvik", aliases=("Minna Talvik",))}
    turns = "Remarks to the press\n\nPRESIDENT TALVIK: Welcome.\n\nPRIME MINISTER FERREL: Thank you.\n\nPRESIDENT TALVIK: Thank you.\n"
    assert "talvik" == parsed(turns, authority=Authority(speakers=speakers)).statements[0].speaker
