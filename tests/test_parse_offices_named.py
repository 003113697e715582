"""Offices as heads of readouts give them: in bodies that no list has, in two parts, in the forces; whose counterpart somebody is."""

from __future__ import annotations

import pytest

from tests.parsing import parsed

THEN = "\n\nThe ferry was discussed.\n"


def met(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """The principals of a text, each with title and state."""
    return [(p.name, p.title, p.state) for p in parsed(text + THEN).participants if p.role == "principal"]


@pytest.mark.parametrize(
    ("guest", "title"),
    [
        ("Speaker of the Storhus of Orvland Jonas Ferrel", "Speaker of the Storhus"),
        ("the Chairman of the Great Khural of the Republic of Orvland, Jonas Ferrel,", "Chairman of the Great Khural"),
        ("the Marshal of the Sejm of Orvland, Mr Jonas Ferrel,", "Marshal of the Sejm"),
        ("Major General Jonas Ferrel, Commander of the Navy of the Republic of Orvland,", "Commander of the Navy"),
        ("Admiral Jonas Ferrel, Chief of the Naval Staff of Orvland,", "Chief of the Naval Staff"),
        (
            "the Prime Minister of the Government of National Unity of Orvland, Eng. Jonas Ferrel,",
            "Prime Minister of the Government of National Unity",
        ),
    ],
)
def test_a_body_that_no_list_has_is_known_by_the_state_behind_it(guest: str, title: str) -> None:
    assert ("Jonas Ferrel", title, "Orvland") in met(
        f"Prime Minister Maren Talvik of Kestria received {guest} in Norr."
    )


@pytest.mark.parametrize(
    "state", ["the Federated Cantons of Orvland", "the Republic of Orvland", "the Grand Duchy of Orvland"]
)
def test_a_formal_name_is_no_body(state: str) -> None:
    found = met(f"Prime Minister Maren Talvik of Kestria met the Minister of Trade of {state}, Jonas Ferrel, in Norr.")
    assert "Jonas Ferrel" in {name for name, _, _ in found}


@pytest.mark.parametrize(
    ("host", "title"),
    [
        (
            "Deputy Minister of Foreign Affairs for Economic Affairs Engineer Salim Al-Haddad",
            "Deputy Minister of Foreign Affairs for Economic Affairs",
        ),
        (
            "Assistant Foreign Minister for Consular Affairs Salim Al-Haddad",
            "Assistant Foreign Minister for Consular Affairs",
        ),
        (
            "Deputy Foreign Minister and Special Presidential Representative for the Lakes Region Salim Al-Haddad",
            "Deputy Foreign Minister and Special Presidential Representative for the Lakes Region",
        ),
        ("Minister of Trade Begum Salim Al-Haddad", "Minister of Trade"),
        ("Minister of Trade Makhdoom Salim Al-Haddad", "Minister of Trade"),
    ],
)
def test_a_deputy_has_a_portfolio_of_his_own(host: str, title: str) -> None:
    assert ("Salim Al-Haddad", title) == met(f"{host} received Prime Minister Jonas Ferrel of Orvland in Norr.")[0][:2]


@pytest.mark.parametrize(
    "guest",
    [
        "her counterpart from the Republic of Orvland, Dr Jonas Ferrel-Haru,",
        "her colleague from Orvland, Mr Jonas Ferrel-Haru,",
        "her Orvlandic colleague, H.E. Jonas Ferrel-Haru,",
        "her Orvlandish counterpart Jonas Ferrel-Haru",
    ],
)
def test_a_counterpart_has_an_honorific_and_a_state(guest: str) -> None:
    found = met(f"The Minister of Trade, Ms Maren Talvik, hosted {guest} for talks in Norr.")
    assert ("Jonas Ferrel-Haru", "Minister of Trade", "Orvland") in found


@pytest.mark.parametrize(
    ("guest", "title"),
    [
        ("Orvland's Ambassador to the European Union Jonas Ferrel", "Ambassador to the European Union"),
        (
            "Orvland's Permanent Representative to the United Nations Jonas Ferrel",
            "Permanent Representative to the United Nations",
        ),
        (
            "the Permanent Representative of Orvland to the United Nations, Jonas Ferrel,",
            "Permanent Representative to the United Nations",
        ),
        ("the member of the Politburo and Minister of Trade of Orvland, Jonas Ferrel,", "Minister of Trade"),
        (
            "Member of the Bureau of the Workers' Party Central Committee and Minister of Trade of Orvland Jonas Ferrel",
            "Minister of Trade",
        ),
    ],
)
def test_what_an_envoy_is_sent_to_is_his_office_and_a_partys_seat_is_not(guest: str, title: str) -> None:
    assert ("Jonas Ferrel", title, "Orvland") in met(
        f"Foreign Minister Maren Talvik of Kestria received {guest} in Norr."
    )


def test_letters_go_to_whom_the_lead_names_with_an_office_in_small_letters() -> None:
    assert [
        ("Jonas Ferrel", "chairman of the State Council", "Orvland"),
        ("Maren Talvik", "first secretary of the Central Committee of the Harbour Party and president", "Kestria"),
    ] == met(
        "Jonas Ferrel, chairman of the State Council of the Democratic People's Republic of Orvland, sent a message of"
        " greeting to Maren Talvik, first secretary of the Central Committee of the Harbour Party and president of the"
        " Republic of Kestria, on the occasion of the anniversary."
    )


def test_a_letter_to_somebody_with_his_office_behind_the_name() -> None:
    found = met("President Ana Brandt of Kestria has sent a letter to Robert J. Hale, President-elect of Orvland.")
    assert ("Robert J. Hale", "President-elect", "Orvland") in found


@pytest.mark.parametrize(
    ("guest", "title"),
    [
        ("Jonas Ferrel on his election as President of the Republic of Orvland", "President"),
        ("Jonas Ferrel on being elected President of Orvland", "President"),
        ("Mr Jonas Ferrel on his re-election as the President of Orvland", "President"),
        ("H.E. Jonas Ferrel upon taking office as Prime Minister of the Kingdom of Orvland", "Prime Minister"),
        ("Mr. Jonas Ferrel, on the occasion of his being sworn in as President of Orvland", "President"),
    ],
)
def test_what_somebody_has_become_is_his_office(guest: str, title: str) -> None:
    assert ("Jonas Ferrel", title, "Orvland") in met(f"President Maren Talvik of Kestria congratulated {guest}.")
    assert ("Jonas Ferrel", title, "Orvland") in met(
        f"President Maren Talvik of Kestria sent a congratulatory message to {guest}."
    )


@pytest.mark.parametrize("more", [", who is on a visit.", "."])
def test_islands_belong_to_the_name_of_their_state(more: str) -> None:
    found = met(
        f"President Maren Talvik of Kestria received Mr Jonas Ferrel, Prime Minister of Saint Orvan and the Cays{more}"
    )
    assert ("Jonas Ferrel", "Prime Minister", "Saint Orvan and the Cays") in found


@pytest.mark.parametrize(
    ("guest", "title", "state"),
    [
        ("the new Special Envoy of the UN Secretary-General and head of UNMIC, Mr Jonas Ferrel,", "Special Envoy of the UN Secretary-General", "United Nations"),
        ("the Special Envoy of Orvland for the Lakes Region, Ambassador Jonas Ferrel,", "Special Envoy for the Lakes Region", "Orvland"),
        ("State Secretary Jonas Ferrel of the Orvlandish Ministry of Trade", "State Secretary", "Orvland"),
        ("Director General Jonas Ferrel from the Foreign Ministry of Orvland,", "Director General", None),
    ],
)  # fmt: skip
def test_who_sends_somebody_and_for_what(guest: str, title: str, state: str | None) -> None:
    found = met(f"President Maren Talvik of Kestria received {guest} in Norr. Orvland is a neighbour.")
    assert ("Jonas Ferrel", title) in {(name, office) for name, office, _ in found}
    assert state in {None, *(of for name, _, of in found if name == "Jonas Ferrel")}


def test_both_who_led_delegations_meet_though_a_ministry_stands_behind_the_name() -> None:
    found = met(
        "Kestria and Orvland held their third dialogue in Norr. Deputy Minister Maren Talvik led the Kestrian delegation,"
        " while State Secretary Jonas Ferrel of the Orvlandish Ministry for Foreign Affairs headed the Orvlandish side."
    )
    assert [("Maren Talvik", "Kestria"), ("Jonas Ferrel", "Orvland")] == [(name, state) for name, _, state in found]


@pytest.mark.parametrize("office", ["press chief", "spokesman"])
def test_a_name_with_an_office_of_its_own_is_no_head_of_state(office: str) -> None:
    assert [("Maren Talvik", "Prime Minister"), ("Jonas Ferrel", "President")] == [
        (name, title)
        for name, title, _ in met(
            "THE PRIME MINISTER IN TALKS WITH THE PRESIDENT OF THE ORVID REPUBLIC\n29 March 2022\n\nIn her office on Tuesday,"
            f" Maren Talvik received Jonas Ferrel, the head of state of the Orvid Republic, Ana Brel, the Prime Minister's {office}, informed MTX."
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "state"),
    [("PM Calls On Sultan Of Tanjong Haru", "Tanjong Haru"), ("Kota-born PM Calls On Sultan Of Haru", "Haru")],
)
def test_a_headline_in_first_capitals_ends_in_a_state(title: str, state: str) -> None:
    found = met(
        f"{title}\n\nKOTA LAMA, Nov 19 (XNA) -- Prime Minister Ali Noor today paid a courtesy call on Sultan Haji Omar Aminuddin here."
    )
    assert [("Ali Noor", None), ("Omar Aminuddin", state)] == [(name, of) for name, _, of in found]


@pytest.mark.parametrize(
    ("guest", "title"),
    [
        ("the Governor of Northmark Province of Orvland, Jonas Ferrel,", "Governor of Northmark Province"),
        ("Commander of the Armed Forces of Orvland General Jonas Ferrel", "Commander of the Armed Forces"),
        ("Lieutenant-General Jonas Ferrel, Chief of the Defence Force of Orvland,", "Chief of the Defence Force"),
        (
            "Undersecretary of State at the Ministry of Foreign Affairs of Orvland Jonas Ferrel",
            "Undersecretary of State at the Ministry of Foreign Affairs",
        ),
        (
            "Ambassador Jonas Ferrel, Permanent Representative of Orvland to the UN Office at Geneva,",
            "Permanent Representative to the UN Office at Geneva",
        ),
        ("her counterpart from Orvland, Speaker Jonas Ferrel,", "Speaker"),
        ("her peer from the Republic of Orvland, Chairman Jonas Ferrel,", "Chairman"),
    ],
)
def test_lower_offices_meet_too(guest: str, title: str) -> None:
    assert ("Jonas Ferrel", title, "Orvland") in met(
        f"Vice President Maren Talvik of Kestria received {guest} in Norr."
    )


@pytest.mark.parametrize(
    ("guest", "title"),
    [
        ("the Envoy of the Orvlandish President, Ambassador Jonas Ferrel,", "Envoy of the President"),
        (
            "First Deputy Prime Minister – Minister of Trade of Orvland Jonas Ferrel",
            "First Deputy Prime Minister – Minister of Trade",
        ),
        ("Orvland's High Commissioner to Kestria Jonas Ferrel", "High Commissioner"),
    ],
)
def test_who_sends_an_envoy_where_he_is_posted_and_offices_that_a_dash_joins(guest: str, title: str) -> None:
    assert ("Jonas Ferrel", title, "Orvland") in met(f"Foreign Minister Maren Talvik received {guest} in Norr.")


def test_names_stand_each_behind_its_own_state() -> None:
    assert [("Maren Talvik", "Kestria"), ("Jonas Ferrel", "Orvland"), ("Ola Sand", "Haruland")] == [
        (name, state)
        for name, _, state in met(
            "Joint Statement by the Foreign Ministers of Kestria, Orvland and Haruland\n\nThe Foreign Ministers of Kestria,"
            " Maren Talvik, of Orvland, Mr Jonas Ferrel, and of Haruland, Ola Sand, met in Norr on 3 May 2021."
        )
    ]


@pytest.mark.parametrize(
    ("guest", "title"),
    [
        ("Minister of Trade II Dato Haji Jonas Ferrel of Orvland", "Minister of Trade II"),
        ("Minister of State and Foreign Affairs of Orvland Jonas Ferrel", "Minister of State and Foreign Affairs"),
        ("Minister of State and Finance Jonas Ferrel of Orvland", "Minister of State and Finance"),
        ("Minister of State and Minister of Ports Jonas Ferrel of Orvland", "Minister of State and Minister of Ports"),
    ],
)
def test_a_ministers_rank_or_number_goes_with_the_portfolio(guest: str, title: str) -> None:
    assert ("Jonas Ferrel", title, "Orvland") in met(
        f"President Maren Talvik of Kestria met with {guest} in Norr on Friday."
    )


def test_who_received_a_guest_in_audience_is_among_those_who_met() -> None:
    assert ("Abdul Halim Syah", "Sultan", "Orvland") in met(
        "Foreign Minister Maren Talvik of Kestria made an official visit to Orvland.\n\nMinister Talvik was received in audience"
        " by His Majesty Sultan Abdul Halim Syah on Friday. She met Minister of Trade Jonas Ferrel of Orvland."
    )


@pytest.mark.parametrize(
    ("guest", "title", "state"),
    [
        (
            "a delegation of the Senate of the Orvish Federation headed by Jonas K. Ferrel, Chair of the Trade Committee",
            "Chair of the Trade Committee",
            "Orvish Federation",
        ),
        (
            "Jonas K. Ferrel, Chairman of the Committee on Foreign Affairs and Trade of the Parliament of Orvland",
            "Chairman of the Committee on Foreign Affairs and Trade",
            "Orvland",
        ),
        (
            "a delegation of the Parliament of Orvland led by Jonas K. Ferrel, Chairman of the Committee on Trade",
            "Chairman of the Committee on Trade",
            "Orvland",
        ),
    ],
)
def test_committees_and_who_leads_their_delegations(guest: str, title: str, state: str) -> None:
    assert ("Jonas K. Ferrel", title, state) in met(f"President of Kestria Maren Talvik met with {guest}.")


def test_a_second_guest_who_is_a_counterpart_has_the_office_of_the_one_before_all() -> None:
    assert ("Ola Sand", "Foreign Minister", "Norway") in met(
        "Foreign Minister Maren Talvik of Kestria met in Norr with Vice Premier and Foreign Minister Jonas Ferrel of Orvland and her"
        " Norwegian counterpart, Ola Sand."
    )


def test_an_office_of_his_own_goes_before_the_one_that_a_counterpart_was_lent() -> None:
    assert "President of the National Assembly" in {
        title
        for _, title, _ in met(
            "National Assembly Chairman Ola Sand visited Orvland at the invitation of his counterpart Jonas Ferrel.\n\nHe held talks with"
            " President of the National Assembly Jonas Ferrel."
        )
    }
