"""How persons are presented: what stands between an office and the name, and behind the name."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from verbale.parse.tokens import titled

THEN = " President Jonas Ferrel of Orvland in Norr.\n\nThe two sides agreed to mend the pier.\n"


def first(text: str) -> tuple[str | None, str | None, str | None]:
    """The first principal of a text, with title and state."""
    return next((p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal")


@pytest.mark.parametrize(
    "letters",
    [
        "The Taoiseach, Maren Talvik TD, met",
        "The Minister of Trade, Maren Talvik T.D., met",
        "Minister Maren Talvik MEP met",
        "Maren Talvik KC, Minister, met",
    ],
)
def test_letters_behind_a_name_are_no_part_of_it(letters: str) -> None:
    assert "Maren Talvik" == first(letters + THEN)[0]


@pytest.mark.parametrize(
    ("who", "title"),
    [
        (
            "The Deputy Prime Minister and Foreign Minister, Senator Maren Talvik,",
            "Deputy Prime Minister and Foreign Minister",
        ),
        ("The Minister of Defence, Rear Admiral Maren Talvik,", "Minister of Defence"),
        ("The Minister of Trade, Professor Maren Talvik,", "Minister of Trade"),
        ("Orvland’s Minister of Defence, Lt. Gen. (ret.) Maren Talvik", "Minister of Defence"),
        ("Minister of Defence Air Chief Marshal (Retd) Maren Talvik", "Minister of Defence"),
    ],
)
def test_a_rank_may_stand_between_an_office_and_the_name(who: str, title: str) -> None:
    assert ("Maren Talvik", title) == first(f"{who} received{THEN}")[:2]


@pytest.mark.parametrize(
    "lead",
    [
        "Minister of Trade and Fisheries, Maren Talvik, met",
        "The pier was opened. Minister of Trade and Fisheries, Maren Talvik, met",
        "A call was received by Minister of Trade and Fisheries, Maren Talvik, who met",
    ],
)
def test_an_office_without_an_article_may_stand_before_the_name_and_a_comma(lead: str) -> None:
    assert ("Maren Talvik", "Minister of Trade and Fisheries") == first(lead + THEN)[:2]


def test_an_office_without_an_article_in_a_list_is_nobody_elses() -> None:
    found = parsed("The President, Prime Minister, Maren Talvik and Elin Soras dined with" + THEN)
    assert all(p.title != "Prime Minister" for p in found.participants if p.name == "Maren Talvik")


@pytest.mark.parametrize("style", ["the Honourable", "the Hon", "the Hon.", "the Rt Hon.", "Senator the Hon."])
def test_an_honorific_with_an_article_may_follow_an_office_at_once(style: str) -> None:
    assert ("Maren Talvik", "Minister of Trade") == first(f"Minister of Trade {style} Maren Talvik met{THEN}")[:2]


@pytest.mark.parametrize(
    ("who", "title"),
    [
        (
            "Minister for Trade and Second Minister for Ports Maren Talvik",
            "Minister for Trade and Second Minister for Ports",
        ),
        ("Minister of Trade and Minister of Ports Maren Talvik", "Minister of Trade and Minister of Ports"),
        ("The President of the Military Council, H.E. General Maren Talvik,", "President of the Military Council"),
        ("H.E. Alhaji Dr. Maren Talvik, President of the Islamic Republic of Kestria,", "President"),
    ],
)
def test_where_an_office_ends(who: str, title: str) -> None:
    assert ("Maren Talvik", title) == first(f"{who} met{THEN}")[:2]


@pytest.mark.parametrize("style", ["the Honourable", "the Hon", "the Rt Hon"])
def test_an_honorific_with_an_article_is_no_part_of_the_portfolio(style: str) -> None:
    lead = f"Kestria's Minister of Trade and Fisheries, {style} Maren Talvik, met"
    assert ("Maren Talvik", "Minister of Trade and Fisheries", "Kestria") == first(lead + THEN)


def test_a_headlines_verb_in_capitals_is_no_name() -> None:
    text = (
        "News / Press Release: Minister of Trade of Orvland Visited Kestria\n\nMinister of Trade Maren Talvik of Kestria met"
        + THEN
    )
    assert {"Maren Talvik", "Jonas Ferrel"} == {p.name for p in parsed(text).participants}


@pytest.mark.parametrize(
    ("place", "name"), [("Paris, 12 August 2020", "Étienne Talvik"), ("Norr, 12 August 2020", "M. Étienne Talvik")]
)
def test_a_french_house_writes_an_honorific_of_one_letter(place: str, name: str) -> None:
    told = "M. Étienne Talvik, President of the Republic, met" + THEN
    assert name == first(f"{place}\n\n{told}\nHe spoke of {'France' if 'Paris' in place else 'Norr'}.\n")[0]


@pytest.mark.parametrize(
    ("who", "title", "state"),
    [
        ("Kestrian Trade and Industry Minister Maren Talvik", "Trade and Industry Minister", "Kestria"),
        (
            "Foreign and Diaspora Affairs Cabinet Secretary Maren Talvik",
            "Foreign and Diaspora Affairs Cabinet Secretary",
            None,
        ),
        ("Maren Talvik, Kestria’s Secretary of State for Fisheries,", "Secretary of State for Fisheries", "Kestria"),
        (
            "Maren Talvik, Minister of International Trade, Export Promotion, Small Business and Economic Development,",
            "Minister of International Trade, Export Promotion, Small Business and Economic Development",
            None,
        ),
        (
            "U.S. Special Envoy for the Harbour Basin Maren Talvik",
            "Special Envoy for the Harbour Basin",
            "United States",
        ),
        ("Harbour League Secretary-General, Maren Talvik,", "Secretary-General", "Harbour League"),
        ("Harbour Fund Executive Secretary Maren Talvik", "Executive Secretary", "Harbour Fund"),
        ("OSCE Chairperson-in-Office Maren Talvik", "Chairperson-in-Office", "OSCE"),
        ("The President of the ECOWAS Commission, H.E. Maren Talvik,", "President of the ECOWAS Commission", "ECOWAS"),
        ("Kestrian First Deputy Interior Minister Maren Talvik", "First Deputy Interior Minister", "Kestria"),
        ("Prince Maren Talvik, Crown Prince and Prime Minister,", "Crown Prince and Prime Minister", None),
        ("The UN Resident Coordinator, Ms. Maren Talvik,", "Resident Coordinator", "United Nations"),
        ("The UN High Commissioner for Refugees, Maren Talvik,", "High Commissioner for Refugees", "United Nations"),
        (
            "The EU Special Representative for the Horn of Kestria, Maren Talvik,",
            "Special Representative for the Horn of Kestria",
            "EU",
        ),
    ],
)
def test_offices_at_courts_and_organisations(who: str, title: str, state: str | None) -> None:
    assert ("Maren Talvik", title, state) == first(f"{who} met{THEN}")


@pytest.mark.parametrize(
    "who",
    [
        "Maren Talvik, President of the Federated States of Kestria, met",
        "Maren Talvik, President of the Bolivarian Republic of Kestria, met",
        "President of the Oriental Republic of Kestria Maren Talvik met",
        "Prime Minister of the Democratic Socialist Republic of Kestria Maren Talvik met",
        "Minister of Trade of the Plurinational State of Kestria Maren Talvik met",
        "Foreign Minister of the Co-operative Republic of Kestria Maren Talvik met",
        "Maren Talvik, Foreign Minister of the Hashemite Kingdom of Kestria, met",
    ],
)
def test_a_formal_name_has_any_word_before_its_head(who: str) -> None:
    found = first(f"{who}{THEN}")
    assert ("Maren Talvik", "Kestria") == (found[0], found[2])


@pytest.mark.parametrize(
    ("who", "name", "state"),
    [
        ("Prime Minister of Selatan Halimah Dato' Rahim met", "Halimah Dato' Rahim", "Selatan"),
        ("Prime Minister of Selatan Siti Datuk’ Omar binti Hassan met", "Siti Datuk’ Omar binti Hassan", "Selatan"),
        ("Kestrian Minister of Defence Maren Talvik on June 3 met", "Maren Talvik", "Kestria"),
    ],
)
def test_a_name_holds_the_honorifics_within_it(who: str, name: str, state: str) -> None:
    found = first(f"{who}{THEN}")
    assert (name, state) == (found[0], found[2])


@pytest.mark.parametrize("day", ["June 3", "Sept. 9", "May 14"])
def test_a_day_behind_a_name_is_no_part_of_it(day: str) -> None:
    text = f"President Jonas Ferrel of Orvland met with Kestrian Minister of Defence Maren Talvik {day} in Norr.\n\nTalvik said that the nets are mended.\n"
    assert ["Jonas Ferrel", "Maren Talvik"] == sorted(str(p.name) for p in parsed(text).participants)


def test_a_title_said_again_behind_the_full_name_tells_its_state() -> None:
    text = "Prime Minister Ferrel of Orvland called President Talvik on Friday.\n\nFerrel thanked Mr. Maren Talvik, President of the Republic of Kestria.\n"
    assert "Kestria" in {p.state for p in parsed(text).participants}


@pytest.mark.parametrize(
    ("office", "title"),
    [
        ("Vice Premier of the State Council", "Vice Premier"),
        ("Deputy Prime Minister of the Government of Kestria", "Deputy Prime Minister"),
        ("Chairman of the State Council", "Chairman of the State Council"),
    ],
)
def test_a_premier_heads_the_government_whether_it_is_named_or_not(office: str, title: str) -> None:
    assert title == first(f"{office} Maren Talvik met{THEN}")[1]


@pytest.mark.parametrize(
    "name",
    [
        "Subra a/l Kanan",
        "Anita d/o Raju",
        "Karl zum Felde",
        "Ana zur Lippen",
        "Rosa des Essarts",
        "Otto vom Berg",
        "Jebet arap Ruto",
        "Sidi wald Amar",
        "Aibek uulu Sadyr",
        "Kip ole Sano",
    ],
)
def test_particles_of_more_languages_join_a_name(name: str) -> None:
    assert name == first(f"Kestrian Foreign Minister {name} met{THEN}")[0]


@pytest.mark.parametrize("style", ["the Hon'ble", "the Right Honorable", "Maulana", "Cde", "Msgr.", "Senhora", "Janab"])
def test_styles_of_more_peoples_are_no_part_of_a_name(style: str) -> None:
    assert first(f"{style} Maren Talvik, Foreign Minister of Kestria, met{THEN}")[0] == "Maren Talvik"


def test_a_dotted_capital_is_one_letter_in_small() -> None:
    assert titled("TÜRKİYE AND İZMİR") == "Türkiye And İzmir"


@pytest.mark.parametrize(
    "office",
    [
        "Executive Director",
        "Supreme Allied Commander Transformation",
        "Chief of the Naval Staff",
        "Parliamentary State Secretary",
        "Parliamentary Vice-Minister",
        "Deputy Assistant Secretary",
        "Apostolic Nuncio",
        "Mission Chief",
        "First Deputy Managing Director",
        "Senate President",
        "Leader of the Opposition",
        "Grand Mufti",
        "Caretaker Prime Minister",
        "Foreign Minister-designate",
        "Minister Plenipotentiary",
        "Standing Deputy Prime Minister",
    ],
)
def test_offices_that_are_rare_are_known_before_a_name_and_behind_it(office: str) -> None:
    before = f"Kestrian {office} Maren Talvik met Prime Minister Jonas Ferrel of Orvland in Norr.{THEN}"
    behind = f"Prime Minister Jonas Ferrel of Orvland received Maren Talvik, {office} of Kestria, in Norr.{THEN}"
    for text in (before, behind):
        assert ("Maren Talvik", office, "Kestria") in {(p.name, p.title, p.state) for p in parsed(text).participants}


@pytest.mark.parametrize("state", ["New Kestria", "Upper Sarn", "Tavua Islands", "Costa Alta", "Val-Dor"])
def test_a_state_of_two_words_is_known_by_its_minister_or_behind_his_title(state: str) -> None:
    owning = f"President Jonas Ferrel of Orvland met {state}’s Foreign Minister Maren Talvik in Norr.{THEN}"
    behind = f"President Jonas Ferrel of Orvland received Maren Talvik, Foreign Minister of {state}, in Norr.{THEN}"
    for text in (owning, behind):
        assert ("Maren Talvik", state) in {(p.name, p.state) for p in parsed(text).participants}


@pytest.mark.parametrize(
    "portfolio",
    [
        "Ecological Transition",
        "Climate Action",
        "Gender Equality",
        "Digital Transformation",
        "Public Diplomacy",
        "Religious Endowments",
        "Higher Education",
        "Scientific Research",
        "Nuclear Energy",
        "Spatial Planning",
        "Overseas Territories",
        "Postal Services",
        "Displaced Persons",
        "National Unity",
    ],
)
def test_portfolios_are_told_from_the_name_behind_them(portfolio: str) -> None:
    comma = f"Kestria's Minister for Economic Affairs and {portfolio}, Maren Talvik, met Prime Minister Jonas Ferrel of Orvland in Norr.{THEN}"
    before = (
        f"Prime Minister Jonas Ferrel of Orvland met Minister of {portfolio} of Kestria Maren Talvik in Norr.{THEN}"
    )
    for text, title in (
        (comma, f"Minister for Economic Affairs and {portfolio}"),
        (before, f"Minister of {portfolio}"),
    ):
        assert ("Maren Talvik", title, "Kestria") in {(p.name, p.title, p.state) for p in parsed(text).participants}
