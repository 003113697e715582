"""The words of a language, loaded from data: verbs by class, titles, states, abbreviations; it decides nothing about a text."""

from __future__ import annotations

from verbale.language.classes import Words
from verbale.language.loading import load
from verbale.language.words import POSITIONS, REPORTING, Form, Language, State, verb_of_cue

__all__ = ["POSITIONS", "REPORTING", "Form", "Language", "State", "Words", "load", "verb_of_cue"]
