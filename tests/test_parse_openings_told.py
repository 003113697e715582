"""Openings of readouts, device by device: who is named in them, with which office, for which state."""

from __future__ import annotations

import pytest

from tests.parsing import parsed


def principals(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """The principals of a readout, each with title and state."""
    return {(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"}


@pytest.mark.parametrize(
    ("lead", "state"),
    [
        ("Norvoan Foreign Minister Ola Sand today received Foreign Minister Jonas Ferrel.", "Norvoa"),
        ("The Makiban Minister of Trade, Ola Sand, today received Foreign Minister Jonas Ferrel.", "Makiba"),
        ("Foreign Minister Jonas Ferrel today met Kerstani Prime Minister Ola Sand.", "Kerstan"),
        ("Foreign Minister Jonas Ferrel today met his Makiban counterpart Ola Sand.", "Makiba"),
    ],
)
def test_a_people_whose_state_stands_nowhere(lead: str, state: str) -> None:
    assert state in {p[2] for p in principals(f"Ministers meet\n\n{lead}\n")}


def test_no_people_is_made_of_a_surname() -> None:
    found = principals("Ministers meet\n\nPresident Ana Dorvan Foreign Minister Jonas Ferrel met in Norr.\n")
    assert "Dorva" not in {p[2] for p in found}


RELEASE = "President Maren Talvik of Kestria received Prime Minister Jonas Ferrel of Orvland{}.\n"


@pytest.mark.parametrize(
    ("head", "behind", "date"),
    [
        ("14TH MARCH, 2024\n\nTalvik receives Ferrel\n\n", "", "2024-03-14"),
        ("14.III.2024\n\nTalvik receives Ferrel\n\n", "", "2024-03-14"),
        ("14 March 2024\n\nTalvik receives Ferrel\n\n", " last Wednesday", "2024-03-13"),
        ("14 March 2024\n\nTalvik receives Ferrel\n\n", " last Thursday", "2024-03-07"),
        ("14 March 2024\n\nTalvik receives Ferrel\n\n", " this morning, after a ferry had brought him late on Tuesday", "2024-03-14"),
        ("Talvik receives Ferrel\n\n", ", who stayed from 12 until 14 March 2024", "2024-03-12/2024-03-14"),
    ],
)  # fmt: skip
def test_the_day(head: str, behind: str, date: str) -> None:
    assert date == parsed(head + RELEASE.format(behind)).event.date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Statement | Norr, 5 March 2024\nTalvik receives Ferrel\n\n" + RELEASE.format(""), "Norr"),
        ("Sable Palace\n5 March 2024\nCOURT CIRCULAR\n\n" + RELEASE.format(""), "Sable Palace"),
        ("Talvik and Ferrel\n\nWHEN: Friday, 8 March 2024\nWHERE: Harbour Hotel, Norr\n\n" + RELEASE.format(""), "Harbour Hotel, Norr"),
        ("Ministers on site\n\nMinisters Maren Talvik of Kestria and Jonas Ferrel of Orvland toured the Old Norr fish market on Friday.\n", "Old Norr fish market"),
        ("Minister abroad\n\nMinister Maren Talvik of Kestria travelled to Norr on Friday and met Minister Jonas Ferrel of Orvland.\n", "Norr"),
        ("Minister at sea\n\nMinister Maren Talvik was pleased to welcome to the Sable Museum on Friday Minister Jonas Ferrel of Orvland.\n", "Sable Museum"),
        ("Statement by Minister Maren Talvik\n\nToday in Norr I met my Orvish counterpart, Minister Jonas Ferrel.\n", "Norr"),
    ],
)  # fmt: skip
def test_the_place(text: str, place: str) -> None:
    assert place == parsed(text).event.place


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("The foreign ministers of Kestria and North Orvland, Ana Brel and Tom Harl respectively, met in Norr.", "Foreign minister"),
        ("The new Ambassadors of North Orvland and the Kells – H.E. Ana Brel and Tom Harl – met President Per Lund.", "Ambassador"),
        ("Delegations of Kestria and the Free State of Orvland, headed respectively by Ana Brel and Tom Harl, met in Norr.", None),
    ],
)  # fmt: skip
def test_names_in_the_order_of_their_states(lead: str, title: str | None) -> None:
    found = {p[:2] for p in principals(f"They meet\n\n{lead}\n")}
    assert {("Ana Brel", title), ("Tom Harl", title)} <= found


