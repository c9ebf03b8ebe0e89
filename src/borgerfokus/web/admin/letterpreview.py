"""A letter made from a text that is being written: with invented values, or those of a case that the writer may see."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.decisions.letter import (
    Addressee,
    AppealGuidance,
    Contact,
    DecisionLetter,
    LegalBasis,
    Section,
    Sender,
)
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Reasons
from borgerfokus.core.texts import Text
from borgerfokus.core.wording import Template, filled, overlaid
from borgerfokus.core.words import date_words
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.documents import GeneralLetter, LetterDocument
from borgerfokus.foundation.text.labels import LABELS
from borgerfokus.foundation.text.pdf import render_general, render_letter
from borgerfokus.web.design.views import LetterSection, LetterView, Piece
from borgerfokus.web.present import letter as shown

DECISION = "decision"


def values_of(template: Template, *, language: str, case: casework.Case | None = None) -> dict[str, str]:
    """What is put in for each placeholder. Of a case: its own number, title, unit and names; the rest is invented."""
    found = {name: text.in_(language) for name, text in template.placeholders.items()}
    if case is None:
        return found
    card = people.card(case.citizen_id, case_id=case.pk)
    own = {
        "title": case.type_version.spec.title_citizen.in_(language),
        "case_number": case.number,
        "unit": case.unit.name,
        "citizen": card.given_name if template.group == DECISION else card.name,
        "caseworker": case.caseworker.name if case.caseworker else case.unit.name,
        "contact": case.caseworker.name if case.caseworker else case.unit.name,
        "phone": (case.caseworker.phone if case.caseworker else "") or case.unit.phone,
    }
    return {name: own.get(name) or value for name, value in found.items()}


def parts_of(
    template: Template, own: Mapping[str, Text], values: Mapping[str, str], *, language: str
) -> dict[str, str]:
    """Each part's finished text, the part's own words laid over the packaged ones."""
    texts = overlaid(template=template, parts=own)
    return {name: filled(text=text.in_(language), values=values) for name, text in texts.items()}


def plain_text(template: Template, parts: Mapping[str, str]) -> str:
    """What is measured: everything that the municipality writes itself."""
    return "\n".join(parts[one.name] for one in template.parts if not one.locked)


def sheet(template: Template, parts: Mapping[str, str], *, on: date, language: str) -> LetterView:
    """The letter as the citizen sees it on the page."""
    if template.group == DECISION:
        return shown.view(_decision(parts, on=on, language=language), language=language)
    made = _general(template, parts, on=on, language=language)
    sections = [("", made.body), *((one.heading, one.body) for one in made.sections)]
    if made.how_to_answer:
        sections.append(("", made.how_to_answer))
    return LetterView(
        sender=(made.sender.municipality, made.sender.unit),
        reference=(date_words(on).in_(language), made.case_number),
        greeting=f"{LABELS['dear'].in_(language)} {made.addressee.greeting_name}",
        heading=made.heading,
        sections=tuple(LetterSection(heading, _paragraphs(body)) for heading, body in sections),
        closing=(made.contact.name,),
        small=(made.law,),
        language=language,
    )


def pdf(template: Template, parts: Mapping[str, str], *, on: date, language: str) -> bytes:
    """The letter as it is sent. Raises `LetterRefused` when a part is too long for a letter."""
    if template.group == DECISION:
        outcome = Outcome(template.key.partition(".")[2])
        document = LetterDocument(
            letter=_decision(parts, on=on, language=language), outcome=outcome, preview=True
        )
        return render_letter(letter=document, language=language)
    return render_general(letter=_general(template, parts, on=on, language=language), language=language)


def _general(template: Template, parts: Mapping[str, str], *, on: date, language: str) -> GeneralLetter:
    numbers = sorted(int(name[7:-5]) for name in parts if name.startswith("section") and name.endswith("_body"))
    return GeneralLetter(
        sender=_sender(language),
        contact=_contact(language),
        sent_on=on,
        case_number=template.placeholders["case_number"].in_(language),
        addressee=_ADDRESSEE,
        heading=parts["heading"],
        body=parts["body"],
        sections=tuple(Section(parts[f"section{n}_heading"], parts[f"section{n}_body"]) for n in numbers),
        how_to_answer=parts.get("how_to_answer", ""),
        law=parts["law"],
    )


def _decision(parts: Mapping[str, str], *, on: date, language: str) -> DecisionLetter:
    reasons = Reasons(rules=parts["reasons"], considerations=parts["reasons"], facts=parts["reasons"])
    return DecisionLetter(
        sender=_sender(language),
        contact=_contact(language),
        sent_on=on,
        case_number="2026-000123",
        addressee=_ADDRESSEE,
        heading=parts["heading"],
        outcome_text=parts["opening"],
        legal_basis=LegalBasis(act="serviceloven", section="85"),
        reasons=reasons,
        period=None,
        appeal=AppealGuidance(
            body="Ankestyrelsen",
            how=parts["appeal"],
            deadline_weeks=4,
            contact=_WRITE.in_(language),
            reassessment_weeks=4,
            articles="retssikkerhedsloven § 60, § 66, § 67",
        ),
        follow_up=parts["closing"],
        sections=(Section(_HAPPENS.in_(language), parts["what_happens_now"]),),
    )


def _paragraphs(text: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple((Piece(line.strip()),) for line in text.splitlines() if line.strip())


def _sender(language: str) -> Sender:
    return Sender(municipality=settings.MUNICIPALITY, unit=_UNIT.in_(language))


def _contact(language: str) -> Contact:
    return Contact(name="Karen Lindvad", title=_CONTACT.in_(language), ways=(_WRITE.in_(language),))


_ADDRESSEE = Addressee(name="Mads Ellekjær", greeting_name="Mads")
_UNIT = Text(da="Voksenteamet", en="The team for adults")
_CONTACT = Text(da="kontakt i sagen", en="contact of the case")
_WRITE = Text(da="Skriv til os på din side.", en="Write to us on your page.")
_HAPPENS = Text(da="Det sker der nu", en="What happens now")
