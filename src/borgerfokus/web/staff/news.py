"""What has come in: new cases of one's units, what citizens have sent, and what others have asked or offered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case, Consultation, Handover, Happening
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Action, Item
from borgerfokus.web.frame import say
from borgerfokus.web.present import happenings
from borgerfokus.web.present.happenings import Names
from borgerfokus.web.present.words import when

_BY_ANYBODY = ("letter.failed", "appeal.filed", "consultation.answered", "handover.answered", "decision.returned")
_BY_CITIZENS = (
    "fact.answered",
    "comment.written",
    "statement.given",
    "document.added",
    "hearing.answered",
    "appeal.withdrawn",
)
_ICONS = {
    "comment.written": "chat",
    "document.added": "attach-file",
    "letter.failed": "warning",
    "appeal.filed": "flag",
}
_WHERE = {"appeal.filed": "decisions", "hearing.answered": "decisions", "letter.failed": "decisions"}
_NEWEST = 30


@dataclass(frozen=True)
class Arrived:
    """Everything that has come in, as it was read."""

    untaken: Sequence[Case]
    happened: Sequence[tuple[Case, Happening]]
    handovers: Sequence[Handover]
    consultations: Sequence[Consultation]

    @property
    def cases(self) -> list[Case]:
        """The cases that are mentioned."""
        asked = [row.case for row in self.consultations] + [row.case for row in self.handovers]
        return [*self.untaken, *(case for case, _event in self.happened), *asked]


def gather(*, by: Actor, at: datetime, since: datetime) -> Arrived:
    """What has come in for somebody since a moment. Offers and questions stay until they are answered."""
    return Arrived(
        untaken=casework.untaken(by=by, at=at, newest=_NEWEST),
        happened=casework.happened_since(
            cases=casework.visible_to(by, at=at).filter(caseworker=by.id),
            since=since,
            kinds=_BY_ANYBODY,
            by_citizens=_BY_CITIZENS,
            newest=_NEWEST,
        ),
        handovers=casework.handovers_to(by=by),
        consultations=casework.consultations_to(by=by, at=at),
    )


def since(arrived: Arrived, moment: datetime) -> int:
    """How much of it came after a moment."""
    moments = [
        *(case.received_at for case in arrived.untaken),
        *(event.at for _case, event in arrived.happened),
        *(row.offered_at for row in arrived.handovers),
        *(row.asked_at for row in arrived.consultations),
    ]
    return sum(one >= moment for one in moments)


def items(arrived: Arrived, cards: Mapping[int, Card], *, today: date) -> tuple[Item, ...]:
    """All of it as rows, the newest first."""
    dated: list[tuple[datetime, Item]] = [
        *((row.offered_at, _handover(row, cards, today)) for row in arrived.handovers),
        *((row.asked_at, _consultation(row, cards, today)) for row in arrived.consultations),
        *((case.received_at, _untaken(case, cards, today)) for case in arrived.untaken),
        *((event.at, _happened(case, event, cards, today)) for case, event in _once(arrived.happened)),
    ]
    return tuple(item for _moment, item in sorted(dated, key=lambda one: one[0], reverse=True))


def _once(happened: Iterable[tuple[Case, Happening]]) -> list[tuple[Case, Happening]]:
    """One row for what one person did to a case at one moment: a document that answers is one thing, not two."""
    seen: dict[tuple[int, datetime], tuple[Case, Happening]] = {}
    for case, event in happened:
        seen.setdefault((case.pk, event.at), (case, event))
    return list(seen.values())


def _name(case: Case, cards: Mapping[int, Card]) -> str:
    card = cards.get(case.citizen_id)
    return card.name if card else case.number


def _untaken(case: Case, cards: Mapping[int, Card], today: date) -> Item:
    where = reverse("staff:case", args=[case.number])
    return Item(
        title=_("%(name)s: %(what)s") % {"name": _name(case, cards), "what": say(case.type_version.spec.title_staff)},
        text=_("Ny sag hos %(unit)s · %(when)s")
        % {"unit": case.unit.name, "when": when(case.received_at, today=today)},
        href=where,
        icon="add-document",
        actions=(Action(_("Tag sagen"), where, method="post", context=case.number, fields=(("act", "take"),)),),
    )


def _happened(case: Case, event: Happening, cards: Mapping[int, Card], today: date) -> Item:
    where = reverse(f"staff:{_WHERE.get(event.kind, 'journal')}", args=[case.number])
    sentence = happenings.sentence(event, Names(facts=_facts(case)))
    return Item(
        title=_("%(name)s: %(what)s") % {"name": _name(case, cards), "what": sentence[:1].lower() + sentence[1:]},
        text=f"{case.number} · {when(event.at, today=today)}",
        href=where,
        icon=_ICONS.get(event.kind, "reply"),
        actions=(Action(_("Læs"), where, context=case.number),),
    )


def _facts(case: Case) -> dict[str, str]:
    return {one.key: say(one.title) for one in case.type_version.spec.information}


def _handover(row: Handover, cards: Mapping[int, Card], today: date) -> Item:
    return Item(
        title=_("%(unit)s tilbyder jer en sag: %(name)s")
        % {"unit": row.from_unit.name, "name": _name(row.case, cards)},
        text=f"{row.case.number} · {when(row.offered_at, today=today)}",
        href=reverse("staff:inbox") + f"#handover-{row.pk}",
        icon="forum",
        actions=(Action(_("Svar"), reverse("staff:inbox") + f"#handover-{row.pk}", context=row.case.number),),
    )


def _consultation(row: Consultation, cards: Mapping[int, Card], today: date) -> Item:
    return Item(
        title=_("%(name)s: I er spurgt til råds") % {"name": _name(row.case, cards)},
        text=f"{row.question[:120]} · {when(row.asked_at, today=today)}",
        href=reverse("staff:inbox") + f"#consultation-{row.pk}",
        icon="help",
        actions=(Action(_("Svar"), reverse("staff:inbox") + f"#consultation-{row.pk}", context=row.case.number),),
    )
