"""What has come in: new cases of one's units, what citizens have sent, what others ask, offer or have answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case, Consultation, Handover, Happening
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.service import TICKED_OFF, InboxKind, Incoming
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Action, Item
from borgerfokus.web.frame import say
from borgerfokus.web.present import happenings
from borgerfokus.web.present.saying import Names
from borgerfokus.web.present.words import when

_KINDS = casework.Kinds(
    by_anybody=frozenset({"appeal.filed", "consultation.answered", "handover.answered"}),
    by_citizens=frozenset({"document.added", "plan.signed", "plan.comment"}),
    by_others=frozenset(
        {
            "appointment.booked",
            "appointment.moved",
            "appointment.cancelled",
            "order.answered",
            "order.started",
            "order.status",
            "order.replied",
            "order.document_sent",
        }
    ),
)
_PLACES = {
    "appeal.filed": ("decisions", "flag"),
    "appointment": ("appointments", "calendar-month"),
    "order": ("help", "assignment"),
    "plan": ("plan", "assignment"),
}
"""The tab on which an event is seen, and its mark: by its kind, or by the first word of it."""
_TABS = {
    InboxKind.ANSWER: "information",
    InboxKind.HEARING_ANSWER: "decisions",
    InboxKind.COMMENT: "journal",
    InboxKind.FAILED_LETTER: "documents",
}
_ICONS = {
    InboxKind.ANSWER: "attach-file",
    InboxKind.HEARING_ANSWER: "reply",
    InboxKind.COMMENT: "chat",
    InboxKind.FAILED_LETTER: "warning",
}
_NEWEST = 30
_NAMING = ("unit", "to_unit")


@dataclass(frozen=True)
class Arrived:
    """Everything that has come in, as it was read."""

    untaken: Sequence[Case]
    incoming: Sequence[Incoming]
    happened: Sequence[tuple[Case, Happening]]
    handovers: Sequence[Handover]
    consultations: Sequence[Consultation]
    units: Mapping[str, str]

    @property
    def persons(self) -> dict[int, int]:
        """The citizens that are mentioned, each with the case on account of which."""
        asked = [row.case for row in self.consultations] + [row.case for row in self.handovers]
        cases = [*self.untaken, *(case for case, _event in self.happened), *asked]
        found = {one.person_id: one.case_id for one in self.incoming}
        return found | {case.citizen_id: case.pk for case in cases}


def gather(*, by: Actor, at: datetime, since: datetime) -> Arrived:
    """What has come in for somebody; events since a moment, the rest until it is dealt with or ticked off."""
    happened = casework.happened_since(
        cases=casework.visible_to(by, at=at).filter(caseworker=by.id),
        since=since,
        kinds=_KINDS,
        reader=by,
        newest=_NEWEST,
    )
    return Arrived(
        untaken=casework.untaken(by=by, at=at, newest=_NEWEST),
        incoming=dialogue.inbox_of(by=by, at=at, kinds=frozenset(_TABS)),
        happened=happened,
        handovers=casework.handovers_to(by=by),
        consultations=casework.consultations_to(by=by, at=at),
        units=_units(happened, at),
    )


def _units(happened: Iterable[tuple[Case, Happening]], at: datetime) -> dict[str, str]:
    """The units that events name by their key, in words."""
    keys = {str(event.payload[name]) for _case, event in happened for name in _NAMING if event.payload.get(name)}
    if not keys:
        return {}
    return dict(organisation.units(on=day_of(at)).filter(key__in=keys).values_list("key", "name"))


def cards(arrived: Arrived, more: Mapping[int, int] | None = None) -> dict[int, Card]:
    """The citizens by id, each logged as seen on account of its case."""
    wanted = arrived.persons | dict(more or {})
    return people.cards(wanted, case_ids=wanted)


def since(arrived: Arrived, moment: datetime) -> int:
    """How much of it came after a moment."""
    moments = [
        *(case.received_at for case in arrived.untaken),
        *(one.at for one in arrived.incoming),
        *(event.at for _case, event in arrived.happened),
        *(row.offered_at for row in arrived.handovers),
        *(row.asked_at for row in arrived.consultations),
    ]
    return sum(one >= moment for one in moments)


def items(arrived: Arrived, known: Mapping[int, Card], *, today: date) -> tuple[Item, ...]:
    """All of it as rows, the newest first."""
    dated: list[tuple[datetime, Item]] = [
        *((row.offered_at, _handover(row, known, today)) for row in arrived.handovers),
        *((row.asked_at, _consultation(row, known, today)) for row in arrived.consultations),
        *((case.received_at, _untaken(case, known, today)) for case in arrived.untaken),
        *((one.at, _incoming(one, known, today)) for one in arrived.incoming),
        *((event.at, _happened(case, event, known, arrived.units, today)) for case, event in _not_told(arrived)),
    ]
    return tuple(item for _moment, item in sorted(dated, key=lambda one: one[0], reverse=True))


def _not_told(arrived: Arrived) -> Iterable[tuple[Case, Happening]]:
    """The events that no row tells about yet: a document that answers what was asked for is one thing, not two."""
    told = {(one.case_id, one.at) for one in arrived.incoming}
    for case, event in arrived.happened:
        if (case.pk, event.at) not in told:
            told.add((case.pk, event.at))
            yield case, event


def _name(person_id: int, known: Mapping[int, Card], otherwise: str) -> str:
    card = known.get(person_id)
    return card.name if card else otherwise


def _untaken(case: Case, known: Mapping[int, Card], today: date) -> Item:
    where = reverse("staff:case", args=[case.number])
    name = _name(case.citizen_id, known, case.number)
    return Item(
        title=_("%(name)s: %(what)s") % {"name": name, "what": say(case.type_version.spec.title_staff)},
        text=_("Ny sag hos %(unit)s · %(when)s")
        % {"unit": case.unit.name, "when": when(case.received_at, today=today)},
        href=where,
        icon="add-document",
        actions=(Action(_("Tag sagen"), where, method="post", context=case.number, fields=(("act", "take"),)),),
    )


def _incoming(one: Incoming, known: Mapping[int, Card], today: date) -> Item:
    where = reverse(f"staff:{_TABS[one.kind]}", args=[one.case_number])
    name = _name(one.person_id, known, one.case_number)
    words = {
        InboxKind.ANSWER: _("%(name)s har svaret: %(what)s"),
        InboxKind.HEARING_ANSWER: _("%(name)s har svaret på partshøringen"),
        InboxKind.COMMENT: _("%(name)s har skrevet en kommentar"),
        InboxKind.FAILED_LETTER: _("Brev til %(name)s kom ikke frem: %(what)s"),
    }[one.kind]
    return Item(
        title=words % {"name": name, "what": one.title},
        text=f"{one.case_number} · {when(one.at, today=today)}",
        href=where,
        icon=_ICONS[one.kind],
        actions=_incoming_actions(one, where),
    )


def _incoming_actions(one: Incoming, where: str) -> tuple[Action, ...]:
    if one.kind in TICKED_OFF:
        seen = (("act", "seen"), ("item", one.item))
        return (
            Action(_("Læs"), where, context=one.case_number),
            Action(_("Set"), reverse("staff:inbox"), "tertiary", "post", context=one.case_number, fields=seen),
        )
    again = reverse("staff:letter-again", args=[one.case_number, one.id])
    return (
        Action(_("Send på papir"), again, "primary", "post", context=one.title, fields=(("how", "paper"),)),
        Action(
            _("Givet til borgeren i dag"), again, "tertiary", "post", context=one.title, fields=(("how", "handed"),)
        ),
    )


def _happened(
    case: Case, event: Happening, known: Mapping[int, Card], units: Mapping[str, str], today: date
) -> Item:
    found = _PLACES.get(event.kind) or _PLACES.get(event.kind.partition(".")[0])
    tab, icon = found or ("case", "forum")
    where = reverse(f"staff:{tab}", args=[case.number])
    name = _name(case.citizen_id, known, case.number)
    return Item(
        title=_("%(name)s: %(what)s") % {"name": name, "what": happenings.sentence(event, Names(units=units))},
        text=f"{case.number} · {when(event.at, today=today)}",
        href=where,
        icon=icon,
        actions=(Action(_("Læs"), where, context=case.number),),
    )


def _handover(row: Handover, known: Mapping[int, Card], today: date) -> Item:
    where = f"{reverse('staff:inbox')}#handover-{row.pk}"
    name = _name(row.case.citizen_id, known, row.case.number)
    return Item(
        title=_("%(unit)s tilbyder jer en sag: %(name)s") % {"unit": row.from_unit.name, "name": name},
        text=f"{row.case.number} · {when(row.offered_at, today=today)}",
        href=where,
        icon="forum",
        actions=(Action(_("Svar"), where, context=row.case.number),),
    )


def _consultation(row: Consultation, known: Mapping[int, Card], today: date) -> Item:
    where = f"{reverse('staff:inbox')}#consultation-{row.pk}"
    return Item(
        title=_("%(name)s: I er spurgt til råds") % {"name": _name(row.case.citizen_id, known, row.case.number)},
        text=f"{row.question[:120]} · {when(row.asked_at, today=today)}",
        href=where,
        icon="help",
        actions=(Action(_("Svar"), where, context=row.case.number),),
    )
