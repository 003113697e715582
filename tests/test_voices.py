"""Voices: two who meet again keep their hues, whoever is named first; lanes go by the order of mention."""

from __future__ import annotations

from verbale.record import Participant, Party
from verbale.site.voices import labels_of, voices_of

ANN = Participant(id="ann-lore", name="Ann Lore", state="Kestria", role="principal")
BOB = Participant(id="bob-mire", name="Bob Mire", state="Norvane", role="principal")
LABELS = labels_of({}, {})


def test_hues_do_not_depend_on_who_is_named_first() -> None:
    one, other = (voices_of(people, (), (), LABELS) for people in ((ANN, BOB), (BOB, ANN)))
    assert [one[id_].css for id_ in (ANN.id, BOB.id)] == [other[id_].css for id_ in (ANN.id, BOB.id)] == ["v-a", "v-b"]
    assert [one[id_].lane for id_ in (ANN.id, BOB.id)] == [0, 1]
    assert [other[id_].lane for id_ in (ANN.id, BOB.id)] == [1, 0]


def test_a_party_has_the_hue_and_the_lane_of_its_principal() -> None:
    voices = voices_of((BOB, ANN), (Party(id="norvane", name="Norvane"),), (), LABELS)
    assert (voices["norvane"].css, voices["norvane"].lane) == ("v-p v-b", 0)
