"""What counts as entries of each kind of list, and the periods that they stand in, as SQL; nothing is asked here."""

from __future__ import annotations

from typing import Final

from verbale.catalog.sayings import CELL

PERIOD: Final = (
    "CASE WHEN substr(rank, 5, 1) = '-' THEN substr(rank, 1, 7) "
    "WHEN substr(rank, 1, 1) = ' ' THEN '' ELSE substr(rank, 1, 4) END"
)
ENTRIES: Final = {
    "records": "1 AS entries FROM record WHERE ? = ''",
    "points": "points AS entries FROM record WHERE points AND ? = ''",
    "corrections": "corrections AS entries FROM record WHERE corrections AND ? = ''",
    "speaker": "max(statements, 1) AS entries FROM voice WHERE speaker = ?",
    "theme": "statements AS entries FROM bears WHERE theme = ?",
    "term": "statements AS entries FROM mention WHERE term = ?",
    "said": f"statements AS entries FROM said WHERE (speaker, theme) = ({CELL})",
}
"""What counts as entries of each kind of list, and of which rows; the parameter is a speaker's or theme's id."""
