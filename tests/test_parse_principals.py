"""Who met, where delegations, commissions and rounds of many meet, and who is only told of."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

COMMISSION = (
    "Agreed minutes\n\nThe Second Session of the Joint Commission between the Republic of Kestria and the Kingdom of Orvland "
    "was held in Norr on 3–4 May 2024.\n\n{}\n\nBoth Sides noted that trade had grown. The Orvish Side proposed a fair.\n"
)


def met(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Those who met by a text, with titles and states."""
    return [(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize(
    "roster",
    [
        "The Kestrian delegation was headed by Ms. Maren Talvik, {}, and the Orvish delegation by Hon. Jonas Ferrel, {}.",
        "The Kestrian side was represented by Maren Talvik, {}. The delegation of Orvland was led by Jonas Ferrel, {}.",
        "Ms. Maren Talvik led the Kestrian delegation, and Mr. Jonas Ferrel headed the Orvish side.",
    ],
)
def test_those_who_lead_delegations_meet_and_serve_the_states_of_these(roster: str) -> None:
    titles = (
        ("State Secretary of the Ministry of Transport", "Deputy Minister of Trade") if "{}" in roster else (None, None)
    )
    found = [("Maren Talvik", titles[0], "Kestria"), ("Jonas Ferrel", titles[1], "Orvland")]
    assert found == met(COMMISSION.format(roster.format(*titles)))


def test_who_represents_a_state_or_union_serves_it() -> None:
    told = (
        "The leaders of the European Union and the Republic of Kestria met today. The EU was represented by Maren Talvik, "
        "President of the European Council. The Republic of Kestria was represented by Jonas Ferrel, Prime Minister."
    )
    assert [("Maren Talvik", "European Union"), ("Jonas Ferrel", "Kestria")] == [(n, s) for n, _, s in met(told)]


def test_who_only_attends_talks_does_not_meet() -> None:
    lead = "King Faris and Chancellor Maren Talvik of Orvland on Monday held talks, attended by Crown Prince Ziad, on fish."
    assert ["Faris", "Maren Talvik"] == [n for n, _, _ in met(f"{lead}\n\nThe King praised the pier.\n")]


@pytest.mark.parametrize("verb", ["chaired", "co-chaired"])
def test_who_chairs_the_meeting_meets_and_who_chairs_another_does_not(verb: str) -> None:
    chair = f"The session was {verb} by H.E. Ms Maren Talvik, Minister of Transport of the Republic of Kestria."
    assert [("Maren Talvik", "Minister of Transport", "Kestria")] == met(COMMISSION.format(chair))
    other = "The Board of Fisheries, chaired by Minister of Transport Maren Talvik of Kestria, will meet in May."
    assert [] == met(COMMISSION.format(other))


@pytest.mark.parametrize(
    "told",
    [
        "Besides the host, Prime Minister Jonas Ferrel of Orvland took part. The Prime Minister of Lakonia joined by video link.",
        "Prime Minister Jonas Ferrel of Orvland and the Prime Minister of Lakonia took part in the meeting.",
        "The meeting was attended by Prime Minister Jonas Ferrel of Orvland. The Prime Minister of Lakonia joined for a session.",
    ],
)
def test_who_takes_part_in_a_meeting_of_many_heads_meets(told: str) -> None:
    lead = "Prime Minister Maren Talvik of Kestria hosted the summer meeting of the northern prime ministers in Norr."
    found = met(f"{lead}\n\n{told}\n\nThe prime ministers agreed to store grain.\n")
    assert [("Maren Talvik", "Kestria"), ("Jonas Ferrel", "Orvland"), (None, "Lakonia")] == [
        (n, s) for n, _, s in found
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The President invited Prime Minister Ferrel to Norr, an invitation which the Prime Minister accepted.",
        "The President thanked Prime Minister Ferrel for the boats, which the Prime Minister had sent.",
        "The President told Prime Minister Ferrel that the Prime Minister was welcome.",
    ],
)
def test_a_title_behind_his_name_means_him(sentence: str) -> None:
    lead = "President Maren Talvik spoke by phone with Prime Minister Jonas Ferrel of Orvland."
    assert ["Maren Talvik", "Jonas Ferrel"] == [name for name, _, _ in met(f"{lead}\n\n{sentence}\n")]


def test_two_titles_behind_a_name_tell_the_state_together() -> None:
    lead = "Foreign Minister of Kestria Maren Talvik met with Jonas Ferrel, Deputy Prime Minister, Minister of Foreign Affairs of Orvland."
    assert ("Jonas Ferrel", "Deputy Prime Minister, Minister of Foreign Affairs", "Orvland") in met(f"{lead}\n")


@pytest.mark.parametrize(
    ("who", "title", "state"),
    [
        ("Kestrian National Assembly Chairman Maren Talvik", "National Assembly Chairman", "Kestria"),
        ("President of the Senate of Kestria Maren Talvik", "President of the Senate", "Kestria"),
        ("Maren Talvik, Speaker of the House of Assembly of Kestria,", "Speaker of the House of Assembly", "Kestria"),
    ],
)
def test_the_body_that_somebody_heads_belongs_to_the_title(who: str, title: str, state: str) -> None:
    text = f"{who} held talks with President Jonas Ferrel of Orvland in Kestria on Friday. Talvik said that Kestria is ready.\n"
    assert ("Maren Talvik", title, state) in met(text)


def test_a_house_where_they_met_belongs_to_nobodys_title() -> None:
    text = "Prime Minister Jonas Ferrel of Orvland received at the White House President Maren Talvik of Kestria.\n"
    assert ("Maren Talvik", "President", "Kestria") in met(text)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("his Norrish counterpart Maren Talvik", "Norrish"),
        ("his counterpart, Maren Talvik,", None),
        ("his counterpart Maren Talvik", None),
    ],
)
def test_a_counterpart_meets_though_nothing_else_tells_the_state(words: str, state: str | None) -> None:
    text = f"Foreign Minister Jonas Ferrel and {words} discussed the lake by phone, the Orvish Foreign Ministry reported. Orvland is ready.\n"
    assert [("Jonas Ferrel", "Foreign Minister", "Orvland"), ("Maren Talvik", "Foreign Minister", state)] == met(text)


