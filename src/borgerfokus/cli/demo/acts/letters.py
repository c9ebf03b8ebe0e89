"""The decision letter: its words, and for those who are met by name the real letter as it is typeset."""

from datetime import date

from borgerfokus.cli.demo.acts.pen import Pen
from borgerfokus.cli.demo.citizens import POSTCODE, TOWN
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.casework.casetype import legal_basis
from borgerfokus.core.decisions.letter import (
    Addressee,
    AppealGuidance,
    Contact,
    DecisionLetter,
    Section,
    Sender,
)
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Reasons
from borgerfokus.core.periods import Period
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words, period_words
from borgerfokus.foundation.text.documents import LetterDocument
from borgerfokus.foundation.text.pdf import render_letter

MUNICIPALITY = "Fjordby Kommune"


def heading_and_opening(pen: Pen, row: Row) -> tuple[str, str]:
    """The first two things that the receiver reads."""
    texts, values = pen.kind.spec.outcome(Outcome(row["outcome"])).letter, _values(pen, row)
    return _filled(texts.heading, values), _filled(texts.opening, values)


def typeset(pen: Pen, row: Row, *, sent_on: date) -> bytes:
    """The letter as PDF. Raises LetterRefused when something is missing."""
    letter, outcome = _letter(pen, row, sent_on), Outcome(row["outcome"])
    document = LetterDocument(letter=letter, outcome=outcome, appealable=pen.kind.spec.appeal.appealable)
    return render_letter(letter=document, language="da")


def _letter(pen: Pen, row: Row, sent_on: date) -> DecisionLetter:
    spec, outcome, values = pen.kind.spec, Outcome(row["outcome"]), _values(pen, row)
    texts, refused = spec.outcome(outcome).letter, outcome is Outcome.REFUSED
    happens, closing = _filled(texts.what_happens_now, values), _filled(texts.closing, values)
    street = () if pen.citizen.row["protected"] else (pen.citizen.street, f"{POSTCODE} {TOWN}")
    return DecisionLetter(
        sender=Sender(municipality=MUNICIPALITY, unit=values["unit"]),
        contact=Contact(
            name=values["caseworker"],
            title=_caseworker(pen)["title"],
            ways=(f"Ring på {values['phone']}.", "Skriv til os på din side."),
        ),
        sent_on=sent_on,
        case_number=pen.case["number"],
        addressee=Addressee(name=pen.citizen.name, greeting_name=pen.citizen.given, address=street),
        heading=_filled(texts.heading, values),
        outcome_text=_filled(texts.opening, values),
        legal_basis=legal_basis(case_type=spec, parameters=pen.desk.days.parameters, on=sent_on),
        reasons=Reasons(rules=row["rules"], considerations=row["considerations"], facts=row["facts"]),
        period=None if refused or not row["starts"] else Period(row["starts"], row["ends"]),
        appeal=_guidance(pen, values, sent_on),
        follow_up="" if refused or row["follow_up_on"] is None else closing,
        sections=(Section("Det sker der nu", f"{happens}\n{closing}" if refused else happens),),
    )


def _values(pen: Pen, row: Row) -> dict[str, str]:
    organisation, period = pen.desk.organisation, Period(row["starts"], row["ends"]) if row["starts"] else None
    unit, one = organisation.unit_names[pen.desk.unit_keys[pen.case["unit_id"]]], _caseworker(pen)
    return {
        "citizen": pen.citizen.given,
        "requested": row["applied_for"],
        "granted": row["granted"],
        "refused": row["refused"],
        "period": period_words(period).da if period else "",
        "provider": row["provider"] or unit,
        "caseworker": one["name"],
        "phone": one["phone"],
        "unit": unit,
        "case_number": pen.case["number"],
        "follow_up_date": date_words(row["follow_up_on"]).da if row["follow_up_on"] else "",
    }


def _caseworker(pen: Pen) -> Row:
    number: int = pen.case["caseworker_id"]
    row: Row = pen.tables["organisation.Employee"].rows[number - 1]
    return row


def _guidance(pen: Pen, values: dict[str, str], on: date) -> AppealGuidance | None:
    spec, in_force = pen.kind.spec.appeal, pen.desk.days.parameters
    if spec.body is None or spec.deadline is None or spec.reassessment is None:
        return None
    body, deadline = in_force.at(spec.body, on=on), in_force.at(spec.deadline, on=on)
    again = in_force.at(spec.reassessment, on=on)
    articles = dict.fromkeys(value.reference.text.da for value in (body, again, deadline))
    return AppealGuidance(
        body=body.text.da,
        how=in_force.at("rsl.appeal_method", on=on).text.da,
        deadline_weeks=deadline.number,
        contact=f"Klag på din side, skriv til {values['unit']}, eller ring på {values['phone']}.",
        reassessment_weeks=again.number,
        articles=", ".join(articles),
    )


def _filled(text: Text, values: dict[str, str]) -> str:
    return text.da.format(**values)
