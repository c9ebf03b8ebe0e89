"""The history of a case: its event log in plain words, and whether the chain still holds."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.experience import ANSWERS, QUESTIONS, Answer
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.views import Chip, Item
from borgerfokus.web.frame import on_moment, say
from borgerfokus.web.present import happenings, journey
from borgerfokus.web.present.saying import Names
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import casepage
from borgerfokus.web.staff.casepage import OpenedCase


@dataclass(frozen=True)
class EventView:
    """One event: its number, when, what, by whom, in which phase."""

    seq: str
    when: str
    text: str
    who: str
    phase: str


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_safe
def show(request: HttpRequest, number: str) -> HttpResponse:
    """The event log, newest first."""
    opened = casepage.open_case(request, number)
    events = casework.happenings(case_id=opened.case.pk)
    faults = casework.chain_faults(case_id=opened.case.pk)
    names = _names(opened, events)
    chain = (
        Chip(_("%(n)s hændelser hænger sammen, ingen er ændret") % {"n": len(events)}, "ok")
        if not faults
        else Chip(_("%(n)s fejl i kæden: ring til den ansvarlige for driften") % {"n": len(faults)}, "bad")
    )
    return casepage.show(
        opened,
        "history",
        "staff/history.html",
        stick=False,
        chain=chain,
        told=_told(opened),
        line=journey.view(events, until=frame.asked(request).moment, staff=True),
        events=tuple(
            EventView(
                seq=str(one.seq),
                when=on_moment(one.at),
                text=happenings.sentence(one, names),
                who=happenings.actor(one, names, citizen=opened.card.name),
                phase=say(PHASE_TITLES[Phase(one.phase)]),
            )
            for one in events
        ),
    )


def _told(opened: OpenedCase) -> tuple[Item, ...]:
    """What the citizen has told of the phases and lets staff read by name."""
    found = dialogue.told_of(case_id=opened.case.pk, by=frame.asked(opened.request).actor)
    return tuple(
        Item(
            title=say(PHASE_TITLES[Phase(one.question.phase)]),
            text=" · ".join(part for part in (*_answers(one), one.words) if part),
            when=short_date(one.answered_at.date()),
        )
        for one in found
    )


def _answers(told: dialogue.Experience) -> tuple[str, ...]:
    given = ((text, getattr(told, one)) for one, text in QUESTIONS.items())
    return tuple(f"{say(text)} {say(ANSWERS[Answer(answer)])}" for text, answer in given if answer)


def _names(opened: OpenedCase, events: list[casework.Happening]) -> Names:
    hands = {number for one in events for number in happenings.employees_in(one)}
    persons = {int(one.payload["person"]) for one in events if one.payload.get("person")} - {opened.card.id}
    persons |= {int(one.actor.partition(":")[2]) for one in events if one.actor.startswith("citizen:")} - {
        opened.card.id
    }
    cards = people.cards(persons, case_ids=dict.fromkeys(persons, opened.case.pk)) if persons else {}
    spec = opened.case.type_version.spec
    return Names(
        employees={key: one.name for key, one in organisation.colleagues(hands).items()} if hands else {},
        persons={opened.card.id: opened.card.name, **{key: card.name for key, card in cards.items()}},
        units={one.key: one.name for one in organisation.units(on=opened.today)},
        facts={one.key: say(one.title) for one in spec.information},
        deadlines={one.key: say(one.title) for one in spec.deadlines},
    )
