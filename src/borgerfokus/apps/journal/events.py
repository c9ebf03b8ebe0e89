"""What the journal announces."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class NoteWritten(Fact):
    """A note has been written."""

    kind: ClassVar[str] = "note.written"
    entry: int
    channel: str


@dataclass(frozen=True)
class EntryCorrected(Fact):
    """An entry says something else from now on; what it said before is kept."""

    kind: ClassVar[str] = "entry.corrected"
    entry: int
    number: int


@dataclass(frozen=True)
class EntryWithheld(Fact):
    """The citizen may not read an entry for now, on a ground, until it is looked at again."""

    kind: ClassVar[str] = "entry.withheld"
    entry: int
    ground: str
    article: str
    review_on: str


@dataclass(frozen=True)
class EntryReleased(Fact):
    """The citizen may read the entry again."""

    kind: ClassVar[str] = "entry.released"
    entry: int


@dataclass(frozen=True)
class DocumentAdded(Fact):
    """A document has been added to the case."""

    kind: ClassVar[str] = "document.added"
    entry: int
    number: int
    direction: str
    sha256: str


@dataclass(frozen=True)
class CommentWritten(Fact):
    """The citizen has commented on the journal."""

    kind: ClassVar[str] = "comment.written"
    entry: int
    about: int | None


@dataclass(frozen=True)
class StatementGiven(Fact):
    """Somebody has answered what the case asked."""

    kind: ClassVar[str] = "statement.given"
    entry: int
    channel: str
