"""Whom to turn to in a case, and the ways in."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.messages import service as messages
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.present.tasks import Todo
from borgerfokus.web.design.views import Action, ContactView, Term
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.messages import meanwhile
from borgerfokus.web.present.people import initials


def of_case(case: Case, *, may_write: bool, held: messages.Held | None = None) -> ContactView:
    """The caseworker, or the team while nobody has taken the case. `held` says who answers for the time being."""
    worker, unit = case.caseworker, case.unit
    phone = (worker.phone if worker else "") or unit.phone
    given = worker.name.partition(" ")[0] if worker else ""
    label = _("Skriv til %(name)s") % {"name": given} if worker else _("Skriv til os")
    note = (
        _("Du kan altid skrive her. Teamet ser det også, når %(name)s er væk.") % {"name": given}
        if worker
        else _("Sagen er ny. Du får snart at vide, hvem der er din sagsbehandler.")
    )
    return ContactView(
        heading=_("Din kontaktperson") if worker else _("Hvem kan du tale med?"),
        name=worker.name if worker else unit.name,
        initials=(worker.initials or initials(worker.name)) if worker else initials(unit.name),
        role=f"{worker.title}, {unit.name}" if worker else _("Team"),
        phone=phone,
        phone_href=phone_href(phone),
        hours=unit.hours,
        note=(meanwhile(held) if held else "") or note,
        write=Action(label, shell.href(case, "message_new"), kind="primary", icon="chat") if may_write else None,
    )


def terms(case: Case, todos: Sequence[Todo]) -> tuple[Term, ...]:
    """Whom to call in a case, and what is expected of me; where it stands and when stand in its picture."""
    worker, unit = case.caseworker, case.unit
    phone = (worker.phone if worker else "") or unit.phone
    call = Action(_("Ring"), phone_href(phone), kind="link", context=f": {phone}") if phone else None
    first = todos[0] if todos else None
    go = Action(_("Gå til opgaven"), first.href, kind="link", context=f": {say(first.title)}") if first else None
    said = _("Du skal ikke gøre noget lige nu.")
    if first is not None:
        said = say(first.title)
        if first.due is not None:
            said = _("%(what)s, senest den %(day)s") % {"what": said, "day": on_day(first.due)}
    name = worker.name if worker else unit.name
    return (
        Term(_("Hvem kan du ringe til?"), f"{name}, {phone}" if phone else name, action=call),
        Term(_("Hvad skal du gøre?"), said, action=go),
    )


def phone_href(phone: str) -> str:
    """The address that a phone calls; "" without a number."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return f"tel:+45{digits}" if digits else ""
