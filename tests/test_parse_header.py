"""The facts of the head: what the source says of the event, each with its place, and nothing that it does not say."""

from __future__ import annotations

import pytest

from tests.parsing import parsed
from verbale.record import Event

LEAD = "President Maren Talvik of Kestria met with Prime Minister Jonas Ferrel of Orvland"
REST = "\n\nTalvik said that the two countries share a sea. The two sides agreed to exchange data.\n"


def event(lead: str, head: str = "") -> Event:
    """The event of a readout with a lead and what stands above it."""
    return parsed(head + lead + REST).event


def test_everything_that_is_said_has_its_place() -> None:
    text = f"On the morning of March 14, 2024, {LEAD} via video link in Port Sable." + REST
    found = parsed(text).event
    assert ("2024-03-14", "morning", "video link", "Port Sable") == (found.date, found.time, found.medium, found.place)
    words = {key: span.of(text) for key, span in found.at.items()}
    assert {"date": "March 14, 2024", "time": "morning", "medium": "video link", "place": "Port Sable"} == words


def test_what_is_not_said_is_left_out() -> None:
    found = event(f"{LEAD}.")
    assert (None, None, None, None) == (found.date, found.time, found.medium, found.place)
    assert {} == found.at


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        (f"{LEAD} in Port Sable.", "meeting"),
        ("President Maren Talvik spoke by phone with Prime Minister Jonas Ferrel of Orvland.", "call"),
        ("President Maren Talvik of Kestria held talks with Prime Minister Jonas Ferrel of Orvland.", "talks"),
        ("President Maren Talvik spoke last night with Prime Minister Jonas Ferrel of Orvland.", "call"),
        ("President Maren Talvik held a video conference with Prime Minister Jonas Ferrel of Orvland.", "call"),
        ("Minister Maren Talvik and Minister Jonas Ferrel of Orvland signed a paper in Norr.", "meeting"),
        ("The leaders of Kestria, Orvland and Suvanna held their third summit in Port Sable.", "summit"),
    ],
)
def test_the_kind_of_event(lead: str, kind: str) -> None:
    assert kind == event(lead).kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Talvik, Ferrel discuss nets, preparations for lake summit over phone", "call"),
        ("Ministers meet ahead of lake summit", "meeting"),
        ("Port Sable Leaders’ Communiqué", "summit"),
        ("President Talvik visits Orvland", "visit"),
        ("Press statements following Kestrian-Orvish talks", "talks"),
        ("Joint statement on fish", "statement"),
        ("Envoy Talvik Travels to Orvland", "visit"),
    ],
)
def test_the_kind_of_event_by_the_title(title: str, kind: str) -> None:
    assert kind == event(f"{LEAD}.", f"{title}\n\n").kind


def test_a_call_has_no_place() -> None:
    head = "SABLE HARBOUR, March 14 (Harbour Press) -- "
    assert (
        event("President Maren Talvik spoke by phone with Prime Minister Jonas Ferrel of Orvland.", head).place is None
    )


def test_the_year_may_stand_above_the_text() -> None:
    head = "President Talvik Meets Prime Minister Ferrel\n\nMarch 15, 2024\n\n"
    assert "2024-03-14" == event(f"On March 14, {LEAD} in Port Sable.", head).date


def test_a_weekday_is_counted_back_from_the_day_of_publication() -> None:
    head = "President Talvik Meets Prime Minister Ferrel\n\nMarch 15, 2024\n\n"
    assert "2024-03-13" == event(f"{LEAD} on Wednesday in Port Sable.", head).date


def test_a_range_of_days() -> None:
    assert "2024-03-14/2024-03-15" == event(f"{LEAD} on 14-15 March 2024 in Port Sable.").date


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("today concluded her two-day visit", "2024-03-14/2024-03-15"),
        ("arrived on Friday for a 3-day state visit", "2024-03-15/2024-03-17"),
        ("is on a four-day visit", "2024-03-15"),
    ],
)
def test_a_visit_that_begins_or_ends_has_all_its_days(told: str, days: str) -> None:
    assert days == event(f"NORR, 15 March 2024: President Maren Talvik of Kestria {told} to Orvland.").date


def test_the_date_of_a_treaty_is_not_the_meetings() -> None:
    head = "Talks in Port Sable\n\nMarch 15, 2024\n\n"
    assert "2024-03-15" == event(f"{LEAD} to discuss the treaty of May 3, 1987.", head).date


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("SABLE HARBOUR, March 14 (Harbour Press) -- ", "Sable Harbour"),
        ("Sable (HP) – ", "Sable"),
        ("NORR. HARBOUR PRESS – ", "Norr"),
        ("PORT SABLE, March 14 (Harbour Press) -- ", "Port Sable"),
    ],
)
def test_a_dateline_gives_the_place_where_the_lead_gives_none(line: str, place: str) -> None:
    assert place == event(f"{LEAD} on Thursday.", f"Talks at Sea\n\n{line}").place


def test_a_town_on_a_line_of_its_own_gives_the_place_where_the_lead_gives_none() -> None:
    assert "Madrid" == event(f"{LEAD} on Thursday.", "Talks at Sea\n\nMarch 14, 2024\n\nMadrid, Spain\n\n").place


