"""Inviting somebody to act for a partner: the right is given, and an e-mail tells how to log in."""

from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db import transaction

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import partnering
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.organisation.partnering import NewUser
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.outbox.models import MailWay

KIND: Final = "partner.user"


def invite(*, unit_id: int, new: NewUser, login_at: str, by: Actor, on: date, at: datetime) -> int | Refusal:
    """Let somebody act for a partner, and tell it by e-mail where one logs in. Returns the engagement's id.

    Refused as `partnering.invite` refuses. Without a mail server nothing is sent. Raises Hidden.
    """
    with transaction.atomic():
        made = partnering.invite(unit_id=unit_id, new=new, by=by, on=on, at=at)
        if isinstance(made, Refusal) or not mail.has_e_mail():
            return made
        unit = Unit.objects.get(pk=unit_id)
        said = {"municipality": settings.MUNICIPALITY, "unit": unit.name, "who": by.name, "address": login_at}
        body = BODY.filled(**said)
        mail.queue(
            new=mail.NewMail(
                kind=KIND,
                reference=f"partner:{unit_id}:{made}",
                way=MailWay.E_MAIL,
                name=new.name.strip(),
                address=new.email.strip(),
                subject=SUBJECT.filled(municipality=settings.MUNICIPALITY).da,
                body=f"{body.da}\n\n{body.en}\n",
            ),
            by=by,
            at=at,
        )
    return made


SUBJECT: Final = Text(da="Du er bruger hos {municipality}", en="You are a user at {municipality}")
BODY: Final = Text(
    da="{who} har gjort dig til bruger for {unit} hos {municipality}.\n\nLog ind med MitID Erhverv her: {address}\n\n"
    "Du ser kun det, kommunen deler med {unit}. Kender du ikke til det, så svar ikke, men ring til kommunen.",
    en="{who} has made you a user for {unit} at {municipality}.\n\nLog in with MitID Erhverv here: {address}\n\n"
    "You only see what the municipality shares with {unit}. If this is unknown to you, do not answer, but call the "
    "municipality.",
)
