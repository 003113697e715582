"""Offices as houses tell them: with initials, honorifics of other languages and words in small letters between title and name."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

Who = tuple[str | None, str | None, str | None]

THEN = "\n\nThe two sides agreed to mend the pier. They spoke of boats.\n"


def who(text: str) -> list[Who]:
    """The principals of a text, each with title and state."""
    return [(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize(
    ("office", "title"),
    [
        ("General Secretary of the Communist Party of Vietnam (CPV)", "General Secretary of the Communist Party"),
        (
            "General Secretary of the Communist Party of Vietnam (CPV) Central Committee",
            "General Secretary of the Communist Party",
        ),
    ],
)
def test_initials_and_parts_of_a_party_end_no_office(office: str, title: str) -> None:
    text = f"{office} Tran Van Minh received Minister Jonas Ferrel of Orvland in Hanoi on July 5." + THEN
    assert ("Tran Van Minh", title, "Vietnam") == who(text)[0]


@pytest.mark.parametrize(
    ("guest", "expected"),
    [
        ("Shaikh Nasser Al Murri, Emir of the State of Kuwait", ("Nasser Al Murri", "Emir", "Kuwait")),
        (
            "H.E. Rex Manlapig, Secretary of Social Welfare and Development of the Republic of the Philippines",
            ("Rex Manlapig", "Secretary of Social Welfare and Development", "Philippines"),
        ),
        (
            "S. E. Dr. Celeste Amaro, Minister of Trade of the Republic of Angola",
            ("Celeste Amaro", "Minister of Trade", "Angola"),
        ),
        ("Việt Nam’s Foreign Minister Lê Văn Hòa", ("Lê Văn Hòa", "Foreign Minister", "Việt Nam")),
    ],
)
def test_a_guest_is_read_with_his_office(guest: str, expected: Who) -> None:
    assert expected in who(f"President Maren Talvik of Kestria met with {guest}, in Norr on Friday." + THEN)


def test_s_and_e_before_a_surname_are_initials() -> None:
    text = f"President Maren Talvik of Kestria met with Minister S. E. Brandt of Orvland in Norr.{THEN}"
    assert "S. E. Brandt" == who(text)[1][0]


def test_a_house_calls_its_own_state_the_country() -> None:
    text = f"Sheikh Talal bin Ali Al Murri, Emir of the country, received President Jonas Ferrel of Orvland.{THEN}"
    assert [("Talal bin Ali Al Murri", "Emir", None), ("Jonas Ferrel", "President", "Orvland")] == who(text)


def test_a_dateline_without_a_dash_names_nobody() -> None:
    text = f"Port Sable, The Minister of Trade, Maren Talvik, met with the Minister of Trade of Orvland, Jonas Ferrel.{THEN}"
    assert ["Jonas Ferrel"] == [name for name, _, state in who(text) if state == "Orvland"]
    assert "Port Sable" not in [name for name, _, _ in who(text)]


def test_a_king_is_not_the_prince_who_is_called_after_him() -> None:
    text = (
        f"King Hamad, accompanied by Crown Prince Salman bin Hamad, met with President Jonas Ferrel of Orvland.{THEN}"
    )
    assert [("Hamad", "King", None), ("Jonas Ferrel", "President", "Orvland")] == who(text)


@pytest.mark.parametrize(
    ("guest", "expected"),
    [
        ("Turkey’s ambassador to Kestria, Jonas Ferrel", ("Jonas Ferrel", "ambassador", "Turkey")),
        (
            "the Chargé d'Affaires ad interim of the Turkish Embassy, Jonas Ferrel",
            ("Jonas Ferrel", "Chargé d'Affaires ad interim", "Türkiye"),
        ),
        ("Jonas Ferrel, the Ambassador at the Turkish Embassy in Norr", ("Jonas Ferrel", "Ambassador", "Türkiye")),
        (
            "the Hon. Jonas Ferrel, MP, Minister for Fisheries of the Commonwealth of Australia",
            ("Jonas Ferrel", "Minister for Fisheries", "Australia"),
        ),
        (
            "Russia’s recently appointed ambassador to Kestria, Jonas Ferrel",
            ("Jonas Ferrel", "ambassador", "Russia"),
        ),
    ],
)
def test_an_envoy_is_read_with_where_he_serves(guest: str, expected: Who) -> None:
    assert expected in who(f"President Maren Talvik of Kestria met with {guest}, on Friday.{THEN}")


def test_what_is_taught_is_no_state() -> None:
    text = f"President Maren Talvik of Kestria received the Director of the Institute of Diplomacy, Olga Brand.{THEN}"
    assert "Diplomacy" not in [state for _, _, state in who(text)]


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        (
            "The African Union Commission (AUC) Chairperson, Dr. Thandi Nkosi,",
            ("Thandi Nkosi", "Chairperson", "African Union"),
        ),
        (
            "The African Union Commission Chairperson, Thandi Nkosi,",
            ("Thandi Nkosi", "Commission Chairperson", "African Union"),
        ),
        (
            "The President of the Commission of the Economic Community of West African States (ECOWAS) Thandi Nkosi",
            ("Thandi Nkosi", "President of the Commission", "ECOWAS"),
        ),
        (
            "Thandi Nkosi, the Russian Co-Chair of the OSCE Harbour Group,",
            ("Thandi Nkosi", "Co-Chair of the OSCE Harbour Group", "Russia"),
        ),
    ],
)
def test_who_heads_an_organisation_is_read_with_it(office: str, expected: Who) -> None:
    assert expected == who(f"{office} met with President Jonas Ferrel of Orvland in Norr.{THEN}")[0]


def test_an_office_once_held_is_told_as_such() -> None:
    text = (
        "President Maren Talvik receives former Orvish President Ola Sand\n\nPresident Maren Talvik of Kestria has received "
        f"a delegation led by former President of Orvland Ola Sand.\n\nOla Sand said that the pier has grown.{THEN}"
    )
    assert ("Ola Sand", "former President", "Orvland") in who(text)


@pytest.mark.parametrize("office", ["a former President of Turkey", "former President of Turkey"])
def test_an_office_once_held_may_stand_behind_the_name(office: str) -> None:
    text = f"President Maren Talvik of Kestria received Ahmet Gun, {office}, in Norr.{THEN}"
    assert [("Maren Talvik", "President", "Kestria"), ("Ahmet Gun", "former President", "Turkey")] == who(text)


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        (
            "Georgian Vice Prime Minister, Foreign Minister Gia Kiria",
            ("Gia Kiria", "Vice Prime Minister, Foreign Minister", "Georgia"),
        ),
        (
            "Governor of Astrakhan region of the Russian Federation Alexei Zhilov",
            ("Alexei Zhilov", "Governor of Astrakhan region", "Russian Federation"),
        ),
    ],
)
def test_two_offices_and_a_region_are_read_whole(office: str, expected: Who) -> None:
    assert expected == who(f"{office} met with President Jonas Ferrel of Orvland in Norr.{THEN}")[0]


def test_whom_a_host_was_talking_to_he_met() -> None:
    text = (
        "ISLAMABAD, Sep 15 (APP): Prime Minister Omar Khan Abbas Friday spoke of trade.\n"
        "He was talking to Ambassador of the United States of America Mark Vane who called on him here.\n"
    )
    assert ["Omar Khan Abbas", "Mark Vane"] == [name for name, _, _ in who(text)]
