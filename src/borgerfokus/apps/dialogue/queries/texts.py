"""The texts of notices, read from `notices/<kind>.toml` and checked before any is used.

A text is data: a municipality's lawyer can read it, and a missing language or an unknown placeholder is found when
the program starts, not when a citizen is to be written to.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from string import Formatter

from borgerfokus.core.texts import Text
from borgerfokus.foundation.wording import service as wording


class NoticeKind(StrEnum):
    """What a citizen is written to about. The value is stored, and names the file of the text."""

    RECEIPT = "receipt"
    INFORMATION_ASKED = "information_asked"
    REMINDER = "reminder"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    EXTENDED = "extended"
    SLIPPED = "slipped"
    HANDED_OVER = "handed_over"
    PASSED_ON = "passed_on"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    APPEAL_RECEIVED = "appeal_received"
    CONSENT_ASKED = "consent_asked"
    INQUIRY = "inquiry"
    INQUIRY_REMINDER = "inquiry_reminder"
    REASSESSMENT_LATE = "reassessment_late"
    BOARD_DECIDED = "board_decided"
    MORE_TIME = "more_time"
    COORDINATOR = "coordinator"
    MEETING = "meeting"
    MEETING_CANCELLED = "meeting_cancelled"
    SHARED = "shared"
    APPOINTMENT = "appointment"
    APPOINTMENT_REMINDER = "appointment_reminder"
    APPOINTMENT_CANCELLED = "appointment_cancelled"
    APPOINTMENT_OFFERED = "appointment_offered"
    MESSAGE = "message"


TO_OTHERS = frozenset({NoticeKind.INQUIRY, NoticeKind.INQUIRY_REMINDER})
"""What goes to others than the citizen and whoever gets the citizen's post."""


_ALWAYS = frozenset({"title", "case_number", "unit"})
PLACEHOLDERS: Mapping[NoticeKind, frozenset[str]] = {
    NoticeKind.RECEIPT: _ALWAYS | {"promised", "basis", "sender"},
    NoticeKind.INFORMATION_ASKED: _ALWAYS | {"facts", "why", "paused"},
    NoticeKind.REMINDER: _ALWAYS | {"facts", "before"},
    NoticeKind.SUSPENDED: _ALWAYS | {"whom", "reason", "until"},
    NoticeKind.RESUMED: _ALWAYS | {"promised", "before"},
    NoticeKind.EXTENDED: _ALWAYS | {"deadline", "before", "promised", "reason"},
    NoticeKind.SLIPPED: _ALWAYS | {"deadline", "before", "promised"},
    NoticeKind.HANDED_OVER: _ALWAYS | {"contact"},
    NoticeKind.PASSED_ON: _ALWAYS | {"receiver", "reason"},
    NoticeKind.WITHDRAWN: _ALWAYS,
    NoticeKind.CLOSED: _ALWAYS | {"reason"},
    NoticeKind.APPEAL_RECEIVED: _ALWAYS | {"reassess_by", "body", "late"},
    NoticeKind.CONSENT_ASKED: _ALWAYS | {"whom", "facts"},
    NoticeKind.INQUIRY: _ALWAYS | {"citizen", "facts", "why", "consent"},
    NoticeKind.INQUIRY_REMINDER: _ALWAYS | {"citizen", "facts", "before"},
    NoticeKind.REASSESSMENT_LATE: _ALWAYS | {"before", "promised", "body"},
    NoticeKind.BOARD_DECIDED: _ALWAYS | {"body", "result", "now", "promised"},
    NoticeKind.MORE_TIME: _ALWAYS | {"answer"},
    NoticeKind.COORDINATOR: _ALWAYS | {"coordinator", "phone"},
    NoticeKind.MEETING: _ALWAYS | {"about", "when", "where", "agenda", "moved"},
    NoticeKind.MEETING_CANCELLED: _ALWAYS | {"about", "when", "reason"},
    NoticeKind.SHARED: _ALWAYS | {"receiver", "what", "purpose", "until", "article"},
    NoticeKind.APPOINTMENT: _ALWAYS | {"about", "when", "where", "whom", "bring", "interpreter", "before"},
    NoticeKind.APPOINTMENT_REMINDER: _ALWAYS | {"about", "when", "where", "whom", "bring", "interpreter"},
    NoticeKind.APPOINTMENT_CANCELLED: _ALWAYS | {"about", "when", "reason"},
    NoticeKind.APPOINTMENT_OFFERED: _ALWAYS | {"about", "when", "where", "whom", "until"},
    NoticeKind.MESSAGE: (_ALWAYS - {"title"}) | {"words"},
}
"""What each text may ask to have filled in, written `{promised}`; the same in both languages."""