def test_offices_in_the_order_of_the_names_before_them() -> None:
    text = (
        "They speak\n\nAna Brel, Tom Harl and Per Lund spoke by telephone today. The President of Kestria, the Prime "
        "Minister of Norr and the Chancellor of Orvland condemned the raid.\n"
    )
    assert principals(text) == {
        ("Ana Brel", "President", "Kestria"),
        ("Tom Harl", "Prime Minister", "Norr"),
        ("Per Lund", "Chancellor", "Orvland"),
    }


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("The session was co-chaired by Deputy Minister Ana Brel for Kestria and Deputy Minister Tom Harl for Orvland.", ("Ana Brel", "Deputy Minister", "Kestria")),
        ("The plan was signed by Tom Harl, Minister of Ports, for the Kells and by Ana Brel, Minister of Trade, for Kestria.", ("Ana Brel", "Minister of Trade", "Kestria")),
        ("The plan was signed by Minister Tom Harl and, on behalf of Kestria, by Ana Brel, Minister of Trade.", ("Ana Brel", "Minister of Trade", "Kestria")),
        ("The meeting was held under the chairmanship of Ana Brel, Prime Minister of Kestria.", ("Ana Brel", "Prime Minister", "Kestria")),
        ("President Tom Harl gave a dinner in honour of Ana Brel, Speaker of Kestria.", ("Ana Brel", "Speaker", "Kestria")),
        ("After the funeral of the late President of Orvland, President Ana Brel met Chancellor Tom Harl.", ("Ana Brel", "President", None)),
        ("Director General for Political Affairs Ana Brel met Minister Tom Harl.", ("Ana Brel", "Director General for Political Affairs", None)),
        ("Minister Tom Harl met the Chargé d'Affaires a.i. of Kestria, Ana Brel.", ("Ana Brel", "Chargé d'Affaires a.i.", "Kestria")),
        ("H.E. Ambassador Ana Brel gave a dinner in honour of Tom Harl, Minister of Trade of Kestria.", ("Ana Brel", "Ambassador", None)),
    ],
)  # fmt: skip
def test_who_meets(lead: str, who: tuple[str, str, str | None]) -> None:
    assert who in principals(f"They meet\n\n{lead}\n")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("They meet\n\nMinister Tom Harl and the Chief Executive of the Kestrian company Harbour Yards, Ana Brel, met.\n", ("Ana Brel", "Chief Executive", "Kestria")),
        ("They meet\n\nMinister Tom Harl met a delegation of the Kestrian firm Lake Light headed by its Director, Ms Ana Brel.\n", ("Ana Brel", "Director", "Kestria")),
        ("They meet\n\nSpeaker Tom Harl met a cross-party group of Kestrian MPs led by Ana Brel in Norr.\n", ("Ana Brel", None, "Kestria")),
        ("They meet\n\nSpeaker Tom Harl met a delegation of the Workers' Movement of Kestria led by Ana Brel.\n", ("Ana Brel", None, "Kestria")),
        ("They meet\n\nMinister Tom Harl of Norr conferred with Ana Brel, who heads the diplomacy of Kestria.\n", ("Ana Brel", None, "Kestria")),
        ("They meet\n\nThe head of Kestrian diplomacy, Foreign Minister Ana Brel, met Minister Tom Harl.\n", ("Ana Brel", "Foreign Minister", "Kestria")),
        ("They meet\n\nAna Brel and her guest Tom Harl, Chancellor of Orvland, toured Norr. The Prime Minister told residents that it rained.\n", ("Ana Brel", "Prime Minister", None)),
        ("Office of President Ana Brel of Kestria\n5 May 2024\nPresident meets speaker\n\nToday the President met Tom Harl, Speaker of Orvland.\n", ("Ana Brel", "President", "Kestria")),
        ("Call\n\nThe following readout was issued by the Spokesman for Ana Brel, Secretary-General of the Harbour League:\n\nThe Secretary-General spoke with President Tom Harl of Orvland.\n", ("Ana Brel", "Secretary-General", "Harbour League")),
        ("They meet\n\nMinister Tom Harl of Norr, together with Kestrian Minister Ana Brel, opened the new embassy.\n", ("Ana Brel", "Minister", "Kestria")),
        ("They meet\n\nPremier Tom Harl met Ana Brel, Consul General of Kestria in Norr.\n", ("Ana Brel", "Consul General", "Kestria")),
    ],
)  # fmt: skip
def test_who_meets_though_little_tells_it(text: str, who: tuple[str, str | None, str | None]) -> None:
    assert who in principals(text)


