"""The frame of every page about one case: who it is about, where it stands, the next act, the tabs."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case, CaseWork, Course
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.offers import service as offers
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.access import Relation, Verb
from borgerfokus.core.casework.lifecycle import steps_from
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import day_of
from borgerfokus.core.kodeks import Kept
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.drafts.service import Stored
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.queries import Around
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.queries import Card, Known
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Chip, PersonView, TabItem
from borgerfokus.web.frame import Place
from borgerfokus.web.present import offers as offer_words
from borgerfokus.web.present import people as persons
from borgerfokus.web.present import picture
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import duedates, keeping, keys, nextact
from borgerfokus.web.staff.found import token_of


@dataclass(frozen=True)
class OpenedCase(Place):
    """One case, opened by somebody who may see it; everything on its pages is read from here."""

    case: Case
    card: Card
    verbs: frozenset[Verb]
    represented_by: tuple[Known, ...]
    recorded: assessment.Recorded
    drawn: picture.Drawn
    read_along: CaseWork | None = None
    """What is to be done, where it was read together with how the case has come to where it stands."""

    def may(self, verb: Verb) -> bool:
        """Whether the actor may do this to the case."""
        return verb in self.verbs

    @cached_property
    def kept(self) -> dict[str, Stored]:
        """What the actor has typed into forms of this case and not sent."""
        return keeping.kept(self)

    @cached_property
    def fitting(self) -> offers.Proposals:
        """The offers that fit the case and the citizen's age, the lowest step first."""
        return offers.proposals(case=self.case, age=self.card.age(on=self.today), on=self.today)

    @cached_property
    def chosen(self) -> offers.OfferChoice | None:
        """The offer that is chosen in the case."""
        return offers.choice_of(case_id=self.case.pk)

    @cached_property
    def known(self) -> list[guidance.PageVersion]:
        """What colleagues know that bears on the case, by its type or its section."""
        spec = self.case.type_version.spec
        return guidance.for_case(type_key=self.case.type_key, section=f"{spec.act} § {spec.section}")

    @cached_property
    def help(self) -> interventions.Help:
        """Plans, goals, help, orders and follow-ups of the case."""
        return interventions.help_of(case_id=self.case.pk)

    @cached_property
    def themes(self) -> assessment.CaseThemes | None:
        """The assessment theme by theme; None when the case type has no frame."""
        return self.assessed[0]

    @cached_property
    def assessed(self) -> tuple[assessment.CaseThemes | None, list[assessment.Assessment]]:
        """The assessment theme by theme, and as a whole, newest first."""
        return assessment.assessed_of(case=self.case)

    @cached_property
    def lines(self) -> tuple[journal.Line, ...]:
        """The journal, newest first, comments under what they are about."""
        return journal.lines(case_id=self.case.pk, by=self.by, at=self.at)

    @cached_property
    def kodeks(self) -> tuple[Kept, ...]:
        """How the case stands with each statement of the kodeks."""
        return supervision.kept_by_case(case=self.case, at=self.at)

    @cached_property
    def steps(self) -> frozenset[Step]:
        """The steps that the lifecycle offers from here."""
        return frozenset(steps_from(self.drawn.state))

    @cached_property
    def around(self) -> Around:
        """Whom the case can be given to."""
        return organisation.around(unit_id=self.case.unit_id, on=self.today)

    @cached_property
    def work(self) -> CaseWork:
        """What is to be done in the case."""
        return self.read_along or casework.work_on(case=self.case)

    def href(self, tab: str, anchor: str = "") -> str:
        """The address of a tab of this case; a fold named by `anchor` stands open there."""
        address = reverse(f"staff:{tab}", args=[self.case.number])
        if not anchor:
            return address
        return f"{address}#{anchor}" if anchor.startswith("entry-") else f"{address}?vis={anchor}#{anchor}"


def open_case(request: HttpRequest, number: str, *, with_work: bool = False) -> OpenedCase:
    """Open a case by its number and log who is shown. Raises Hidden when unknown or forbidden.

    A page that shows what is to be done in the case says so `with_work`, and it is read along.
    """
    asked = frame.asked(request)
    case = casework.find(number=number, by=asked.actor, at=asked.moment)
    standing = casework.stands(case=case, by=asked.actor, at=asked.moment)
    if Relation.REVIEWER in standing.relations:
        asked.scope.purpose = Purpose.SUPERVISION
    card, acting = people.card_with_representatives(case.citizen_id, case_id=case.pk, at=asked.moment)
    recorded, courses, work = _recorded(case, with_work=with_work, at=asked.moment)
    return OpenedCase(
        request=request,
        case=case,
        card=card,
        verbs=standing.verbs,
        represented_by=tuple(acting),
        recorded=recorded,
        drawn=picture.draw([case], at=asked.moment, courses=courses)[case.pk],
        read_along=work,
    )


