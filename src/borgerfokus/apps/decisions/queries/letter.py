"""The letter with a decision: the case type's texts filled in, the reasons, and the guidance on appeal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from string import Formatter

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.decisions.queries.facts import facts_of, points_of
from borgerfokus.apps.decisions.queries.sender import Frame, frame_of
from borgerfokus.core.casework.casetype import AppealSpec, LetterText, legal_basis
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions import reasons as reasoning
from borgerfokus.core.decisions.letter import AppealGuidance, DecisionLetter, Section, all_text, validate
from borgerfokus.core.decisions.letter_faults import LetterFault, LetterPart
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.readability import Readability, measure
from borgerfokus.core.decisions.reasons import Reasons
from borgerfokus.core.languages import help_line
from borgerfokus.core.periods import Period
from borgerfokus.core.rules import Parameters, Reference
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words, period_words
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.wording import service as wording

_HOW = "rsl.appeal_method"
_GAP = "…"


@dataclass(frozen=True)
class Checked:
    """A letter as it stands, what keeps it from being sent (empty: nothing), how easy it is to read, and its text."""

    letter: DecisionLetter
    faults: tuple[Refusal, ...]
    readability: Readability
    found: wording.InForce


def outcome_of(decision: Decision) -> Outcome:
    """What the decision says."""
    return Outcome(decision.outcome)


def checked(*, case: Case, decision: Decision, at: datetime, sent_on: date | None = None) -> Checked:
    """The letter composed and looked through. `sent_on` is None until it is sent."""
    outcome, spec = outcome_of(decision), case.type_version.spec
    frame = frame_of(case=case, language=decision.language)
    values = _values(case, decision, frame)
    found = wording.in_force(key=key_of(decision), case_type=case.type_key, on=day_of(at))
    texts = laid_over(spec.outcome(outcome).letter, found.parts)
    letter = replace(_letter(case, decision, frame, (texts, values), day_of(at)), sent_on=sent_on)
    faults = (
        *_gaps(texts, values),
        *validate(letter=letter, outcome=outcome, appealable=spec.appeal.appealable),
        *_reasons_faults(case, decision, at),
    )
    goal = parameters.at("own.lix_goal", on=day_of(at)).number
    readability = measure(text=all_text(letter=letter), goal=goal)
    return Checked(letter=letter, faults=faults, readability=readability, found=found)


def key_of(decision: Decision) -> str:
    """What the letter is called among the municipality's texts."""
    return f"decision.{decision.outcome}"


def laid_over(texts: LetterText, parts: Mapping[str, Text]) -> LetterText:
    """The case type's texts with those that the municipality has written itself."""
    return replace(texts, **{name: parts[name] for name, _ in texts.parts if name in parts})


def period_of(decision: Decision) -> Period | None:
    """The days that the decision covers, or None when none are set."""
    return Period(decision.starts, decision.ends) if decision.starts else None


def _letter(
    case: Case, decision: Decision, frame: Frame, written: tuple[LetterText, dict[str, str]], on: date
) -> DecisionLetter:
    outcome, spec, language = outcome_of(decision), case.type_version.spec, decision.language
    (texts, values), in_force = written, parameters.parameters()
    closing = _filled(texts.closing, values, language)
    happens = _filled(texts.what_happens_now, values, language)
    refused = outcome is Outcome.REFUSED
    return DecisionLetter(
        sender=frame.sender,
        contact=frame.contact,
        sent_on=None,
        case_number=case.number,
        addressee=frame.addressee,
        heading=_filled(texts.heading, values, language),
        outcome_text=_filled(texts.opening, values, language),
        legal_basis=legal_basis(case_type=spec, parameters=in_force, on=on),
        reasons=_reasons(decision),
        period=None if refused else period_of(decision),
        appeal=guidance(spec.appeal, in_force, frame, language, on),
        follow_up="" if refused or decision.follow_up_on is None else closing,
        sections=(
            Section(_HAPPENS.in_(language), f"{happens}\n{closing}" if refused else happens),
            *_language_help(frame),
        ),
    )


def _language_help(frame: Frame) -> tuple[Section, ...]:
    line = help_line(frame.interpreter)
    return (Section(_LANGUAGE, line),) if line else ()