def test_both_who_co_chair_meet() -> None:
    chairs = (
        "The meeting was co-chaired by Ms Maren Talvik, Deputy Minister of Trade of Kestria, and Mr Jonas Ferrel, State "
        "Secretary at the Ministry of Fisheries of Orvland."
    )
    found = [
        ("Maren Talvik", "Deputy Minister of Trade", "Kestria"),
        ("Jonas Ferrel", "State Secretary at the Ministry of Fisheries", "Orvland"),
    ]
    assert found == met(COMMISSION.format(chairs))


@pytest.mark.parametrize(
    "words", ["her counterpart from Orvland, Jonas Ferrel", "her colleague from the Kingdom of Orvland, Jonas Ferrel"]
)
def test_where_a_counterpart_comes_from_is_his_state(words: str) -> None:
    text = f"The Minister of Trade of Kestria, Maren Talvik, spoke by telephone on Tuesday with {words}. They agreed to meet.\n"
    assert ("Jonas Ferrel", "Minister of Trade", "Orvland") in met(text)


def test_a_secretary_general_serves_the_organisation_behind_the_title() -> None:
    text = "President Maren Talvik of Kestria received the Secretary-General of the Harbour Towns Forum, Dr. Jonas Ferrel, in Norr.\n"
    assert ("Jonas Ferrel", "Secretary-General", "Harbour Towns Forum") in met(text)


@pytest.mark.parametrize("body", ["Council of Elders", "House of Lords", "Chamber of Deputies"])
def test_what_a_council_is_of_is_no_state(body: str) -> None:
    text = (
        f"Foreign Minister Maren Talvik of Kestria met with President of the {body} of Orvland Jonas Ferrel in Norr.\n\n"
        "Jonas Ferrel expressed that Orvland is ready. He thanked Kestria.\n"
    )
    assert ("Jonas Ferrel", f"President of the {body}", "Orvland") in met(text)
    assert "jonas-ferrel" == parsed(text).statements[-1].speaker