@pytest.mark.parametrize(
    ("lead", "speech"),
    [
        (
            "Foreign Minister Maren Talvik called German Foreign Minister Jonas Ferrel.",
            "Talvik regretted the EU's probe, and hoped that the EU would end it.",
        ),
        (
            "Prime Minister Maren Talvik met with the Prime Minister of Orvland, Jonas Ferrel.",
            "Talvik congratulated Ferrel on the invitation to join NATO. The door of NATO is open, she said.",
        ),
        (
            "Queen Maren Talvik held talks with President Jonas Ferrel of Orvland.",
            "The Queen spoke of Cyprus, of aid for Cyprus, and of peace.",
        ),
    ],
)
def test_what_a_speech_is_about_is_not_the_speakers_state(lead: str, speech: str) -> None:
    assert [None] == [p.state for p in parsed(f"{lead}\n\n{speech}\n").participants if p.name == "Maren Talvik"]


def test_a_state_belongs_to_the_title_in_front_of_it() -> None:
    lead = (
        "At the invitation of His Excellency Jonas Ferrel, President of the Republic of Chad, "
        "Her Excellency Maren Talvik, President of the Republic of Kestria, paid a State Visit to Chad."
    )
    record = parsed(f"{lead}\n\nTalvik said that Kestria is near. Ferrel said that Chad is warm.\n")
    assert {"Jonas Ferrel": "Chad", "Maren Talvik": "Kestria"} == {p.name: p.state for p in record.participants}


def test_the_section_is_the_breadcrumb() -> None:
    record = parsed(f"Home > Press > Readouts\nTalks at Sea\n\n{LEAD}." + REST)
    assert ("Home", "Press", "Readouts") == record.source.section
    assert "Talks at Sea" == record.title


def test_the_publisher_is_what_a_source_line_says() -> None:
    assert "Harbour Press" == parsed(f"Talks at Sea\n\n{LEAD}.{REST}\nSource: Harbour Press\n").source.publisher
    assert parsed(f"Talks at Sea\n\n{LEAD}.{REST}").source.publisher is None


def test_those_who_met_are_principals_and_those_who_came_along_are_not() -> None:
    roster = "\nForeign Minister Elin Soras and Minister of Fisheries Tomas Brandt attended the meeting.\n"
    people = parsed(f"Talks at Sea\n\n{LEAD} in Port Sable.{REST}{roster}").participants
    assert [
        ("Maren Talvik", "President", "Kestria", "principal"),
        ("Jonas Ferrel", "Prime Minister", "Orvland", "principal"),
        ("Elin Soras", "Foreign Minister", None, "attending"),
        ("Tomas Brandt", "Minister of Fisheries", None, "attending"),
    ] == [(p.name, p.title, p.state, p.role) for p in people]


def test_a_minister_who_only_speaks_is_no_principal_where_heads_met() -> None:
    heads = LEAD.replace("Prime Minister Jonas", "President Jonas")
    people = parsed(
        f"Talks at Sea\n\n{heads} in Port Sable.{REST}\nForeign Minister Elin Soras said that nets are dear.\n"
    )
    assert [("Maren Talvik", "principal"), ("Jonas Ferrel", "principal"), ("Elin Soras", "attending")] == [
        (p.name, p.role) for p in people.participants
    ]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            (
                "State Visit of the President of Kestria to Orvland\n\n1. The President of Kestria, Maren Talvik, paid a State "
                "Visit to Norr. She held talks with Prime Minister Jonas Ferrel.\n\n2. Ferrel thanked her for US$ 250 million "
                "and for US$ 20 million. Talvik thanked the people of Orvland.\n"
            ),
            ["Kestria", "Orvland"],
        ),
        (
            (
                "Joint Statement of the Leaders of Kestria and the Republic of Orvland\n\nPresident Maren Talvik of Kestria "
                "welcomed Prime Minister Jonas Ferrel to Port Sable.\n\nThey agreed to mend the pier.\n"
            ),
            ["Kestria", "Orvland"],
        ),
        (
            (
                "Secretary Maren Talvik’s Meeting With Orvland’s Minister of Defence Jonas Ferrel\n\nSecretary of Defence "
                "Maren Talvik hosted Orvland’s Minister of Defence, Jonas Ferrel, in Port Sable.\n\nTalvik thanked him for "
                "the boats sent to Cyprus and spoke of Cyprus.\n"
            ),
            [None, "Orvland"],
        ),
        (
            (
                "President receives letter from King of Orvland\n\nPresident Maren Talvik of Kestria received a letter from "
                "King Jonas Ferrel.\n\nIn it the King thanked the President for the ferry.\n"
            ),
            ["Kestria", "Orvland"],
        ),
        (
            (
                "The Foreign Minister (FM), Dr. (Smt.) Maren Talvik, visited Kestria. She met the Foreign Minister of "
                "Orvland, Mr. Jonas Ferrel.\n\nTalvik praised the ferry.\n"
            ),
            [None, "Orvland"],
        ),
    ],
)
def test_whose_minister_somebody_is(text: str, states: list[str | None]) -> None:
    principals = {p.name: p.state for p in parsed(text).participants if p.role == "principal"}
    assert dict(zip(("Maren Talvik", "Jonas Ferrel"), states, strict=True)) == principals


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        (
            "At talks in Port Sable the President of Kestria, Maren Talvik, met Prime Minister Jonas Ferrel",
            "Port Sable",
        ),
        (
            "Prime Minister Jonas Ferrel met President Maren Talvik in Port Sable and President Talvik thanked him",
            "Port Sable",
        ),
        (f"{LEAD} at the Hall of the Fishers in Norr", "Norr"),
    ],
)
def test_a_place_ends_where_somebody_begins(lead: str, place: str) -> None:
    assert place == event(f"{lead}.").place


