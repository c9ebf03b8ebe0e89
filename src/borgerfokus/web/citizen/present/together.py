"""What goes across cases, in the citizen's words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.coordination import sharing as law
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.views import Action, Chip, ContactView, Item, LineView, TabItem
from borgerfokus.web.frame import asked, on_day, say, today
from borgerfokus.web.present import joint, lines
from borgerfokus.web.present.people import initials


def line(request: HttpRequest, cases: Sequence[Case], meetings: Sequence[coordination.Meeting]) -> LineView:
    """One line of time over all the cases."""
    ask = asked(request)
    told = lines.Told(
        cases=cases,
        helps=coordination.helps_of(cases=cases, by=ask.actor, at=ask.moment),
        meetings=[one for one in meetings if one.state != "cancelled"],
        hrefs={case.pk: shell.href(case) for case in cases},
        titles={case.pk: shell.title_of(case) for case in cases},
        staff=False,
    )
    return lines.view(told, today=today(request), caption=_("Dine sager og din hjælp på én tidslinje"))


def coordinator(row: coordination.Coordinator | None) -> ContactView | None:
    """Who holds the threads: name and phone."""
    if row is None:
        return None
    who = row.employee
    return ContactView(
        heading=_("Din koordinator"),
        name=who.name,
        initials=initials(who.name),
        role=_("holder trådene i alle dine sager"),
        phone=who.phone,
        phone_href=f"tel:+45{who.phone.replace(' ', '')}",
        note=_("Siden %(day)s. %(why)s") % {"day": on_day(row.starts), "why": row.why},
    )


def tabs(persons: Mapping[int, Person], chosen: int, here: str) -> tuple[TabItem, ...]:
    """Whose it is, where the reader acts for others."""
    if len(persons) == 1:
        return ()
    return tuple(
        TabItem(label=_("Dig selv") if one.is_self else one.name, href=f"{here}?for={one.id}", current=one.id == chosen)
        for one in persons.values()
    )


def by_consent(row: coordination.Sharing) -> bool:
    """Whether it is shared because the citizen said yes, and not because an article says so."""
    return law.grounds()[row.ground].kind is law.Kind.CONSENT


def runs(row: coordination.Sharing, *, at: datetime) -> bool:
    """Whether it is shared now."""
    return row.withdrawn_at is None and row.ends > at


def shared(row: coordination.Sharing, *, at: datetime, may_stop: bool, page: str = "together") -> Item:
    """With whom what is shared and why; with the button that ends a consent, which leads back to `page`."""
    ground, now = law.grounds()[row.ground], runs(row, at=at)
    stop = Action(
        _("Stop mit samtykke"),
        reverse("citizen:together"),
        method="post",
        context=joint.receiver(row),
        fields=(("do", "stop"), ("sharing", str(row.pk)), ("from", page)),
    )
    until = _("gælder til og med %(day)s") % {"day": on_day(row.ends)} if now else _("slut")
    why = _("Du har sagt ja til det") if by_consent(row) else say(ground.title)
    said = {"purpose": row.purpose.rstrip("."), "ground": why, "article": ground.article}
    ended = _("Du trak det tilbage %(day)s.") % {"day": on_day(row.withdrawn_at)} if row.withdrawn_at else ""
    return Item(
        title=_("%(receiver)s kan se: %(what)s") % {"receiver": joint.receiver(row), "what": joint.parts(row)},
        text=f"{_('Derfor: %(purpose)s. %(ground)s (%(article)s).') % said} {ended}".strip(),
        icon="share",
        chip=Chip(until, "fjord" if now else "plain"),
        actions=(stop,) if now and may_stop and by_consent(row) else (),
    )


def decided(row: coordination.MeetingDecision) -> Item:
    """Who does what by when."""
    task = row.task
    who = task.employee.name if task.employee else task.unit.name if task.unit else _("Dig")
    when = _("gjort") if task.done_at else _("senest den %(day)s") % {"day": on_day(task.due)} if task.due else ""
    return Item(title=row.text, text=" · ".join(part for part in (who, when) if part), icon="checklist")