def test_no_title_begins_inside_another() -> None:
    text = (
        "Prime Minister Maren Talvik of Kestria spoke with the President of Orvland, Jonas Ferrel.\n\n"
        "The Prime Minister and President Ferrel discussed nets.\n"
    )
    assert ("Jonas Ferrel", "President", "Orvland") in met(text)
    assert ["President"] == [p.title for p in parsed(text).participants if p.name == "Jonas Ferrel"]


def test_whom_those_who_say_we_thank_is_no_one_of_them() -> None:
    text = (
        "Port Sable Leaders' Communiqué\n\nWe, the Leaders of the Lakes Group, met in Port Sable on 14 June 2024.\n\n"
        "We thank President Maren Talvik of Kestria and King Oran of Marrow, our guests. We welcome the ferry.\n"
    )
    assert [] == met(text)


def test_who_invites_a_guest_and_holds_talks_with_him_meets() -> None:
    text = (
        "From 26 to 28 June 2023, at the invitation of Foreign Minister Maren Talvik, Minister of Trade Jonas Ferrel of Orvland "
        "paid an official visit to Kestria.\n\nDuring the visit, Maren Talvik held talks with Jonas Ferrel in Norr.\n"
    )
    assert {"Maren Talvik", "Jonas Ferrel"} == {n for n, _, _ in met(text)}
    assert "2023-06-26/2023-06-28" == parsed(text).event.date


PARTNER = ("Maren Talvik", "President", "Kestria")
OFFICES = [
    ("President Jonas Ferrel of the friendly People’s Republic of Orvland", "President", "Orvland"),
    ("Prime Minister of the People's Democratic Republic of Orvland Jonas Ferrel", "Prime Minister", "Orvland"),
    ("Jonas Ferrel, Minister of Trade of the People's Republic of Orvland,", "Minister of Trade", "Orvland"),
    (
        "Sheikh Jonas bin Ferrel, Crown Prince of Abu Sabir and Supreme Commander of the Navy,",
        "Crown Prince",
        "Abu Sabir",
    ),
    ("the Crown Prince of Dar Sabir, Sheikh Jonas bin Ferrel,", "Crown Prince", "Dar Sabir"),
    ("Jonas Ferrel, Emir of Umm Sabir and Patron of the Fleet,", "Emir", "Umm Sabir"),
    (
        "Jonas Ferrel, Secretary of the Lao People's Party (LPP) Central Committee,",
        "Secretary of the Lao People's Party (LPP) Central Committee",
        "Laos",
    ),
    (
        "Secretary of the Lao Workers' Party Central Committee Jonas Ferrel",
        "Secretary of the Lao Workers' Party Central Committee",
        "Laos",
    ),
    (
        "Jonas Ferrel, Chairman of the Orvish Farmers' Party Council,",
        "Chairman of the Orvish Farmers' Party",
        "Orvland",
    ),
    (
        "Minister of the Lakes Department of the Harbour Party of Orvland Jonas Ferrel",
        "Minister of the Lakes Department of the Harbour Party",
        "Orvland",
    ),
    (
        "Jonas Ferrel, Director of the Western Directorate of the Ministry of Fisheries of Orvland,",
        "Director of the Western Directorate of the Ministry of Fisheries",
        "Orvland",
    ),
    ("Director of the Trade Division of Orvland Jonas Ferrel", "Director of the Trade Division", "Orvland"),
]


@pytest.mark.parametrize(("guest", "title", "state"), OFFICES)
def test_an_office_of_many_words_is_read_whole(guest: str, title: str, state: str) -> None:
    name = "Jonas bin Ferrel" if "bin" in guest else "Jonas Ferrel"
    body = "\n\nThe two sides agreed to mend the pier of Orvland.\n"
    found = met(f"President Maren Talvik of Kestria met with {guest} in Norr on Friday.{body}")
    assert {PARTNER, (name, title, state)} == set(found)


