"""What the data of a case says to a question of the review form, before anybody has read the case.

A measure answers yes, no, not relevant or cannot tell, and says what it rests on. It proposes: the reviewer judges
beside it, and where the two differ the result tells what the data got wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from borgerfokus.core.kodeks import CHECKS, CaseFacts, Limits, Standing, judge
from borgerfokus.core.texts import Text


class Answer(StrEnum):
    """What the data says."""

    YES = "yes"
    NO = "no"
    NOT_RELEVANT = "not_relevant"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Informed:
    """How many facts the case's paragraph asks for were in place at the decision, and how many it asks for."""

    met: int
    needed: int


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that measures know of a case."""

    facts: CaseFacts
    limits: Limits
    informed: Informed


@dataclass(frozen=True, slots=True)
class Prefill:
    """An answer of the data, and its source in words."""

    answer: Answer
    source: Text


def prefill(measure: str | None, record: Record) -> Prefill:
    """What the data says to a question with this measure. Raises KeyError for a measure that is not on the list."""
    if not measure:
        return Prefill(Answer.UNKNOWN, _BY_READING)
    return MEASURES[measure](record)


def _informed(record: Record) -> Prefill:
    met, needed = record.informed.met, record.informed.needed
    if not needed:
        return Prefill(Answer.NOT_RELEVANT, _t("Sagstypen har ingen liste.", "The case type has no list."))
    source = _t("{met} af {needed} oplysninger på plads", "{met} of {needed} facts in place")
    return Prefill(_yes(met == needed), source.filled(met=met, needed=needed))


def _heard(record: Record) -> Prefill:
    facts = record.facts
    if not facts.against:
        return Prefill(
            Answer.NOT_RELEVANT, _t("Ingen oplysninger taler imod borgeren.", "No fact speaks against the citizen.")
        )
    done = facts.heard or facts.exempted or facts.hearing_out
    words = _t("{n} oplysninger taler imod; {how}", "{n} facts speak against; {how}")
    how = _HEARD if facts.heard else _EXEMPTED if facts.exempted else _OUT if facts.hearing_out else _NOT_HEARD
    return Prefill(_yes(done), words.filled(n=facts.against, how=how))


def _answered(record: Record) -> Prefill:
    facts = record.facts
    if not (facts.heard or facts.hearing_out):
        return Prefill(Answer.NOT_RELEVANT, _t("Ingen partshøring er sendt.", "No hearing was sent."))
    words = _t("Borgerens svar ligger i sagen.", "The citizen's answer is in the case.")
    return Prefill(_yes(facts.heard), words if facts.heard else _t("Intet svar i sagen.", "No answer in the case."))


def _reasons(record: Record) -> Prefill:
    facts = record.facts
    if facts.rules is None:
        return Prefill(Answer.UNKNOWN, _NO_DECISION)
    parts = ((facts.rules, _RULES), (facts.considerations, _WEIGHT), (facts.facts, _FACTS))
    missing = [name for there, name in parts if not there]
    if not missing:
        return Prefill(Answer.YES, _t("Regler, hovedhensyn og fakta er skrevet.", "Rules, considerations and facts."))
    names = Text(da=", ".join(one.da for one in missing), en=", ".join(one.en for one in missing))
    return Prefill(Answer.NO, _t("Mangler: {names}", "Missing: {names}").filled(names=names))


def _appeal_guidance(record: Record) -> Prefill:
    facts = record.facts
    if facts.rules is None:
        return Prefill(Answer.UNKNOWN, _NO_DECISION)
    if facts.letter_received and facts.appeal_until is None:
        return Prefill(Answer.NO, _t("Der er ingen klagefrist på brevet.", "The letter has no time to appeal."))
    return Prefill(Answer.YES, _t("Brevet er sat med klagevejledning.", "The letter was set with appeal guidance."))


def _letter_received(record: Record) -> Prefill:
    received = record.facts.letter_received
    if received is None:
        return Prefill(Answer.UNKNOWN, _NO_DECISION)
    words = _t("Kvittering for brevet.", "Receipt of the letter.")
    return Prefill(_yes(received), words if received else _t("Ingen kvittering endnu.", "No receipt yet."))


def _deadlines(record: Record) -> Prefill:
    kept, broken = record.facts.kept, record.facts.broken
    if not kept + broken:
        return Prefill(Answer.NOT_RELEVANT, _t("Ingen frist er udløbet.", "No date has come yet."))
    words = _t("{kept} af {all} frister holdt", "{kept} of {all} dates kept")
    return Prefill(_yes(not broken), words.filled(kept=kept, all=kept + broken))


def _journal(record: Record) -> Prefill:
    entries, late = record.facts.entries, record.facts.late_entries
    if not entries:
        return Prefill(Answer.UNKNOWN, _t("Ingen notater om samtaler.", "No notes of talks."))
    words = _t(
        "{late} af {entries} notater skrevet mere end {days} dage efter",
        "{late} of {entries} notes written more than {days} days later",
    )
    return Prefill(_yes(not late), words.filled(late=late, entries=entries, days=record.limits.journal_days))


def _follow_up(record: Record) -> Prefill:
    facts = record.facts
    if facts.refused and not facts.helping:
        return Prefill(Answer.NOT_RELEVANT, _t("Der er ingen indsats at følge.", "There is no help to follow."))
    found = facts.follow_up_on is not None
    words = _t("Dag for opfølgning er sat.", "A day for the follow-up is set.")
    return Prefill(_yes(found), words if found else _t("Ingen dag for opfølgning.", "No day for the follow-up."))


def _by_check(key: str) -> Callable[[Record], Prefill]:
    check = CHECKS[key]

    def measure(record: Record) -> Prefill:
        standing = judge(key, record.facts, limits=record.limits)
        return Prefill(
            _BY_STANDING[standing], Text(da=f"Kodeks: {check.rests_on.da}", en=f"Code: {check.rests_on.en}")
        )

    return measure


def _yes(found: bool) -> Answer:
    return Answer.YES if found else Answer.NO


def _t(da: str, en: str) -> Text:
    return Text(da=da, en=en)


_BY_STANDING: Final = {
    Standing.KEPT: Answer.YES,
    Standing.NOT_YET: Answer.NO,
    Standing.NOT_RELEVANT: Answer.NOT_RELEVANT,
}
_BY_READING: Final = _t("Kan kun ses ved at læse sagen.", "Can only be seen by reading the case.")
_NO_DECISION: Final = _t("Der er ingen sendt afgørelse.", "No decision has been sent.")
_HEARD: Final = _t("borgeren er hørt og har svaret", "the citizen was heard and has answered")
_EXEMPTED: Final = _t("høringen er undladt med en grund", "the hearing was left out for a reason")
_OUT: Final = _t("høringen er sendt", "the hearing was sent")
_NOT_HEARD: Final = _t("ingen høring i sagen", "no hearing in the case")
_RULES: Final = _t("regler", "rules")
_WEIGHT: Final = _t("hovedhensyn", "main considerations")
_FACTS: Final = _t("fakta", "facts")

MEASURES: Final[dict[str, Callable[[Record], Prefill]]] = {
    "informed": _informed,
    "heard": _heard,
    "hearing_answered": _answered,
    "reasons": _reasons,
    "appeal_guidance": _appeal_guidance,
    "letter_received": _letter_received,
    "deadlines": _deadlines,
    "journal": _journal,
    "follow_up": _follow_up,
    **{f"kodeks.{key}": _by_check(key) for key in CHECKS},
}
"""The closed list of measures, by the name that a form uses."""