def _recorded(
    case: Case, *, with_work: bool, at: datetime
) -> tuple[assessment.Recorded, dict[int, Course] | None, CaseWork | None]:
    if not with_work:
        return assessment.of_case(case=case, at=at), None, None
    recorded, course, work = assessment.of_case_with_work(case=case, at=at)
    return recorded, {case.pk: course}, work


def show(
    opened: OpenedCase,
    tab: str,
    template: str,
    *,
    status: int = 200,
    stick: bool = True,
    kinds: Mapping[str, int] | None = None,
    **context: Any,
) -> HttpResponse:
    """Render a tab of the case in its frame. `kinds`: how many entries the journal has of each, if known."""
    page = frame.page(
        opened.request,
        title=f"{dict(_tab_names())[tab]}: {opened.card.name}",
        place="staff",
        current="staff:list",
        crumbs=(Crumb(_("Sager"), reverse("staff:list")), Crumb(opened.case.number)),
    )
    return frame.show(
        opened.request,
        template,
        page=page,
        status=status,
        head=head(opened),
        next_act=nextact.view(opened),
        stick=stick,
        dots=picture.dots(opened.drawn.picture, staff=True),
        ball=picture.ball(opened.drawn.picture, staff=True),
        tabs=tabs(opened, tab, _kinds(opened) if kinds is None else kinds),
        deadlines=duedates.of(opened),
        here=opened.request.path,
        hints=keys.of_case(),
        **context,
    )


def _kinds(opened: OpenedCase) -> Mapping[str, int]:
    """How many entries the journal has of each kind; counted from the lines where the page has read them."""
    if "lines" not in vars(opened):
        return journal.counts(case_id=opened.case.pk)
    return Counter(one.kind for line in opened.lines for one in (line, *line.comments))


def head(opened: OpenedCase) -> PersonView:
    """The head of the case page."""
    case, card = opened.case, opened.card
    worker = case.caseworker.name if case.caseworker else _("Ingen sagsbehandler")
    named = offer_words.groups(case.target_groups)
    return PersonView(
        name=card.name,
        identity=persons.identity(card, on=opened.today),
        flags=(
            *((Chip(_("Forseglet"), "flag", "lock"),) if case.sealed else ()),
            *persons.flags(card, represented_by=opened.represented_by),
        ),
        subject=frame.say(case.type_version.spec.title_staff),
        meta=(
            case.number,
            _("KLE %(number)s") % {"number": case.type_version.spec.kle},
            _("Modtaget %(day)s") % {"day": short_date(day_of(case.received_at))},
            f"{case.unit.name}, {worker}",
            *((_("Målgruppe: %(groups)s") % {"groups": named},) if named else ()),
            *((_("Adresse vises ikke"),) if card.protected else ()),
        ),
        actions=_head_actions(opened),
    )


def _head_actions(opened: OpenedCase) -> tuple[Action, ...]:
    whole = Action(_("Hele billedet"), reverse("staff:citizen", args=[token_of(opened.card)]), icon="person")
    meet = (
        (Action(_("Aftaler"), opened.href("appointments"), icon="calendar-month"),)
        if opened.may(Verb.APPOINTMENT_BOOK)
        else ()
    )
    if not opened.may(Verb.JOURNAL_WRITE):
        return (whole, *meet)
    return (whole, *meet, Action(_("Notat"), opened.href("journal", "note-title"), icon="edit", key="n"))


def tabs(opened: OpenedCase, current: str, kinds: Mapping[str, int]) -> tuple[TabItem, ...]:
    """The tabs, each a page, with counts where there is something to count."""
    counts = _counts(opened, kinds)
    return tuple(
        TabItem(
            label=label,
            href=opened.href(name),
            current=name == current,
            count=counts.get(name, ""),
            key=f"g {keys.TABS[name]}",
        )
        for name, label in _tab_names()
    )


def _tab_names() -> tuple[tuple[str, str], ...]:
    return (
        ("case", _("Overblik")),
        ("journal", _("Journal")),
        ("information", _("Oplysninger")),
        ("assessment", _("Udredning")),
        ("help", _("Mål og indsats")),
        ("decisions", _("Afgørelser")),
        ("documents", _("Dokumenter")),
        ("case-messages", _("Beskeder")),
        ("parties", _("Parter")),
        ("rights", _("Indsigt")),
        ("history", _("Historik")),
    )


def _counts(opened: OpenedCase, kinds: Mapping[str, int]) -> dict[str, str]:
    rows = opened.recorded.result.rows
    known = {
        "journal": sum(kinds.values()),
        "documents": kinds.get("document", 0) + kinds.get("letter", 0),
        "history": opened.case.event_count,
    }
    counts = {name: str(count) for name, count in known.items() if count}
    if rows:
        counts["information"] = f"{len(opened.recorded.result.met)}/{len(rows)}"
    return counts