def test_a_closing_line_gives_the_place_without_its_verb() -> None:
    assert "Port Sable" == parsed(f"{LEAD}.{REST}\nDone at Port Sable on 3 May 2023.\n").event.place


def test_a_greeting_is_no_time_of_day() -> None:
    turns = "Remarks by President Talvik\n\nPRESIDENT TALVIK: Good afternoon, friends.\n\nPRIME MINISTER FERREL: Good evening.\n"
    assert parsed(turns).event.time is None


def test_capitals_of_a_headline_are_no_part_of_a_title_or_state() -> None:
    turns = (
        "REMARKS BY PRESIDENT TALVIK AND PRIME MINISTER FERREL OF ORVLAND\n\nPRESIDENT TALVIK: Friends, welcome.\n\n"
        "PRIME MINISTER FERREL: Thank you.\n"
    )
    assert {("President", None), ("Prime Minister", "Orvland")} == {
        (p.title, p.state) for p in parsed(turns).participants
    }


@pytest.mark.parametrize(
    ("lead", "state"),
    [
        ("The Amir met the President of the friendly Republic of Orvland, Jonas Ferrel.", "Orvland"),
        ("The Amir met the President of the State of Orvland, Jonas Ferrel.", "Orvland"),
        ("The Amir met the Secretary-General, Jonas Ferrel, who spoke of the Kestria-Orvland ferry.", None),
    ],
)
def test_a_state_may_have_a_courtesy_or_a_form_before_its_name(lead: str, state: str | None) -> None:
    people = parsed(f"{lead}\n\nFerrel praised the ferry.\n").participants
    assert [state] == [p.state for p in people if p.name == "Jonas Ferrel"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (
            "President Maren Talvik of Kestria welcomed Jonas Ferrel, Prime Minister of Orvland, to Lantern House.",
            "Lantern House",
        ),
        ("President Maren Talvik of Kestria paid a visit to Orvland and met Prime Minister Jonas Ferrel.", "Orvland"),
        ("President Maren Talvik of Kestria met Jonas Ferrel in the Kestrian capital of Port Sable.", "Port Sable"),
    ],
)
def test_a_place_is_also_where_a_guest_was_welcomed_or_a_visit_led(line: str, place: str) -> None:
    assert place == parsed(line + REST).event.place


def test_a_ministers_military_rank_is_no_title_of_its_own() -> None:
    people = parsed(
        f"Minister of Defence General Maren Talvik met President Jonas Ferrel of Orvland.{REST}"
    ).participants
    assert [("Maren Talvik", "Minister of Defence")] == [(p.name, p.title) for p in people if p.name == "Maren Talvik"]


@pytest.mark.parametrize(
    "dateline",
    ["Port Sable [Kestria], December 26 (HPA): ", "PORT SABLE: ", "(HARBOUR) -", "Norr, March 3, 2021 (HP-OT): "],
)
def test_a_dateline_is_cut_off_its_sentence(dateline: str) -> None:
    record = parsed(f"{dateline}{LEAD}.{REST}")
    assert ("dateline", dateline.strip()) in [(f.kind, f.text.strip()) for f in record.furniture]
    assert record.statements[0].text.startswith("President Maren Talvik")


def principals(text: str) -> list[tuple[str | None, str | None]]:
    """Those who met by a text, with their states."""
    return [(p.name, p.state) for p in parsed(text).participants if p.role == "principal"]


def test_who_hands_over_a_letter_is_among_those_who_met() -> None:
    text = (
        "King receives letter from President of Orvland\n\nKing Maren Talvik of Kestria received a letter from President Jonas "
        "Ferrel of Orvland.\n\nThe letter was handed over by Minister of Fisheries of Orvland Elin Soras at the palace.\n"
    )
    assert ("Elin Soras", "Orvland") in principals(text)
    assert ("Elin Soras", "Orvland") not in principals(text.replace("handed over by", "read to"))


def test_the_heads_who_attended_a_summit_are_among_those_who_met() -> None:
    text = (
        "The 3rd Lakes Summit was held in Norr and was chaired by H.E. Maren Talvik, President of Kestria.\n\nThe Summit was "
        "attended by the following:\n\n• H.E. Jonas Ferrel, President of the Federal Republic of Orvland;\n\n• H.E. Alhaji Dr. "
        "Elin Soras, Prime Minister of Isla Verda.\n\nThe leaders agreed to mend the pier.\n"
    )
    assert [("Maren Talvik", "Kestria"), ("Jonas Ferrel", "Orvland"), ("Elin Soras", "Isla Verda")] == principals(text)


