"""Letters on paper: printed by a person, and presumed received some working days after dispatch."""

from collections.abc import Collection
from datetime import date, datetime, time
from uuid import UUID

from borgerfokus.core.dates import COPENHAGEN, calendar_for, day_of, receipt_day
from borgerfokus.core.dates import Channel as Way
from borgerfokus.core.rules import Parameters
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox.channels import Accepted, Declined, Notice, NoticeKind, Parcel, Trouble
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState


class Paper:
    """The print queue as a channel: a letter is offered by being in it, and a person marks it as printed."""

    name = ChannelName.PAPER

    def send(self, parcel: Parcel, *, at: datetime) -> Accepted | Declined:
        """Paper is never sent by the platform itself."""
        del parcel, at
        return Declined(Trouble.UNDELIVERABLE)

    def receipts(self, waiting: Collection[UUID], *, at: datetime) -> list[Notice]:
        """The letters whose presumed day of receipt has come."""
        with acting_as(system("outbox.paper"), purpose=Purpose.OPERATION, at=at):
            due = Message.objects.filter(
                message_id__in=waiting, state=MessageState.SENT, presumed_on__lte=day_of(at)
            ).values_list("message_id", "presumed_on")
            return [
                Notice(message_id, "presumed", NoticeKind.PRESUMED, start_of(day))
                for message_id, day in due
                if day is not None
            ]


def presumed_on(*, sent_at: datetime, parameters: Parameters) -> date:
    """The day that a letter posted at this moment is presumed received, by the rules' parameter."""
    sent = day_of(sent_at)
    calendar = calendar_for([sent.year], parameters)
    return receipt_day(sent=sent, channel=Way.PAPER, calendar=calendar, parameters=parameters)


def start_of(day: date) -> datetime:
    """The first instant of a day in Copenhagen."""
    return datetime.combine(day, time.min, tzinfo=COPENHAGEN)
