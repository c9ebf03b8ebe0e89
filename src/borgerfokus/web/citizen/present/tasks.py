"""What the municipality needs from the citizen: its tasks, in words that say why and by when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.core.casework.ball import CITIZEN, Ball, Waiting
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.core.words import relative_days, weekday_and_date
from borgerfokus.web.citizen import shell
from borgerfokus.web.design.views import Action, Chip, TaskView
from borgerfokus.web.frame import say
from borgerfokus.web.present.words import same

FACT, HEARING, CONSENT = "fact", "hearing", "consent"


@dataclass(frozen=True)
class Todo:
    """One open task of the citizen's. `title` and `text` are in both languages as far as the case type has them."""

    id: int
    kind: str
    case: Case
    title: Text
    text: Text
    since: date
    due: date | None
    reference: str

    @property
    def href(self) -> str:
        """Where it is done."""
        if self.kind == HEARING:
            return shell.href(self.case, "hearing")
        return reverse("citizen:task", args=[self.id])


def of_case(case: Case) -> tuple[Todo, ...]:
    """The open tasks of the citizen in a case that the caller may see, the nearest date first; none once it is closed.

    Reads `case.tasks`: prefetched, it asks the database nothing.
    """
    if case.closed_at is not None:
        return ()
    rows = [row for row in case.tasks.all() if row.for_whom == "citizen" and row.done_at is None]
    found = []
    for row in sorted(rows, key=lambda one: (one.due or date.max, one.pk)):
        title, text = _words(case, row.kind, row.reference, same(row.title), same(row.detail))
        todo = Todo(
            id=row.pk,
            kind=row.kind,
            case=case,
            title=title,
            text=text,
            since=day_of(row.created_at),
            due=row.due,
            reference=row.reference,
        )
        found.append(todo)
    return tuple(found)


def waits(todos: Iterable[Todo]) -> dict[int, list[Waiting]]:
    """What the cases wait for from the citizen, by case; nothing for a case that is suspended, which says so itself."""
    found: dict[int, list[Waiting]] = {}
    for todo in todos:
        if not todo.case.waiting_for:
            why = _ANSWER if todo.kind == HEARING else _lowered(todo.title)
            wait = Waiting(whom=Ball.YOU, name=CITIZEN, why=why, since=todo.since, due=todo.due)
            found.setdefault(todo.case.pk, []).append(wait)
    return found


def view(todo: Todo, *, today: date, kicker: str, actions: tuple[Action, ...] = ()) -> TaskView:
    """The task as a panel."""
    paragraphs = [say(todo.text)] if todo.text.da != "–" else []
    if todo.due:
        paragraphs.append(_("Svar senest %(day)s.") % {"day": say(weekday_and_date(todo.due))})
    return TaskView(
        task_id=f"opgave-{todo.id}",
        kicker=kicker,
        title=say(todo.title),
        paragraphs=tuple(paragraphs),
        chip=left(todo.due, today=today),
        actions=actions,
    )


def left(due: date | None, *, today: date) -> Chip | None:
    """How long there is left, as a chip; None without a date."""
    if due is None:
        return None
    words = say(relative_days(due, today=today))
    if due < today:
        return Chip(words, "bad")
    if due == today:
        return Chip(_("Sidste dag er i dag"), "warn")
    return Chip(_("%(days)s tilbage") % {"days": words}, "warn")


def _words(case: Case, kind: str, reference: str, title: Text, detail: Text) -> tuple[Text, Text]:
    if kind == HEARING:
        return _HEARING_TITLE, _HEARING_TEXT
    if kind == FACT:
        for fact in case.type_version.spec.information:
            if fact.key == reference:
                return fact.title, fact.how_to_ask
    if kind == CONSENT and reference in _LEAVE:
        return _LEAVE[reference], _LEAVE_TEXT
    return title, detail


def _lowered(text: Text) -> Text:
    return Text(da=text.da[:1].lower() + text.da[1:], en=text.en[:1].lower() + text.en[1:])


_LEAVE: Mapping[str, Text] = {
    "doctor": Text(da="Må vi spørge din læge?", en="May we ask your doctor?"),
    "hospital": Text(da="Må vi spørge hospitalet?", en="May we ask the hospital?"),
    "school": Text(da="Må vi spørge skolen?", en="May we ask the school?"),
    "provider": Text(da="Må vi spørge dem, der hjælper dig?", en="May we ask those who help you?"),
}
_LEAVE_TEXT = Text(
    da="Vi vil gerne hente oplysninger om dig, så sagen bliver oplyst. Du kan sige ja eller nej. "
    "Du kan altid trække et ja tilbage.",
    en="We would like to obtain information about you, so that the case is informed. You can say yes or no. "
    "You can always take a yes back.",
)
_ANSWER = Text(da="et svar", en="an answer")
_HEARING_TITLE = Text(
    da="Læs og svar på det, vi har skrevet om din sag", en="Read and answer what we have written about your case"
)
_HEARING_TEXT = Text(
    da="Fortæl os, hvis noget er forkert eller mangler. Har du ikke noget at tilføje, kan du skrive det med ét tryk.",
    en="Tell us if anything is wrong or missing. If you have nothing to add, you can say so with one press.",
)