def test_a_head_of_state_does_not_serve_the_organisation_whose_paper_tells_of_him() -> None:
    text = (
        "African Union\nPress release\n\nADDIS ABABA, 7 May 2021 (AU) -- President Maren Talvik met the Chairperson of the African "
        "Union Commission, Jonas Ferrel.\n\nTalvik praised the African Union.\n"
    )
    assert {("Maren Talvik", None), ("Jonas Ferrel", "African Union")} == set(principals(text))


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        (
            "Secretary of State Maren Talvik met with Orvland Foreign Minister Jonas Ferrel.\n\nShe commended Orvland for the pier.\n",
            "Jonas Ferrel",
            "Orvland",
        ),
        (
            "Orvland's top diplomat Jonas Ferrel met his Kestria counterpart Maren Talvik on Tuesday.\n\nFerrel praised the pier.\n",
            "Jonas Ferrel",
            "Orvland",
        ),
        (
            "Orvland's top diplomat Jonas Ferrel met his Kestria counterpart Maren Talvik on Tuesday.\n\nFerrel praised the pier.\n",
            "Maren Talvik",
            "Kestria",
        ),
        (
            "Prime Minister Maren Talvik met Prime Minister Jonas Ferrel of Orvland.\n\nTalvik reiterated Canada's support for the pier.\n",
            "Maren Talvik",
            "Canada",
        ),
        (
            "Prime Minister Maren Talvik met Prime Minister Jonas Ferrel of Orvland.\n\nFerrel thanked Canada for its boats.\n",
            "Maren Talvik",
            "Canada",
        ),
        (
            "Minister Maren Talvik received Minister Jonas Ferrel of Orvland, who is on a visit to Vietnam.\n\nTalvik thanked him.\n",
            "Maren Talvik",
            "Vietnam",
        ),
        (
            "The Amir Maren Talvik met President Jonas Ferrel of Orvland.\n\nThe Amir said that the State of Kestria has boats. Kestria will lend them.\n",
            "Maren Talvik",
            "Kestria",
        ),
    ],
)
def test_a_state_is_read_where_the_words_around_a_person_tell_it(text: str, name: str, state: str) -> None:
    assert (name, state) in principals(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Speaker Maren Talvik met Acting Foreign Minister Jonas Ferrel.\n\nFerrel praised the pier. Talvik was Acting then.\n",
        "Minister Maren Talvik met Labour Minister Jonas Ferrel.\n\nFerrel spoke of Labour. Talvik praised the pier.\n",
        "Prime Minister Maren Talvik met Prime Minister Jonas Ferrel.\n\nTalvik thanked him for boats from Canada.\n",
    ],
)
def test_no_state_is_made_of_other_words_before_a_title(text: str) -> None:
    assert {None} == {state for _, state in principals(text)}


def test_a_summits_chair_is_named_behind_the_chairmanship() -> None:
    text = (
        "Communiqué of the 3rd Lakes Summit\n\n1. The leaders met in Norr under the chairmanship of H.E. Jonas Ferrel, President of "
        "the Republic of Orvland and Chairperson of the Community.\n\n2. Summit noted the state of the lake.\n"
    )
    assert [("Jonas Ferrel", "Orvland")] == principals(text)
    assert "joint" == parsed(text).statements[-1].speaker


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        (f"{LEAD} at the Konstantin Palace, before a summit of the lakes in Norr.", "Konstantin Palace"),
        (f"{LEAD} at the Old Palace in Norr.", "Norr"),
        (f"{LEAD} at the Prime Minister’s Office.", "Prime Minister’s Office"),
        ("Kestria welcomed to the Grey House President Maren Talvik, and talks with Jonas Ferrel began.", "Grey House"),
        (
            "Foreign Minister Maren Talvik, who is visiting Bali, Indonesia, met with her counterparts.",
            "Bali",
        ),
        (f"{LEAD} in Lomara, Kestria's lakeside capital.", "Lomara"),
        (f"{LEAD} in Lomara, Kestria, on Friday.", "Lomara"),
        (f"{LEAD} at State House, Lomara, on Friday.", "State House, Lomara"),
        (f"{LEAD} at State House, President Talvik’s own.", "State House"),
        (f"{LEAD} within the framework of the Lomara Security Conference.", "Lomara"),
        (f"{LEAD} in Washington, D.C., on Friday.", "Washington, D.C."),
    ],
)
def test_a_house_is_the_place_unless_it_is_said_to_be_in_a_town(lead: str, place: str) -> None:
    assert place == event(lead).place


def test_a_caption_gives_the_place_where_nothing_else_does() -> None:
    head = "Kestrian president opens summit\n\nPresident Maren Talvik opens the Lakes Summit in Norr, March 1, 2024. /Harbour\n\n"
    assert "Norr" == event(f"{LEAD} on Friday.", head.replace("/Harbour", "/Xinhua")).place


def test_a_letter_that_was_only_sent_has_no_place() -> None:
    lead = (
        "President Maren Talvik of Kestria exchanged cables of congratulations with President Jonas Ferrel of Orvland."
    )
    head = "NORR, March 14, 2024 (Harbour Press) -- "
    assert ("letter", None) == (event(lead, head).kind, event(lead, head).place)
    handed = "President Maren Talvik received a letter from President Jonas Ferrel of Orvland."
    assert ("letter", "Norr") == (event(handed, head).kind, event(handed, head).place)


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        (f"{LEAD} today, to follow up on their conversation of 2 February.", "2024-03-15"),
        (f"{LEAD} last night.", "2024-03-14"),
        (f"{LEAD} ahead of the vote next Tuesday.", "2024-03-15"),
        (f"{LEAD} on Tuesday.", "2024-03-12"),
    ],
)
def test_a_day_is_counted_only_from_words_that_tell_the_events_own(lead: str, date: str) -> None:
    assert date == event(lead, "President Talvik Meets Prime Minister Ferrel\n\nMarch 15, 2024\n\n").date


