"""What the workshop says about a letter: its step line, the parts of the reasons, the checks, readability."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.decisions.service import Checked, DecisionState, DecisionView, Standing
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.letter_faults import LetterFault, LetterPart
from borgerfokus.core.decisions.reasons import Part, ReasonsFault, quoted
from borgerfokus.web.design.views import CheckItem, Chip, DotState, PhaseDot, ReasonsPart, SourceRef
from borgerfokus.web.frame import say
from borgerfokus.web.present.words import capital
from borgerfokus.web.staff.casepage import OpenedCase


def trail(one: DecisionView, standing: Standing, looked: Checked) -> tuple[PhaseDot, ...]:
    """The steps of a decision: outcome, hearing, reasons, letter, approval, sending."""
    written = not any(_about_reasons(fault) for fault in looked.faults)
    sent = one.issued_at is not None
    done = (
        True,
        standing.hearing.lets_decide or sent,
        written,
        not looked.faults,
        sent or one.state is DecisionState.APPROVED or standing.approved is None,
        sent,
    )
    now = next((place for place, is_done in enumerate(done) if not is_done), len(done))
    names = (
        (_("Udfald"), say(one.outcome.label).lower()),
        (_("Høring"), "" if sent else say(standing.hearing.label).lower()),
        (_("Begrundelse"), _("klar") if written else _("mangler noget")),
        (_("Brev"), _("LIX %(lix)s") % {"lix": looked.readability.lix}),
        (_("Godkendelse"), one.approver or (_("ikke nødvendig") if standing.approved is None else "")),
        (_("Afsendelse"), _("sendt") if sent else ""),
    )
    return tuple(PhaseDot(label, _dot(place, now), at) for place, (label, at) in enumerate(names))


def _dot(place: int, now: int) -> DotState:
    if place < now:
        return "done"
    return "now" if place == now else "next"


def parts(opened: OpenedCase, one: DecisionView, looked: Checked) -> tuple[ReasonsPart, ...]:
    """The three parts of the reasons with their state and the facts that each rests on."""
    letters = {Part.RULES: "a", Part.CONSIDERATIONS: "b", Part.FACTS: "c"}
    return tuple(
        ReasonsPart(
            title=f"{letters[part]}. {say(part.label)}",
            status=_status(_faults_of(looked.faults, part)),
            text=one.reasons.part(part),
            sources=tuple(_source(opened, key) for key in quoted(text=one.reasons.part(part))),
            lead=_("Bygger på") if quoted(text=one.reasons.part(part)) else "",
            note=capital(part.article),
            warning=_warning(_faults_of(looked.faults, part)),
        )
        for part in Part
    )


def _source(opened: OpenedCase, key: str) -> SourceRef:
    where = opened.href("decisions") if key.startswith("H") else reverse("staff:fact", args=[opened.case.number, key])
    return SourceRef(key, where)


def _faults_of(found: Sequence[Refusal], part: Part) -> list[ReasonsFault]:
    return [fault for fault in found if isinstance(fault, ReasonsFault) and fault.part is part]


def _status(found: list[ReasonsFault]) -> Chip:
    if not found:
        return Chip(_("Klar"), "ok")
    text = ngettext("Mangler én ting", "Mangler %(n)s ting", len(found)) % {"n": len(found)}
    return Chip(text, "warn", "edit")


def _warning(found: list[ReasonsFault]) -> Chip | None:
    return Chip(say(found[0].text), "warn", "warning") if found else None


def _about_reasons(fault: Refusal) -> bool:
    return isinstance(fault, ReasonsFault) or (isinstance(fault, LetterFault) and fault.part is LetterPart.REASONS)


def items(looked: Checked) -> tuple[CheckItem, ...]:
    """What a letter must hold, and whether it does."""
    missing = {fault.part for fault in looked.faults if isinstance(fault, LetterFault)}
    groups = (
        (_("Udfald først"), {LetterPart.HEADING, LetterPart.OUTCOME}),
        (_("Lov, paragraf og stykke"), {LetterPart.LEGAL_BASIS}),
        (_("Klagevejledning: hvor, hvordan, hvornår"), {LetterPart.APPEAL}),
        (_("Kontakt, afsender og modtager"), {LetterPart.CONTACT, LetterPart.SENDER, LetterPart.ADDRESSEE}),
        (_("Periode og opfølgning"), {LetterPart.PERIOD, LetterPart.FOLLOW_UP}),
    )
    reasons = not any(_about_reasons(fault) for fault in looked.faults)
    found = [CheckItem(text, not missing & wanted) for text, wanted in groups]
    return (*found[:2], CheckItem(_("Begrundelse i tre dele"), reasons), *found[2:])


def faults(looked: Checked) -> tuple[tuple[str, str], ...]:
    """Everything that keeps the letter from being sent: what to do, and the article."""
    return tuple((say(fault.text), capital(fault.article)) for fault in looked.faults)
