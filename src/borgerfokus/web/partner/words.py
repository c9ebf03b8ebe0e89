"""An order in words, as who gives the help reads it: what is shared and nothing else."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.dialogue.service import SharedView
from borgerfokus.apps.interventions.service import Goal, Help, InterventionPeriod, Order, OrderQuestion, StatusNote
from borgerfokus.core.assessment import Frame, frames
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.words import FORMS, ORDER_STATES, STEP_OWNERS, Form, OrderState, StepOwner
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Chip, ChipKind, Item, Term
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present import profile
from borgerfokus.web.present.amounts import number
from borgerfokus.web.present.effect import theme_name
from borgerfokus.web.present.goals import measured_words
from borgerfokus.web.present.words import short_date, size

_MOMENT = timedelta(seconds=1)
"""Access ends where the next day begins; the day before is the last one."""
_CHIPS: dict[str, ChipKind] = {OrderState.SENT: "warn", OrderState.ACCEPTED: "line", OrderState.STARTED: "ok"}


@dataclass(frozen=True)
class GoalView:
    """A goal that the order is for: what, in whose words, from where to where, and the steps."""

    id: int
    title: str
    own_words: str
    meta: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class NoteView:
    """A status note: when, by whom, what, what was measured, and each goal's level then."""

    when: str
    who: str
    paragraphs: tuple[str, ...]
    measured: str
    goals: tuple[str, ...]


@dataclass(frozen=True)
class QuestionView:
    """A question, its answer, and whether the reader's side is to answer. `key` names the form of the answer."""

    key: str
    who: str
    paragraphs: tuple[str, ...]
    due: Chip | None
    waits: bool
    answered: str
    answer: tuple[str, ...]


def href(order: Order) -> str:
    """The page of an order."""
    return reverse("partner:order", args=[order.pk])


def state(order: Order) -> Chip:
    """How far it is."""
    return Chip(say(ORDER_STATES[OrderState(order.state)]), _CHIPS.get(order.state, "plain"))


def starts(order: Order) -> str:
    """When it begins, or began."""
    if order.started_on:
        return _("I gang fra %(day)s") % {"day": short_date(order.started_on)}
    if order.start_promised:
        return _("Aftalt %(day)s") % {"day": short_date(order.start_promised)}
    return _("Ønsket %(day)s") % {"day": short_date(order.start_wanted)}


def terms(order: Order, there: Help) -> tuple[Term, ...]:
    """The order's facts."""
    found = [
        Term(_("Hjælp"), order.intervention.title, sub=say(FORMS[Form(order.intervention.form)])),
        *(_period(one) for one in there.periods_of(order.intervention)),
        Term(_("Bestilt"), on_moment(order.sent_at), sub=_("af %(name)s") % {"name": order.sent_name}),
        Term(_("Svar senest"), on_day(order.answer_by)),
        Term(_("Begynder"), starts(order)),
        Term(_("I kan se det her til og med"), on_day(day_of(order.access_ends - _MOMENT))),
    ]
    if order.answered_at:
        found.append(Term(_("Svaret"), on_moment(order.answered_at), sub=order.answered_name))
    return tuple(found)


def citizen(card: Card) -> tuple[Term, ...]:
    """Name and ways in, as far as the reader may see them. A protected address is never shown here."""
    address = None if card.protected else people.address_of(person_id=card.id)
    found = [Term(_("Navn"), card.name)]
    if card.phone:
        found.append(Term(_("Telefon"), card.phone))
    if address is not None:
        found.append(Term(_("Adresse"), f"{address.street}, {address.postcode} {address.city}"))
    elif card.protected:
        found.append(Term(_("Adresse"), _("Beskyttet. Ring til sagsbehandleren.")))
    if card.interpreter:
        found.append(Term(_("Tolk"), card.interpreter))
    return tuple(found)


def goals(order: Order, there: Help) -> tuple[GoalView, ...]:
    """The goals that the order is for, with their steps."""
    return tuple(_goal(one, there) for one in there.goals_of(order))


def notes(order: Order, there: Help) -> tuple[NoteView, ...]:
    """The unit's own status notes, newest first."""
    by_id = {one.pk: one for one in there.goals_of(order)}
    return tuple(_note(one, there, by_id) for one in there.notes_on(order))