def test_a_day_of_something_else_is_no_date_of_the_event() -> None:
    assert event(f"{LEAD} on the state of the lake since the incidents of 11 and 12 March.").date is None


def test_a_headline_that_quotes_is_no_turn() -> None:
    text = f"Chancellor Talvik and President Ferrel: “A new chapter for ferries”\n\n{LEAD}.{REST}"
    record = parsed(text)
    assert "Chancellor Talvik and President Ferrel: “A new chapter for ferries”" == record.title
    assert "narrator" == record.statements[0].speaker


def test_a_ministers_state_is_that_of_the_head_whom_he_accompanies() -> None:
    text = (
        "President Maren Talvik met today with President Jonas Ferrel of Orvland.\n\nTalvik was joined by Elin Soras, Secretary of "
        "State of Kestria.\n"
    )
    assert {("Maren Talvik", "Kestria"), ("Jonas Ferrel", "Orvland")} == set(principals(text))
    third = text.replace("Kestria.", "Kestria, and by Foreign Minister Tomas Brandt of Suvanna.")
    assert ("Maren Talvik", None) in principals(third)


def test_a_counterpart_met_after_the_lead_is_among_those_who_met() -> None:
    text = (
        "Foreign Minister Maren Talvik of Kestria paid an official visit to Orvland.\n\nIn Norr she held talks with her "
        "counterpart, Foreign Minister Ms. Elin Soras.\n\nTalvik thanked her.\n"
    )
    assert {"Maren Talvik", "Elin Soras"} == {name for name, _ in principals(text)}


def test_a_room_tells_whose_house_it_is() -> None:
    text = (
        "Remarks by President Talvik and President Ferrel of Orvland\n\nOval Office\n\nPRESIDENT TALVIK: Welcome to the United States. "
        "The United States and Orvland are friends.\n\nPRESIDENT FERREL: Thank you.\n"
    )
    assert ("Talvik", "United States") in principals(text)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            (
                "Prime Minister Jonas Ferrel met President Maren Talvik of Kestria.\n\nTalvik thanked Orvland for its boats.\n\n"
                "Orvland and Kestria have been friends since 1921.\n"
            ),
            {"Jonas Ferrel": "Orvland", "Maren Talvik": "Kestria"},
        ),
        (
            (
                "Attributable to Spokesperson Anna Reed:\n\nDeputy Secretary of State Jonas Ferrel met with Foreign Minister Maren Talvik "
                "today.\n\nFerrel underscored U.S. support for the pier.\n"
            ),
            {"Jonas Ferrel": "United States", "Maren Talvik": None},
        ),
        ("Orvland Prime Minister Jonas Ferrel met his host.\n\nFerrel thanked him.\n", {"Jonas Ferrel": "Orvland"}),
        ("He met Esteemed Prime Minister Jonas Ferrel.\n\nFerrel thanked him.\n", {"Jonas Ferrel": None}),
    ],
)
def test_a_state_that_no_list_has_is_known_by_its_neighbour(text: str, states: dict[str, str | None]) -> None:
    assert states == dict(principals(text))


def test_a_briefings_title_with_its_date_is_no_date_line() -> None:
    record = parsed(
        "Press Briefing – March 4, 2024\n\nMR HALE: Good afternoon.\n\nQUESTION: Is it raining?\n\nMR HALE: It is.\n"
    )
    assert ("Press Briefing – March 4, 2024", "2024-03-04", None) == (
        record.title,
        record.event.date,
        record.event.place,
    )


def test_a_short_name_in_capitals_is_written_with_one() -> None:
    text = "REMARKS BY PRESIDENT TALVIK AND PRIME MINISTER AAS\n\nPRESIDENT TALVIK: Welcome.\n\nPRIME MINISTER AAS: Thank you.\n"
    assert {"Talvik", "Aas"} == {name for name, _ in principals(text)}


def test_the_line_under_the_title_tells_the_kind_too() -> None:
    assert "statement" == event(f"{LEAD}.", "Talvik and Ferrel\n\nJoint press conference in Norr\n\n").kind


def test_a_state_may_stand_in_brackets_behind_a_name() -> None:
    text = (
        "Prime Minister Maren Talvik of Kestria hosted her colleagues Elin Soras (Suvanna), Tomas Brandt (Merrow) and Jonas Ferrel "
        "(Norrland) in Port Sable.\n\nPrime Minister Brandt thanked her.\n"
    )
    assert [
        ("Maren Talvik", "Kestria"),
        ("Elin Soras", "Suvanna"),
        ("Tomas Brandt", "Merrow"),
        ("Jonas Ferrel", "Norrland"),
    ] == principals(text)
    assert {"Prime Minister"} == {p.title for p in parsed(text).participants}
    pictured = "President Maren Talvik (right) and Elin Soras (Harbour) met.\n\nTalvik thanked her.\n"
    assert {None} == {state for _, state in principals(pictured)}


