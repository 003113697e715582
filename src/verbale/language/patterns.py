"""How a class of words that is looked for in running text is kept."""

from __future__ import annotations

import re
from typing import TypeAlias

AnyCase: TypeAlias = re.Pattern[str]
"""Words and phrases looked for in running text, in capitals or not; "communiqu*" stands for all words that begin so."""


AsWritten: TypeAlias = re.Pattern[str]
"""The same, as they are written."""


Ending: TypeAlias = re.Pattern[str]
"""The same, at the end of what stands before something, in capitals or not."""