OWED: Mapping[NoticeKind, Mapping[str, str]] = {
    NoticeKind.RECEIPT: {"promised": "retssikkerhedsloven § 3, stk. 2"},
    NoticeKind.INFORMATION_ASKED: {"facts": "retssikkerhedsloven § 11"},
    NoticeKind.REMINDER: {"facts": "retssikkerhedsloven § 11"},
    NoticeKind.EXTENDED: {"promised": "retssikkerhedsloven § 3, stk. 2", "reason": "retssikkerhedsloven § 3, stk. 2"},
    NoticeKind.SLIPPED: {"promised": "retssikkerhedsloven § 3, stk. 2"},
    NoticeKind.PASSED_ON: {"receiver": "forvaltningsloven § 7, stk. 2"},
    NoticeKind.APPEAL_RECEIVED: {
        "reassess_by": "retssikkerhedsloven § 66",
        "body": "forvaltningsloven § 25",
    },
    NoticeKind.CONSENT_ASKED: {"whom": "retssikkerhedsloven § 11 a", "facts": "retssikkerhedsloven § 11 a"},
    NoticeKind.INQUIRY: {"facts": "retssikkerhedsloven § 11 a", "consent": "retssikkerhedsloven § 11 a"},
    NoticeKind.INQUIRY_REMINDER: {"facts": "retssikkerhedsloven § 11 a"},
    NoticeKind.REASSESSMENT_LATE: {
        "promised": "retssikkerhedsloven § 66, stk. 2",
        "body": "forvaltningsloven § 25",
    },
    NoticeKind.BOARD_DECIDED: {"result": "retssikkerhedsloven § 66"},
    NoticeKind.MORE_TIME: {"answer": "forvaltningsloven § 19"},
}
"""What a letter must say, whoever writes its text, with the article that asks for it."""


class NoticeTextError(ValueError):
    """A text is not fit for use. The message names the file and what to mend."""


@dataclass(frozen=True)
class NoticeSection:
    """A part under its own heading. With `needs` it is left out when that value is not known."""

    heading: Text
    body: Text
    needs: str = ""


@dataclass(frozen=True)
class NoticeText:
    """One letter, both languages, with its placeholders."""

    kind: NoticeKind
    heading: Text
    body: Text
    sections: tuple[NoticeSection, ...]
    how_to_answer: Text | None
    law: Text


def text_of(kind: NoticeKind) -> NoticeText:
    """The text of one kind of notice."""
    return all_texts()[kind]


def in_force(kind: NoticeKind, *, case_type: str, on: date) -> tuple[NoticeText, wording.InForce]:
    """The text of one kind for letters of a case type on a day, and which of the municipality's versions it is."""
    found = wording.in_force(key=key_of(kind), case_type=case_type, on=on)
    return laid_over(text_of(kind), found.parts), found


def laid_over(text: NoticeText, parts: Mapping[str, Text]) -> NoticeText:
    """The text with the parts that the municipality has written itself."""
    how = text.how_to_answer
    return replace(
        text,
        heading=parts.get("heading", text.heading),
        body=parts.get("body", text.body),
        how_to_answer=parts.get("how_to_answer", how) if how else None,
        law=parts.get("law", text.law),
        sections=tuple(
            replace(
                section,
                heading=parts.get(f"section{place}_heading", section.heading),
                body=parts.get(f"section{place}_body", section.body),
            )
            for place, section in enumerate(text.sections, start=1)
        ),
    )