@pytest.mark.parametrize(
    "lead",
    [
        "Foreign Minister Ewan Pryce MP of Kestria and Minister of Defence Hon Mira Sol KC MP of Orvland met in Norr.",
        "Ewan Pryce CBE, Foreign Minister of Kestria, received Mira Sol OBE, Minister of Defence of Orvland, in Norr.",
        "Foreign Minister Ewan Pryce MP of Kestria hosted Minister of Defence Senator the Hon Mira Sol of Orvland in Norr.",
    ],
)
def test_letters_behind_a_name_are_no_part_of_it(lead: str) -> None:
    found = met(f"{lead}\n\nMinister Sol thanked her host.\n")
    assert [("Ewan Pryce", "Foreign Minister", "Kestria"), ("Mira Sol", "Minister of Defence", "Orvland")] == found


@pytest.mark.parametrize(
    "lead",
    [
        "On 20 October, Jonas Ferrel, Minister of Trade of the Republic of Orvland met with President Maren Talvik of Kestria.",
        "President Maren Talvik of Kestria received Jonas Ferrel, Minister of Trade of Orvland in Norr on Friday.",
        "Jonas Ferrel, the Orvish Minister of Trade has met with Maren Talvik, President of Kestria at the Citadel. Orvland is near.",
    ],
)
def test_an_office_behind_a_name_may_end_without_a_comma(lead: str) -> None:
    assert {PARTNER, ("Jonas Ferrel", "Minister of Trade", "Orvland")} == set(
        met(lead + "\n\nTalvik thanked Ferrel.\n")
    )


@pytest.mark.parametrize(
    "lead",
    [
        "President Maren Talvik of Kestria received Minister of Trade of Orvland, admiral Jonas Ferrel, on Friday.",
        "President Maren Talvik of Kestria met with Orvland's Minister of Trade, General Jonas Ferrel, in Norr.",
        "President Maren Talvik of Kestria met with the Minister of Trade of the Republic of Orvland, captain Jonas Ferrel.",
    ],
)
def test_a_soldiers_rank_may_stand_behind_the_comma(lead: str) -> None:
    assert {PARTNER, ("Jonas Ferrel", "Minister of Trade", "Orvland")} == set(
        met(lead + "\n\nTalvik thanked Ferrel.\n")
    )


@pytest.mark.parametrize("office", ["Minister of Ferries", "Minister of Lighthouses", "Minister for Nets"])
def test_a_portfolio_may_be_any_word_before_the_state(office: str) -> None:
    lead = f"President Maren Talvik of Kestria met with Jonas Ferrel, {office} of Orvland, on Friday."
    assert {PARTNER, ("Jonas Ferrel", office, "Orvland")} == set(met(lead + "\n\nTalvik thanked Ferrel.\n"))


@pytest.mark.parametrize("said", ["Ferél thanked", "Ferel thanked", "Minister Ferel thanked"])
def test_a_name_is_one_with_its_accents_and_without(said: str) -> None:
    text = f"President Maren Talvik of Kestria met with Foreign Minister Jonas Ferél of Orvland.\n\n{said} her for the nets.\n"
    assert [PARTNER, ("Jonas Ferél", "Foreign Minister", "Orvland")] == met(text)
    assert "jonas-ferel" == parsed(text).statements[-1].speaker


@pytest.mark.parametrize("verb", ["met with", "received", "spoke to"])
def test_whom_only_a_headline_names_in_full_holds_the_office_that_the_text_gives(verb: str) -> None:
    text = (
        f"Jonas Ferrel {verb} President of Kestria\n\nToday, Ferrel held a meeting with President Ola Brandt of Kestria.\n\n"
        "Ferrel thanked Brandt. The Minister stated that boats will sail.\n"
    )
    record = parsed(text)
    assert ("Jonas Ferrel", "Minister") in [(p.name, p.title) for p in record.participants]
    assert ["jonas-ferrel"] * 2 == [s.speaker for s in record.statements[1:]]


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("ORVISH PRESIDENT FERREL AND MAREN TALVIK TALK\n\n", "The President of the Republic spoke with"),
        ("", "Orvish President Jonas Ferrel of Orvland spoke with"),
        ("Call between President Ferrel of Orvland and Ms Talvik\n\n", "The President of the Republic talked to"),
    ],
)
def test_the_president_of_the_republic_is_who_is_named_first_where_all_have_their_states(head: str, lead: str) -> None:
    text = f"{head}{lead} the new President of Kestria, Maren Talvik.\n\nThe President of the Republic praised Orvland's pier.\n"
    record = parsed(text)
    speaker = next(p for p in record.participants if p.id == record.statements[-1].speaker)
    assert "FERREL" == (speaker.name or "").split()[-1].upper()


