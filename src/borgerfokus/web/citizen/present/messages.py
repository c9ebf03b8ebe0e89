"""Threads in the citizen's lists."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.messages import service as messages
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.views import Chip, Item
from borgerfokus.web.present import messages as words
from borgerfokus.web.present.journal import Reader


def item(
    thread: messages.Thread, *, unread: bool, today: date, persons: Mapping[int, Person], case_title: str = ""
) -> Item:
    """A row of a list: what it is about, what is promised, and whether there is something new to who may answer."""
    person = persons.get(thread.case.citizen_id)
    unread = unread and person is not None and person.acts
    about = "" if person is None or person.is_self else _("om %(name)s") % {"name": person.name}
    parts = (words.promise(thread, on=today) or words.last(thread), case_title, about)
    return Item(
        title=thread.subject,
        text=" · ".join(part for part in parts if part),
        href=reverse("citizen:thread", args=[thread.case.number, thread.pk]),
        icon="chat",
        chip=Chip(_("Ny"), "sun", "email") if unread else words.state(thread, reader=Reader.CITIZEN),
    )
