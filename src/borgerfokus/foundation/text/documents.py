"""What letters and case files are made of: frozen values, their texts finished in the letter's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerfokus.core.decisions.letter import Addressee, Contact, DecisionLetter, Section, Sender
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Fact
from borgerfokus.core.texts import Text


class LetterRefused(Exception):
    """A document that may not be made; each of `faults` says what to mend."""

    def __init__(self, *, faults: tuple[Text, ...]) -> None:
        super().__init__("; ".join(fault.da for fault in faults))
        self.faults = faults


@dataclass(frozen=True)
class LetterDocument:
    """A decision letter. With `preview` a draft is shown as far as it is written, marked as not sent.

    Without it the letter must pass `core.decisions.letter.ReadyLetter`.
    """

    letter: DecisionLetter
    outcome: Outcome
    appealable: bool = True
    preview: bool = False


@dataclass(frozen=True)
class GeneralLetter:
    """Any other letter: a receipt, a request for information, a new date, a hearing of the party.

    `body` and the sections are plain text (see `paragraphs`). With `facts` it lists what the party is heard
    about, and `answer_by` is then required. `law` is the last line: the article.
    """

    sender: Sender
    contact: Contact
    sent_on: date
    case_number: str
    addressee: Addressee
    heading: str
    body: str
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    answer_by: date | None = None
    how_to_answer: str = ""
    law: str = ""


@dataclass(frozen=True)
class CaseFileEvent:
    """One step of the case: the day, what happened, and the unit or person who did it."""

    on: date
    what: str
    by: str


@dataclass(frozen=True)
class Chapter:
    """A chapter before the records: its heading, and its parts in plain text."""

    heading: str
    parts: tuple[Section, ...]


@dataclass(frozen=True)
class CaseFileEntry:
    """One journal entry in plain text. `withheld`: the ground when the party may not see it."""

    on: date
    kind: str
    title: str
    author: str
    text: str
    withheld: str = ""


@dataclass(frozen=True)
class CaseFileDocument:
    """One document. `sha256` in hexadecimal; `content` only when its pages are to be merged in."""

    on: date
    title: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    content: bytes | None = None


@dataclass(frozen=True)
class Appeal:
    """The appeal, and what the municipality's own reassessment came to."""

    received_on: date
    by: str
    text: str
    reassessed_on: date | None
    reassessment: str
    reassessment_reasons: str


@dataclass(frozen=True)
class CaseFile:
    """A whole case for the appeal body. `body` is the name of that body, `made_on` the day of the extract.

    Events, entries and documents are put in order by day; on the same day they keep the order given.
    """

    body: str
    made_on: date
    title: str
    party: str
    opened_on: date
    letter: DecisionLetter
    outcome: Outcome
    appeal: Appeal
    events: tuple[CaseFileEvent, ...] = ()
    entries: tuple[CaseFileEntry, ...] = ()
    documents: tuple[CaseFileDocument, ...] = ()


@dataclass(frozen=True)
class ReportTable:
    """A table of finished strings; the first column says what each row is about."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ReportSection:
    """A section of a report: plain text, and a table if there is one."""

    heading: str
    text: str
    table: ReportTable | None = None


@dataclass(frozen=True)
class Report:
    """A report to a committee, without anybody's name in it. `facts` are labels with their values."""

    municipality: str
    heading: str
    subtitle: str
    made_on: date
    facts: tuple[tuple[str, str], ...]
    sections: tuple[ReportSection, ...]
    note: str
    language: str


@dataclass(frozen=True)
class AccessFile:
    """The file of a case for who asked to see it: the answer in chapters, then what is given out, in order of day.

    `heading` is what the copy is called, "" for access to a file; `facts` are the lines of the front page. An
    entry that is withheld carries its ground and no text; of a document that is not given out there is an entry in its
    place. What is blacked out must not be in here at all.
    """

    title: str
    municipality: str
    case_number: str
    facts: tuple[tuple[str, str], ...]
    made_on: date
    chapters: tuple[Chapter, ...]
    heading: str = ""
    events: tuple[CaseFileEvent, ...] = ()
    entries: tuple[CaseFileEntry, ...] = ()
    documents: tuple[CaseFileDocument, ...] = ()