@pytest.mark.parametrize(
    "told",
    [
        "Minister Talvik is visiting Orvland at the invitation of Minister Ferrel.",
        "Her visit to Orvland takes place at the invitation of the Minister for Ferries.",
        "She has come on a visit to the Kingdom of Orvland at the invitation of Mr Ferrel.",
    ],
)
def test_who_invites_serves_the_state_that_the_guest_visits(told: str) -> None:
    lead = f"Minister Maren Talvik of Kestria called on and dined with Minister for Ferries Jonas Ferrel today. {told}"
    found = met(f"{lead}\n\nBoth ministers praised the President of Orvland.\n")
    assert ("Jonas Ferrel", "Minister for Ferries", "Orvland") in found


@pytest.mark.parametrize("more", [", and Secretary of the Board and Chairman of the People's Council of Norr", ""])
def test_further_offices_behind_a_name_make_no_further_person(more: str) -> None:
    lead = f"President Maren Talvik of Kestria met with Jonas Ferrel, Secretary of the Lao Harbour Party{more}."
    assert {PARTNER, ("Jonas Ferrel", "Secretary of the Lao Harbour Party", "Laos")} == set(
        met(f"{lead}\n\nTalvik thanked him.\n")
    )


@pytest.mark.parametrize(
    ("guest", "title"),
    [
        ("President of the Lao Chess Committee Sheikh Jonas Ferrel", "President of the Lao Chess Committee"),
        ("Secretary of the Lao National Council Jonas Ferrel", "Secretary of the Lao National Council"),
        ("Jonas Ferrel, Chairman of the Lao Front Central Committee,", "Chairman of the Lao Front Central Committee"),
    ],
)
def test_a_body_that_opens_with_a_states_name_is_no_state_with_a_name_behind_it(guest: str, title: str) -> None:
    found = met(f"President Maren Talvik of Kestria met with {guest} in Norr.\n\nTalvik thanked Ferrel.\n")
    assert {PARTNER, ("Jonas Ferrel", title, "Laos")} == set(found)


@pytest.mark.parametrize(
    ("office", "court"), [("Emir", "Emiri Court"), ("Sultan", "Sultani Diwan"), ("Amir", "Amiri Diwan")]
)
def test_a_court_named_for_its_ruler_is_no_state(office: str, court: str) -> None:
    text = (
        f"The {office} Sheikh Tarim bin Salif received President Maren Talvik of Kestria in Norr.\n\n"
        f"His Highness the {office} thanked her.\n\nSheikh Saud bin Omar, Head of the {court}, attended.\n"
    )
    record = parsed(text)
    assert {PARTNER, ("Tarim bin Salif", office, None)} == {
        (p.name, p.title, p.state) for p in record.participants if p.role == "principal"
    }
    assert "tarim-bin-salif" == record.statements[1].speaker


def test_no_name_has_a_slash() -> None:
    lead = "The High Representative for Foreign Affairs/Vice-President of the Union, Elin Soras, met President Maren Talvik of Kestria."
    assert all("/" not in (name or "") for name, _, _ in met(f"{lead}\n\nTalvik thanked Soras.\n"))


@pytest.mark.parametrize(("formal", "state"), [("Republic of The Gambia", "Gambia"), ("Kingdom of Norway", "Norway")])
def test_a_state_of_the_list_is_known_by_any_formal_name(formal: str, state: str) -> None:
    lead = f"President Maren Talvik of Kestria received H.E. Jonas Ferrel, President of the {formal}."
    assert {PARTNER, ("Jonas Ferrel", "President", state)} == set(met(f"{lead}\n\nTalvik thanked him.\n"))