def key_of(kind: NoticeKind) -> str:
    """What the letter is called among the municipality's texts."""
    return f"notice.{kind}"


@lru_cache(maxsize=1)
def all_texts() -> Mapping[NoticeKind, NoticeText]:
    """Every text, read once. Raises NoticeTextError for one that is missing or not fit for use."""
    folder = files("borgerfokus.apps.dialogue") / "notices"
    return {kind: parse(kind, (folder / f"{kind}.toml").read_text("utf-8")) for kind in NoticeKind}


def child_text_of(kind: NoticeKind) -> NoticeText:
    """The text of one kind of notice in words for a child, who is told and asked for nothing."""
    return all_child_texts()[kind]


@lru_cache(maxsize=1)
def all_child_texts() -> Mapping[NoticeKind, NoticeText]:
    """Every text for a child, from `notices/child.toml`. Raises NoticeTextError as `all_texts` does."""
    raw = tomllib.loads((files("borgerfokus.apps.dialogue") / "notices" / "child.toml").read_text("utf-8"))
    try:
        talk, law = _section(raw["talk"]), Text.from_mapping(raw["law"])
        found = {
            kind: NoticeText(
                kind=kind,
                heading=Text.from_mapping(raw[kind]["heading"]),
                body=Text.from_mapping(raw[kind]["body"]),
                sections=(talk,),
                how_to_answer=None,
                law=law,
            )
            for kind in NoticeKind
        }
    except (KeyError, TypeError, ValueError) as error:
        raise NoticeTextError(f"notices/child.toml: {error}") from error
    for text in found.values():
        _check(text)
    return found


def parse(kind: NoticeKind, document: str) -> NoticeText:
    """Read one text and check it. Raises NoticeTextError."""
    try:
        raw = tomllib.loads(document)
        how = raw.pop("how_to_answer", None)
        found = NoticeText(
            kind=kind,
            heading=Text.from_mapping(raw.pop("heading")),
            body=Text.from_mapping(raw.pop("body")),
            sections=tuple(_section(one) for one in raw.pop("sections", ())),
            how_to_answer=Text.from_mapping(how) if how else None,
            law=Text.from_mapping(raw.pop("law")),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise NoticeTextError(f"notices/{kind}.toml: {error}") from error
    if raw:
        raise NoticeTextError(f"notices/{kind}.toml: unknown {', '.join(sorted(raw))}")
    _check(found)
    return found


def _section(raw: dict[str, object]) -> NoticeSection:
    heading, body, needs = raw.pop("heading"), raw.pop("body"), raw.pop("needs", "")
    if raw or not isinstance(heading, dict) or not isinstance(body, dict) or not isinstance(needs, str):
        raise ValueError(f"a section has heading, body and perhaps needs, not {sorted(raw)}")
    return NoticeSection(heading=Text.from_mapping(heading), body=Text.from_mapping(body), needs=needs)


def _check(text: NoticeText) -> None:
    allowed = PLACEHOLDERS[text.kind]
    for part in _parts(text):
        danish, english = _placeholders(text.kind, part.da), _placeholders(text.kind, part.en)
        if unknown := (danish | english) - allowed:
            raise NoticeTextError(f"notices/{text.kind}.toml: unknown {{{', '.join(sorted(unknown))}}}")
        if danish != english:
            raise NoticeTextError(
                f"notices/{text.kind}.toml: {{{', '.join(sorted(danish ^ english))}}} in one language only"
            )
    if unknown := {section.needs for section in text.sections} - allowed - {""}:
        raise NoticeTextError(f"notices/{text.kind}.toml: a section needs {', '.join(sorted(unknown))}")


def _parts(text: NoticeText) -> Iterable[Text]:
    yield from (text.heading, text.body, text.law)
    for section in text.sections:
        yield from (section.heading, section.body)
    if text.how_to_answer is not None:
        yield text.how_to_answer


def _placeholders(kind: NoticeKind, text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise NoticeTextError(f"notices/{kind}.toml: {error}: {text.strip()[:60]!r}") from error