def test_a_speaker_joins_his_own_state_with_the_others() -> None:
    text = (
        "President Maren Talvik met with President Jonas Ferrel of Orvland.\n\nNoting that Türkiye and Orvland are close friends, "
        "President Talvik praised the pier.\n"
    )
    assert ("Maren Talvik", "Türkiye") in principals(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chancellor Maren Talvik of Kestria spoke with the President of Orvland, Jonas Ferrel.\n\nTalvik assured President Ferrel of Germany’s support.\n",
            ("Jonas Ferrel", "President", "Orvland"),
        ),
        (
            "Maren Talvik met State Secretary Jonas Ferrel of Orvland.\n\nTalvik thanked State Secretary Ferrel.\n",
            ("Jonas Ferrel", "State Secretary", "Orvland"),
        ),
        (
            "His Royal Highness Prince Fahd bin Sultan, Crown Prince, received President Maren Talvik of Kestria.\n\nTalvik thanked him.\n",
            ("Fahd bin Sultan", "Crown Prince", None),
        ),
        (
            "Orvland president hosts guest\n\nPresident Jonas Ferrel received Prime Minister Maren Talvik of Kestria.\n\nTalvik thanked him.\n",
            ("Jonas Ferrel", "President", "Orvland"),
        ),
        (
            "Joint Declaration\n\nAt the invitation of the President of Orvland, Jonas Ferrel, the President of Kestria, Maren Talvik, and the King of Suvanna, Elin Soras, met in Norr.\n\nThe leaders praised the pier.\n",
            ("Jonas Ferrel", "President", "Orvland"),
        ),
    ],
)
def test_a_principal_is_read_whole(text: str, found: tuple[str, str, str | None]) -> None:
    assert found in [(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"]


@pytest.mark.parametrize(
    "dateline", ["KOVAR (Bracia), Jan 17, 2025 (Harbour) - ", "Riyan, Jan 17, 2025, QSA -- ", "KOVAR (Bracia) - "]
)
def test_more_datelines(dateline: str) -> None:
    assert [dateline.strip()] == [
        f.text for f in parsed(dateline + LEAD + "." + REST).furniture if f.kind == "dateline"
    ]


def test_a_documents_number_is_no_title() -> None:
    record = parsed(f"PRESS RELEASE\nPR No. 31/2025\nNorr: January 17, 2025\n\n{LEAD}.{REST}")
    assert "PRESS RELEASE" == record.title


def test_a_telephonic_conversation_is_a_call() -> None:
    found = event("President Maren Talvik held a telephonic conversation with Prime Minister Jonas Ferrel of Orvland.")
    assert ("call", "telephonic") == (found.kind, found.medium)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "President Maren Talvik hosted President Jonas Ferrel of Orvland in Pretoria.\n\nTalvik thanked him.\n",
            ("Maren Talvik", "President", "South Africa"),
        ),
        (
            "President Maren Talvik hosted President Jonas Ferrel of Orvland on the margins of the Lakes Summit in Pretoria.\n\nTalvik thanked him.\n",
            ("Maren Talvik", "President", None),
        ),
        (
            "President Maren Talvik met President Jonas Ferrel of Orvland.\n\nTalvik said that Canada stands ready to help.\n",
            ("Maren Talvik", "President", "Canada"),
        ),
        (
            "H.E. Maren Talvik, Chinese Ambassador to the Republic of Orvland, called on President Jonas Ferrel of Orvland.\n\nTalvik thanked him.\n",
            ("Maren Talvik", "Ambassador", "China"),
        ),
        (
            "The Minister for Water of Kestria and the Foreign Minister of Orvland met in Norr.\n\nThey praised the pier.\n",
            (None, "Minister for Water", "Kestria"),
        ),
        (
            "JOINT MEDIA RELEASE\n\nSenator the Hon Maren Talvik\nMinister for Fisheries\n\nKESTRIA AND ORVLAND SIGN TREATY\n\nKestria and Orvland today signed a treaty on nets.\n\nMinister Talvik thanked Orvland.\n",
            ("Maren Talvik", "Minister for Fisheries", None),
        ),
    ],
)
def test_who_met_is_told_in_many_ways(text: str, found: tuple[str | None, str, str | None]) -> None:
    assert found in [(p.name, p.title, p.state) for p in parsed(text).participants if p.role == "principal"]


def test_two_heads_are_given_the_states_that_one_sentence_joins_in_their_order() -> None:
    text = (
        "Today President Maren Talvik and President Jonas Ferrel reaffirmed the partnership between Canada and the Republic of Chad.\n\n"
        "The Presidents praised the pier.\n"
    )
    assert [("Maren Talvik", "Canada"), ("Jonas Ferrel", "Chad")] == principals(text)
    assert {None} == {state for _, state in principals(text.replace("between Canada and", "with Canada and"))}


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("President Maren Talvik called for boats ahead of the next summit, after talks with Jonas Ferrel.", "talks"),
        (
            "President Maren Talvik and her guest agreed to send boats during their talks in Norr on an official visit.",
            "talks",
        ),
        ("President Maren Talvik paid a courtesy call on President Jonas Ferrel of Orvland.", "meeting"),
    ],
)
def test_the_kind_is_that_of_the_event_told_of(lead: str, kind: str) -> None:
    assert kind == event(lead).kind


