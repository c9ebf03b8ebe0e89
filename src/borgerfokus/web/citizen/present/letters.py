"""Letters in lists: what they are called, when they came, whether they have been read."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.core.dates import day_of
from borgerfokus.foundation.outbox import reading
from borgerfokus.foundation.outbox.models import ChannelName, MessageState
from borgerfokus.foundation.outbox.queries import Sending
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.views import Chip, Item
from borgerfokus.web.frame import on_day


def item(letter: Sending, *, persons: Mapping[int, Person], case_title: str = "") -> Item:
    """A row of a list."""
    person = persons.get(letter.person_id)
    parts = [on_day(letter.queued_at), state_words(letter)]
    if case_title:
        parts.append(case_title)
    if person is not None and not person.is_self:
        parts.append(_("til %(name)s") % {"name": person.name})
    return Item(
        title=letter.title,
        text=" · ".join(part for part in parts if part),
        href=reverse("citizen:letter", args=[letter.message_id]),
        icon="email",
        chip=Chip(_("Ikke læst"), "sun", "email") if reading.is_waiting(letter) else None,
    )


def state_words(letter: Sending) -> str:
    """How far the letter has come."""
    if letter.state == MessageState.READ:
        return _("læst")
    if letter.state == MessageState.HANDED_TO_PERSON:
        return _("afleveret til dig")
    if letter.state == MessageState.RECEIVED and letter.received_at:
        return _("kommet frem %(day)s") % {"day": on_day(day_of(letter.received_at))}
    if letter.state == MessageState.FAILED:
        return _("kom ikke frem med posten, men kan læses her")
    return _("på vej med posten") if letter.channel == ChannelName.PAPER else _("på vej til Digital Post")
