"""The port that e-mail leaves by: an SMTP server, or a stand-in that takes everything and sends nothing."""

import smtplib
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage

from borgerfokus.core.calendars.writing import method_of
from borgerfokus.foundation.outbox.channels import Trouble, Unavailable


@dataclass(frozen=True)
class Envelope:
    """One e-mail as it is offered. The same `mail_id` gives the same message id, so that a second one is known."""

    mail_id: UUID
    to: str
    subject: str
    body: str
    calendar: str = ""


class Mailer(Protocol):
    """A way out for e-mail."""

    def send(self, envelope: Envelope) -> Trouble | None:
        """Offer an e-mail. Returns why it will never be taken, or None. Raises Unavailable when it may be later."""
        ...


class SimulatedMailer:
    """Takes every e-mail and sends none: the demo's."""

    def send(self, envelope: Envelope) -> Trouble | None:
        """Take it."""
        del envelope
        return None


class SmtpMailer:
    """The municipality's own mail server (`BORGERFOKUS_SMTP_…`)."""

    def send(self, envelope: Envelope) -> Trouble | None:
        """Hand it to the server."""
        message = EmailMessage(
            subject=envelope.subject,
            body=envelope.body,
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[envelope.to],
            headers={"Message-ID": f"<{envelope.mail_id}@borgerfokus>", "Auto-Submitted": "auto-generated"},
        )
        if envelope.calendar:
            method = method_of(envelope.calendar)
            message.attach("aftale.ics", envelope.calendar, f"text/calendar; method={method}")
        try:
            message.send()
        except smtplib.SMTPRecipientsRefused:
            return Trouble.UNDELIVERABLE
        except (smtplib.SMTPException, OSError):
            raise Unavailable(Trouble.UNAVAILABLE) from None
        return None


_MAILERS: Final[dict[str, Mailer]] = {"smtp": SmtpMailer(), "simulated": SimulatedMailer()}


def mailer() -> Mailer | None:
    """The way out that this installation has; None when it sends no e-mail."""
    return _MAILERS.get(settings.MAILER)
