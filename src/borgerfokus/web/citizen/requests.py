"""Requests that the citizen has begun, in lists."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.dates import day_of
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.views import Action, Chip, Item
from borgerfokus.web.frame import asked, on_day, say, today


def href(type_key: str, person: Person | None = None, *, step: int = 0, **more: str) -> str:
    """The address of a form, for somebody else or at one of its pages."""
    query = dict(more)
    if person is not None and not person.is_self:
        query["for"] = str(person.id)
    if step:
        query["trin"] = str(step)
    address = reverse("citizen:request", args=[type_key])
    return f"{address}?{urlencode(query)}" if query else address


def begun(request: HttpRequest, persons: Mapping[int, Person]) -> tuple[Item, ...]:
    """What the reader has begun and not sent, with the way back to it."""
    found = dialogue.unfinished(by=asked(request).actor, at=asked(request).moment)
    if not found:
        return ()
    titles = {one.key: say(one.spec.title_citizen) for one in casework.newest_in_force(on=today(request))}
    return tuple(_item(one, titles[one.type_key], persons) for one in found if one.type_key in titles)


def _item(draft: dialogue.Unfinished, title: str, persons: Mapping[int, Person]) -> Item:
    person = persons.get(draft.citizen_id)
    days = {"day": on_day(day_of(draft.saved_at)), "until": on_day(draft.kept_until)}
    saved = _("Gemt %(day)s. Slettes efter den %(until)s, hvis du ikke sender den.") % days
    other = person is not None and not person.is_self
    text = _("For %(name)s. %(saved)s") % {"saved": saved, "name": person.name} if other and person else saved
    drop = Action(
        _("Slet"),
        reverse("citizen:request_drop", args=[draft.type_key]),
        kind="tertiary",
        method="post",
        context=title,
        fields=(("for", str(draft.citizen_id)),),
        confirm=_("Det, du har skrevet, slettes. Det kan ikke fortrydes."),
    )
    chip = Chip(_("Slettes snart"), "warn") if draft.ends_soon else None
    return Item(title=title, text=text, href=href(draft.type_key, person), icon="edit", chip=chip, actions=(drop,))