def _values(case: Case, decision: Decision, frame: Frame) -> dict[str, str]:
    """What stands for each placeholder of `core.casework.casetype.PLACEHOLDERS`; empty where nothing is written."""
    language, period = decision.language, period_of(decision)
    follow_up = decision.follow_up_on
    return {
        "citizen": frame.addressee.greeting_name,
        "requested": decision.applied_for,
        "granted": decision.granted,
        "refused": decision.refused,
        "period": period_words(period).in_(language) if period else "",
        "provider": decision.provider or frame.sender.unit,
        "caseworker": frame.contact.name,
        "phone": frame.phone,
        "unit": frame.sender.unit,
        "case_number": case.number,
        "follow_up_date": date_words(follow_up).in_(language) if follow_up else "",
    }


def _filled(text: Text, values: dict[str, str], language: str) -> str:
    shown = {name: value.strip() or _GAP for name, value in values.items()}
    return text.in_(language).format(**shown)


def _gaps(texts: LetterText, values: dict[str, str]) -> list[LetterFault]:
    """What the letter's texts ask for and nobody has written. Period and follow-up are `validate`'s to miss."""
    asked = {name for _, text in texts.parts for _, name, _, _ in Formatter().parse(text.da) if name}
    return [fault for name, fault in _GAPS.items() if name in asked and not values[name].strip()]


def _reasons(decision: Decision) -> Reasons | None:
    written = Reasons(rules=decision.rules, considerations=decision.considerations, facts=decision.facts)
    return written if any((decision.rules, decision.considerations, decision.facts)) else None


def _reasons_faults(case: Case, decision: Decision, at: datetime) -> tuple[Refusal, ...]:
    written = _reasons(decision)
    if written is None or outcome_of(decision).fully_in_favour:
        return ()
    facts = facts_of(case=case, at=at, language=decision.language)
    return reasoning.check(reasons=written, facts=facts, hearing_points=points_of(case=case))


def guidance(
    spec: AppealSpec, in_force: Parameters, frame: Frame, language: str, on: date
) -> AppealGuidance | None:
    """The way to appeal a decision of this kind of case; None where nobody hears an appeal."""
    if not spec.appealable or spec.body is None or spec.deadline is None or spec.reassessment is None:
        return None
    body, deadline = in_force.at(spec.body, on=on), in_force.at(spec.deadline, on=on)
    again, how = in_force.at(spec.reassessment, on=on), in_force.at(_HOW, on=on)
    references = [value.reference for value in (body, again, deadline)]
    where = _WHERE_BY_PHONE if frame.phone else _WHERE
    return AppealGuidance(
        body=body.text.in_(language),
        how=how.text.in_(language),
        deadline_weeks=deadline.number,
        contact=where.filled(unit=frame.sender.unit, phone=frame.phone).in_(language),
        reassessment_weeks=again.number,
        articles=_articles(references, language),
    )


def _articles(references: Sequence[Reference], language: str) -> str:
    """The act once, then its sections: "retssikkerhedsloven § 60, § 66, § 67"."""
    sections: dict[str, dict[str, None]] = {}
    for reference in references:
        act = reference.name.in_(language)
        sections.setdefault(act, {})[reference.text.in_(language).removeprefix(act).strip()] = None
    return "; ".join(f"{act} {', '.join(found)}".strip() for act, found in sections.items())


_LANGUAGE = "Tolk · Interpreter"
_HAPPENS = Text(da="Det sker der nu", en="What happens now")
_WHERE = Text(da="Klag på din side, eller skriv til {unit}.", en="Appeal on your page, or write to {unit}.")
_WHERE_BY_PHONE = Text(
    da="Klag på din side, skriv til {unit}, eller ring på {phone}.",
    en="Appeal on your page, write to {unit}, or call {phone}.",
)


def _gap(name: str, part: LetterPart, text: Text, article: str) -> LetterFault:
    return LetterFault(code=f"{name}_missing", text=text, article=article, part=part)


_DECIDED = "forvaltningsloven § 22"
_GAPS = {
    "requested": _gap(
        "requested",
        LetterPart.OUTCOME,
        Text(da="Skriv, hvad der er søgt om.", en="Write what was applied for."),
        _DECIDED,
    ),
    "granted": _gap(
        "granted", LetterPart.OUTCOME, Text(da="Skriv, hvad borgeren får.", en="Write what the citizen gets."), _DECIDED
    ),
    "refused": _gap(
        "refused",
        LetterPart.OUTCOME,
        Text(da="Skriv, hvad der er sagt nej til.", en="Write what was refused."),
        _DECIDED,
    ),
    "phone": _gap(
        "phone",
        LetterPart.CONTACT,
        Text(
            da="Brevet skal have et telefonnummer. Skriv det på dig selv eller på enheden.",
            en="The letter needs a telephone number. Enter it for yourself or for the unit.",
        ),
        "forvaltningsloven § 7",
    ),
}