def documents(order: Order, shared: list[SharedView]) -> tuple[Item, ...]:
    """The documents that are shared, each a way to its file."""
    return tuple(
        Item(
            title=one.title,
            text=f"{one.name} · {size(one.size)}",
            href=reverse("partner:document", args=[order.pk, one.file_id]),
            icon="file",
            when=short_date(day_of(one.shared_at)),
        )
        for one in shared
    )


def sent(order: Order, there: Help) -> tuple[Item, ...]:
    """The documents that the unit itself has sent."""
    return tuple(
        Item(
            title=one.title,
            text=f"{one.file.name} · {size(one.file.size)}",
            href=reverse("partner:document", args=[order.pk, one.file_id]),
            icon="file",
            when=short_date(day_of(one.at)),
        )
        for one in there.documents_on(order)
    )


def questions(order: Order, there: Help, on: date) -> tuple[QuestionView, ...]:
    """What was asked from either side, newest first."""
    return tuple(question(one, on, ours=one.from_partner) for one in there.questions_on(order))


def question(one: OrderQuestion, on: date, *, ours: bool) -> QuestionView:
    """A question with its answer, or with the day to answer by. `ours`: the reader's side has asked."""
    due: Chip | None = None
    if one.answered_at is None:
        late = one.answer_by < on
        due = Chip(_("Svar senest %(day)s") % {"day": short_date(one.answer_by)}, "over" if late else "warn")
    return QuestionView(
        key=f"reply-{one.pk}",
        who=_("%(who)s, %(when)s") % {"who": one.by_name, "when": on_moment(one.at)},
        paragraphs=tuple(line for line in one.text.splitlines() if line.strip()),
        due=due,
        waits=one.answered_at is None and not ours,
        answered=_("%(who)s, %(when)s") % {"who": one.answered_name, "when": on_moment(one.answered_at)}
        if one.answered_at
        else "",
        answer=tuple(line for line in one.answer.splitlines() if line.strip()),
    )


def frame_of(goal: Goal) -> Frame | None:
    """The frame whose levels a goal is told in."""
    return frames().get(goal.frame)


def _period(one: InterventionPeriod) -> Term:
    until = on_day(one.ends) if one.ends else _("indtil videre")
    parts = []
    if one.hours_per_week is not None:
        parts.append(_("%(n)s timer om ugen") % {"n": number(one.hours_per_week)})
    if one.days_per_week:
        parts.append(_("%(n)s dage om ugen") % {"n": one.days_per_week})
    if one.extent:
        parts.append(one.extent)
    return Term(_("Periode"), f"{on_day(one.starts)} – {until}", sub=", ".join(parts))


def _goal(one: Goal, there: Help) -> GoalView:
    frame = frame_of(one)
    levels = (
        _("Fra %(start)s til %(expected)s")
        % {
            "start": profile.level_of(frame, one.level_start),
            "expected": profile.level_of(frame, one.level_expected),
        }
        if frame and one.level_start is not None and one.level_expected is not None
        else ""
    )
    theme = theme_name(f"{one.frame}/{one.theme}") if one.theme else ""
    return GoalView(
        id=one.pk,
        title=one.title,
        own_words=one.own_words,
        meta=". ".join(part for part in (theme, levels, one.measure) if part),
        steps=tuple(f"{say(STEP_OWNERS[StepOwner(step.who)])}: {step.text}" for step in there.steps_of(one)),
    )


def _note(note: StatusNote, there: Help, goals: dict[int, Goal]) -> NoteView:
    told = []
    for one in there.noted(note):
        goal = goals.get(one.goal_id)
        frame = frame_of(goal) if goal else None
        seen = measured_words(goal, one, frame) if goal else ""
        told.append(": ".join(part for part in (goal.title if goal else "", seen, one.text) if part))
    measured = f"{note.measure}: {number(note.measured)}" if note.measured is not None else ""
    return NoteView(
        when=on_moment(note.at),
        who=note.by_name,
        paragraphs=tuple(line for line in note.text.splitlines() if line.strip()),
        measured=measured,
        goals=tuple(told),
    )