def test_who_only_came_along_is_no_principal() -> None:
    text = "They meet\n\nPresident Tom Harl of Norr, joined by Foreign Minister Per Lund, met President Ana Brel of Kestria.\n"
    assert "Per Lund" not in {p[0] for p in principals(text)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Notice\n\nThe Makiban Ministry of Ports announces that a plan was signed in Norr by Minister Ana Brel and by Minister Tom Harl of Orvland.\n", ("Ana Brel", "Minister", "Makiba")),
        ("They meet\n\nSpeaker Tom Harl met in Norr with the Chair of the Makiban Parliament, Ana Brel.\n", ("Ana Brel", "Chair of the Makiban Parliament", "Makiba")),
        ("They meet\n\nMinister Tom Harl met Ms Ana Brel, Secretary of the Makiban Security Council, in Norr.\n", ("Ana Brel", "Secretary of the Makiban Security Council", "Makiba")),
        ("They meet\n\nDirector Tom Harl and Ana Brel, political director at the Foreign Ministry of Kestria, met.\n", ("Ana Brel", "political director at the Foreign Ministry", "Kestria")),
        ("They meet\n\nSpeaker Tom Harl met the Vice-Chair of the corresponding committee of the Makiban Parliament, Ana Brel.\n", ("Ana Brel", "Vice-Chair", "Makiba")),
        ("Minister meets Foreign Minister of Kestria\n\nMinister Tom Harl of Norr met Ana Brel, Deputy Prime Minister and Kestria's top diplomat, today.\n", ("Ana Brel", "Deputy Prime Minister", "Kestria")),
        ("They meet\n\nForeign Minister Tom Harl and his colleague Ana Brel of Kestria met at the border.\n", ("Ana Brel", "Foreign Minister", "Kestria")),
        ("They meet\n\nForeign Minister Tom Harl spoke with his colleagues from Old Kestria and New Orvland, Ana Brel and Per Lund, respectively.\n", ("Ana Brel", "Foreign Minister", "Old Kestria")),
        ("They meet\n\nThe King and the Queen of Norr were welcomed today by President Ana Brel of Kestria.\n", (None, "King", "Norr")),
    ],
)  # fmt: skip
def test_whose_state_is_told_in_an_odd_place(text: str, who: tuple[str | None, str, str]) -> None:
    assert who in principals(text)


def test_here_is_the_town_of_the_service_that_puts_it_out() -> None:
    text = "Norr (Party Press Service)\n\nThey meet\n\nSecretary Per Lund met here on 3 May 2024 President Ana Brel of Kestria.\n"
    assert "Norr" == parsed(text).event.place


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("They meet\n\nMinister Tom Harl of Norr and the President of the Community of Coastal Nations, Ana Brel, met.\n", ("Ana Brel", "President of the Community of Coastal Nations", None)),
        ("They meet\n\nMinister Tom Harl of Norr met Ana Brel, Chair of the Council of Inland States.\n", ("Ana Brel", "Chair of the Council of Inland States", None)),
        ("They meet\n\nMinister for Trade and Export Growth Ana Brel met Minister Tom Harl of Norr.\n", ("Ana Brel", "Minister for Trade and Export Growth", None)),
        ("They meet\n\nMakiban President de Lund met Minister Tom Harl of Norr.\n", ("de Lund", "President", "Makiba")),
        ("Office of President Ana Brel of Kestria\n5 May 2024\nPresident meets speakers\n\nToday the President met the Speaker of Orvland, Tom Harl, and the Speaker of Norr, Per Lund.\n", ("Ana Brel", "President", "Kestria")),
    ],
)  # fmt: skip
def test_bodies_of_states_matters_and_names(text: str, who: tuple[str, str, str | None]) -> None:
    assert who in principals(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("They meet\n\nThe summit was held in Norr under the chairmanship of Talviko, President of Kestria.\n", ("Talviko", "President", "Kestria")),
        ("They meet\n\nTalviko, Prime Minister of Kestria, met Minister Tom Harl of Norr.\n", ("Talviko", "Prime Minister", "Kestria")),
        ("They meet\n\nMinister Tom Harl of Norr met the Vice Minister of Labour of Kestria, Talviko.\n", ("Talviko", "Vice Minister of Labour", "Kestria")),
        ("They dine\n\nMinister Tom Harl gave a dinner, with the participation of Ana Brel (Kestria), Per Lund (Old Orvland) and the Special Envoy of Norr, Ola Sand.\n", ("Per Lund", None, "Old Orvland")),
        ("They dine\n\nMinister Tom Harl gave a dinner, with the participation of Ana Brel (Kestria), Per Lund (Old Orvland) and the Special Envoy of Norr, Ola Sand.\n", ("Ana Brel", None, "Kestria")),
    ],
)  # fmt: skip
def test_one_name_and_states_in_brackets(text: str, who: tuple[str, str | None, str]) -> None:
    assert who in principals(text)