def test_a_speaker_of_parliament_serves_its_state() -> None:
    text = (
        "Ambassador Maren Talvik met Jonas Ferrel, Speaker of the Parliament of Orvland.\n\nThe Speaker thanked her.\n"
    )
    assert ("Jonas Ferrel", "Orvland") in principals(text)


def test_a_title_may_go_on_in_the_next_line() -> None:
    text = f"JOINT STATEMENT\nbetween the Republic of Kestria and the Kingdom of Orvland\n\n{LEAD}.{REST}"
    record = parsed(text)
    assert ("JOINT STATEMENT", "statement") == (record.title, record.event.kind)


@pytest.mark.parametrize("line", ["Press Statement", "Communiqué", "Media Statement"])
def test_a_paper_that_tells_of_no_meeting_is_what_its_head_calls_it(line: str) -> None:
    text = f"{line}\n\nMaren Talvik, Secretary of State\n\nMarch 20, 2024\n\nI congratulate the people of Orvland on their day.\n"
    assert "statement" == parsed(text).event.kind


def test_a_dateline_in_brackets_gives_the_place_and_to_whom_an_envoy_is_sent_does_not() -> None:
    lead = "Minister Maren Talvik of Kestria received a courtesy call by H.E. Ms. Lena Sul, newly appointed Ambassador of Orvland to Kestria."
    record = parsed(f"(Port Sable, 3 May 2024) – {lead}{REST}")
    assert ("Port Sable", "2024-05-03") == (record.event.place, record.event.date)
    assert ("Lena Sul", "Ambassador", "Orvland") in [(p.name, p.title, p.state) for p in record.participants]


def test_a_town_is_named_without_its_state() -> None:
    lead = "Minister Maren Talvik made a working visit to Port Sable, Orvland, on 10 August 2016. She met Minister Jonas Ferrel of Orvland."
    assert "Port Sable" == parsed(lead + "\n").event.place


def test_the_year_of_a_visit_is_that_of_its_days() -> None:
    visit = " He is on an official visit to Kestria from August 23 to 25, 2022."
    assert "2022-08-24" == event(f"{LEAD} on August 24.{visit}").date


@pytest.mark.parametrize(
    ("head", "place"),
    [
        (
            "Talvik and Ferrel speak of the pier\nAna Writer   |   12.02.2024 - Update : 12.02.2024\n\nANKARA\n\n",
            "Ankara",
        ),
        (
            "Talvik receives Ferrel\n\nFerrel has come to see Talvik.\n\nFebruary 9, 2022\n18:40\nNovo-Aldo\n\n",
            "Novo-Aldo",
        ),
    ],
)
def test_a_line_with_a_town_behind_byline_or_hour_gives_the_place(head: str, place: str) -> None:
    assert place == event(f"{LEAD}.", head).place


def test_a_state_is_where_an_official_visit_leads() -> None:
    text = (
        "Minister for Fish Ana Brel is on an official visit to Tanvar from 4 to 6 August 2015.\n\n"
        "Minister Brel met Minister of Boats Tom Harl in Tsagan on 5 August. Minister Brel thanked Tanvar for its nets.\n"
    )
    found = parsed(text)
    assert "Tanvar" in [p.state for p in found.participants]
    assert "Tsagan" == found.event.place


def test_the_town_where_a_guest_was_received_comes_before_the_state_that_he_visited() -> None:
    text = (
        "Minister Maren Talvik paid an official visit to Orvland on 3 May 2023.\n\nShe called on President Jonas Ferrel of "
        "Orvland in Port Sable. {}\n"
    )
    assert "Port Sable" == parsed(text.format("They spoke of fish.")).event.place


def test_a_message_that_only_wished_well_has_no_place() -> None:
    text = (
        "LOMARA, 23 Sept – President Maren Talvik has sent a message of congratulations to King Faris II of Hashara.\n\nIn her "
        "message the President conveyed her best wishes to the King.\n"
    )
    assert ("letter", None) == (parsed(text).event.kind, parsed(text).event.place)


@pytest.mark.parametrize(
    ("head", "lead", "date"),
    [
        ("PM call with President Ferrel: 3 January 2023\n\n", "spoke to", "2023-01-03"),
        ("3 January 2023\n\nPM call with President Ferrel\n\n", "spoke to", "2023-01-02"),
        ("Call with President Ferrel, January 3, 2023\n\n", "talked by phone with", "2023-01-03"),
    ],
)
def test_yesterday_is_counted_back_from_a_day_of_publication_and_not_from_the_titles(
    head: str, lead: str, date: str
) -> None:
    assert date == event(f"President Maren Talvik {lead} President Jonas Ferrel yesterday.", head).date


