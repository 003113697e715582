"""A source as it was received: its bytes decoded strictly, its text never altered."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.errors import SourceError


@dataclass(frozen=True, slots=True)
class Source:
    """One document under `seeds/`.

    `path` is relative to the archive, with `/`; `text` is the decoded document without a byte-order mark, line ends and
    all white space as they stand; `sha256` is the digest of the bytes, in hex.
    """

    path: str
    text: str
    sha256: str


def decode(path: str, data: bytes) -> Source:
    """Make a `Source` of a file's bytes.

    Raises `SourceError` where the bytes are not UTF-8 or hold a NUL, naming the byte offset.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path}: not UTF-8 text (byte {error.start}). Save the document as UTF-8 and parse it again."
        raise SourceError(message) from error
    if "\0" in text:
        message = f"{path}: holds a NUL character, so it is not a text file. Save the document as plain text."
        raise SourceError(message)
    # Loaded where it is needed: a build looks at its files all the sooner.
    import hashlib

    return Source(path, text, hashlib.sha256(data).hexdigest())