def test_a_town_before_an_office_is_nobody() -> None:
    text = "They meet\n\nIn Wellmere, President of Norr Ana Brel received Tom Harl, Prime Minister of Kestria.\n"
    assert {"Ana Brel", "Tom Harl"} == {p[0] for p in principals(text)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("They meet\n\nIn the course of his visit to Orvland, Foreign Minister Tom Harl was granted an audience by His Majesty King Olav in Norr.\n", ("Olav", "King", "Orvland")),
        ("Letter\n\nPresident Tom Harl of Kestria wrote a letter to Ana Brel, Director-General of the Organisation for Coastal Trade, calling for relief.\n", ("Ana Brel", "Director-General", "Organisation for Coastal Trade")),
        ("They meet\n\nEnvoy Tom Harl of Kestria and the President of the Continental Commission, Ana Brel, met.\n", ("Ana Brel", "President of the Continental Commission", None)),
        ("NOTE\n\nWHO: Trade Minister Ana Brel; Trade Minister Per Lund-Harl of Kestria\nWHEN: Friday, 3 May 2024\n\nTrade Minister Lund-Harl and Trade Minister Brel signed a plan.\n", ("Ana Brel", "Trade Minister", None)),
        ("NOTE\n\nWHO: Trade Minister Ana Brel; Trade Minister Per Lund-Harl of Kestria\nWHEN: Friday, 3 May 2024\n\nTrade Minister Lund-Harl and Trade Minister Brel signed a plan.\n", ("Per Lund-Harl", "Trade Minister", "Kestria")),
    ],
)  # fmt: skip
def test_states_of_hosts_bodies_and_double_surnames(text: str, who: tuple[str, str, str | None]) -> None:
    assert who in principals(text)


def test_a_name_behind_a_formal_name_is_no_part_of_it() -> None:
    text = "Talks\n\nAna Brel spoke by phone with President of the Republic of Kestria Gundo Ibarel, at the Kestrian side's wish.\n"
    assert ("Gundo Ibarel", "President", "Kestria") in principals(text)


@pytest.mark.parametrize("office", ["Minister of the Interior", "Minister of Municipal Affairs", "Second Deputy Prime Minister", "Minister of Cultural Heritage", "Minister for Trade and Development Aid", "Minister of Finance", "Head of the Presidential Administration"])  # fmt: skip
@pytest.mark.parametrize("name", ["Ana Brel", "Anneke de Lund", "K. P. Brelar"])
@pytest.mark.parametrize(
    "lead",
    [
        "{office} {name} of Kestria met Minister Tom Harl of Norland in Wellport on Friday.",
        "Talks between Minister Tom Harl of Norland and {office} {name} of Kestria took place in Wellport.",
        "Foreign Minister Tom Harl of Norland met with his colleague {name}, {office} of Kestria, on Friday.",
    ],
)
def test_offices_before_and_behind_names_of_all_forms(office: str, name: str, lead: str) -> None:
    assert (name, office, "Kestria") in principals(f"They meet\n\n{lead.format(office=office, name=name)}\n")


@pytest.mark.parametrize("office", ["Minister of Posts and Ports", "Deputy Minister of Public Works", "Minister in the Presidency", "Minister of the Sea", "Minister of Transport and Communications"])  # fmt: skip
@pytest.mark.parametrize("name", ["Ana Brel", "Talviko", "Ivo de la Tarre", "A. F. M. Brel"])
def test_a_state_behind_the_name_of_a_minister(office: str, name: str) -> None:
    text = f"They meet\n\n{office} {name} of Kestria met Foreign Minister Tom Harl of Norland in Wellport on Friday.\n"
    assert (name, office, "Kestria") in principals(text)


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Minister Tom Harl of Norland and his Karistan counterpart, Minister of Trade Ana Brel, met.", ("Ana Brel", "Minister of Trade", "Karistan")),
        ("Welcoming Minister of Trade of the Republic of Kestria D. R. Brel, Minister Tom Harl of Norland praised the port.", ("D. R. Brel", "Minister of Trade", "Kestria")),
    ],
)  # fmt: skip
def test_names_of_states_are_neither_shortened_nor_lengthened(lead: str, who: tuple[str, str, str]) -> None:
    assert who in principals(f"They meet\n\n{lead}\n")