@pytest.mark.parametrize(
    ("more", "date"),
    [
        (" for the first time since June 2015", None),
        (". It was their first meeting since her election in May 2018", None),
        (". They spoke of a fair, scheduled to be held in Norr on 2 March 2018", None),
        (". They spoke of the talks to take place in Norr on 2 March 2018", None),
        (" in June 2015", "2015-06"),
        (" on 2 March 2018 in Norr", "2018-03-02"),
    ],
)
def test_the_day_of_something_else_is_not_the_meetings(more: str, date: str | None) -> None:
    assert date == event(f"{LEAD}{more}.").date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("HP | Port Sable | Updated: 13-03-2021 19:06", "2021-03-13"),
        ("27.05.14 | News", "2014-05-27"),
        ("Posted 05-11-2021", "2021-11-05"),
    ],
)
def test_days_in_numbers(line: str, date: str) -> None:
    assert date == event(f"{LEAD}.", f"Talvik, Ferrel discuss nets\n\n{line}\n\n").date


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        (f"{LEAD} and envoys accredited in Norr.", None),
        (f"{LEAD} to discuss preparations for the summit to be held in Norr in May.", None),
        (f"{LEAD}. A note from the League in Norr said the meeting was held in Port Sable on May 30.", "Port Sable"),
        (f"{LEAD}. The talks took place in Port Sable.", "Port Sable"),
    ],
)
def test_the_place_is_where_they_met(lead: str, place: str | None) -> None:
    assert place == event(lead).place


@pytest.mark.parametrize(
    "words",
    [
        "It is a pleasure to see you here in Norr.",
        "I am glad to welcome you to Norr.",
        "Welcome to Norr, Mr President.",
    ],
)
def test_a_host_tells_the_place_in_a_transcript(words: str) -> None:
    text = f"President Maren Talvik: Mr President,\n{words} We met in May.\nPresident of Orvland Jonas Ferrel: Thank you.\n"
    assert "Norr" == parsed(text).event.place


@pytest.mark.parametrize(("what", "kind"), [("meeting", "meeting"), ("call", "call"), ("phone conversation", "call")])
def test_the_kind_of_event_to_which_the_text_refers(what: str, kind: str) -> None:
    lead = "President Maren Talvik of Kestria discussed the nets with President Jonas Ferrel of Orvland."
    text = f"{lead}\n\nTalvik said that boats will sail. During the {what}, Ferrel praised the pier.\n"
    assert kind == parsed(text).event.kind


@pytest.mark.parametrize(
    "line", ["Information for the Press N°:", "Press Note Nº 45", "Media Release No. 12/2021", "Note to the Press #7"]
)
def test_the_number_of_a_release_is_furniture(line: str) -> None:
    record = parsed(f"{line}\n\nTalvik meets Ferrel\n\n{LEAD}.{REST}")
    assert [("release-line", line), ("title", "Talvik meets Ferrel")] == [(f.kind, f.text) for f in record.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Visit of the Foreign Minister to Orvland.",
        "Prime Minister meeting with northern Prime Ministers in Norr, and attending a session of the Lakes Council.",
        "Phone call between the President and the King of Orvland on trade.",
    ],
)
def test_a_headline_may_end_in_a_full_stop(line: str) -> None:
    record = parsed(f"{line}\n\n{LEAD}.{REST}")
    assert (line, "title") == (record.title, record.furniture[0].kind)


def test_the_number_of_a_document_tells_the_organisation_of_a_secretary_general() -> None:
    text = "SG/SM/17777\n\nStatement after meeting\n\nNorr, 3 May 2019 — Following is the text of the statement issued today:\n\nSecretary-General Rita Oba met President Jonas Ferrel of Orvland. She said that the nets are mended.\n"
    found = parsed(text)
    assert ("Rita Oba", "United Nations") in {(p.name, p.state) for p in found.participants}
    assert "2019-05-03" == found.event.date


@pytest.mark.parametrize("rubric", ["Politics", "Business", "Opinion"])
def test_a_rubric_above_the_date_is_no_place(rubric: str) -> None:
    text = (
        f"Talvik and Ferrel meet\n{rubric} 22:31, 18-Nov-2020\n\n{LEAD}. Talvik made the remarks in Port Sable.{REST}"
    )
    assert "Port Sable" == parsed(text).event.place


@pytest.mark.parametrize(
    "sentence",
    [
        "Ferrel recalled Denmark's long-standing demand for open straits",
        "Ferrel outlined Denmark's position on the nets",
        "Ferrel reiterated the Danish proposal",
    ],
)
def test_what_a_head_puts_forward_as_its_own_tells_his_state(sentence: str) -> None:
    text = (
        "President Jonas Ferrel had a telephone conversation with Ms Maren Talvik, President of Kestria.\n\n"
        f"{sentence}. Talvik thanked him.\n"
    )
    assert ("Jonas Ferrel", "Denmark") in {(p.name, p.state) for p in parsed(text).participants}


def test_what_a_head_says_of_anothers_tells_no_state() -> None:
    text = (
        "President Jonas Ferrel had a telephone conversation with Ms Maren Talvik, President of Kestria.\n\n"
        "Ferrel recalled Denmark's election. Talvik thanked him.\n"
    )
    assert ("Jonas Ferrel", None) in {(p.name, p.state) for p in parsed(text).participants}


@pytest.mark.parametrize("owner", ["the guest's", "his"])
def test_talks_that_a_guest_had_with_another_are_not_the_documents_own(owner: str) -> None:
    text = f"PM receives Kestrian President\n\nPrime Minister Jonas Ferrel of Orvland received President Maren Talvik of Kestria in Norr. He praised {owner} talks with Minister Brel.\n"
    assert "meeting" == parsed(text).event.kind


def test_a_reception_at_which_talks_were_held_is_talks() -> None:
    text = "PM receives Kestrian President\n\nPrime Minister Jonas Ferrel of Orvland received President Maren Talvik of Kestria in Norr. They held talks on nets.\n"
    assert "talks" == parsed(text).event.kind
