"""The post in words: channels, states, and why something did not go through."""

from django.utils.translation import gettext as _

from borgerfokus.foundation.outbox.channels import Trouble
from borgerfokus.foundation.outbox.models import BatchState, ChannelName, MessageState
from borgerfokus.web.design.views import Chip, ChipKind

_CHIPS: dict[str, ChipKind] = {"failed": "bad", "received": "ok", "read": "ok", "handed_to_person": "ok"}


def channel(name: str) -> str:
    """What a channel is called."""
    return {
        ChannelName.DIGITAL_POST: _("Digital Post"),
        ChannelName.PAPER: _("Papir"),
        ChannelName.EMAIL: _("E-mail"),
        ChannelName.SMS: _("Sms"),
    }[ChannelName(name)]


def state(name: str) -> str:
    """How far a message is."""
    return {
        MessageState.QUEUED: _("I kø"),
        MessageState.SENT: _("Sendt"),
        MessageState.RECEIVED: _("Modtaget"),
        MessageState.READ: _("Læst"),
        MessageState.FAILED: _("Kom ikke frem"),
        MessageState.HANDED_TO_PERSON: _("Givet til en person"),
        MessageState.CANCELLED: _("Stoppet, ikke sendt"),
    }[MessageState(name)]


def chip(name: str) -> Chip:
    """The same as a mark."""
    return Chip(state(name), _CHIPS.get(name, "line"))


def trouble(code: str) -> str:
    """Why, in plain words; "" when nothing is wrong."""
    if not code:
        return ""
    return {
        Trouble.TIMEOUT: _("Kanalen svarede ikke i tide. Vi prøver igen af os selv."),
        Trouble.UNAVAILABLE: _("Kanalen er ude af drift. Vi prøver igen af os selv."),
        Trouble.UNEXPECTED: _("Kanalen svarede noget, vi ikke forstår. Vi prøver igen af os selv."),
        Trouble.EXEMPT: _("Modtageren er fritaget fra Digital Post."),
        Trouble.UNDELIVERABLE: _("Kanalen kan ikke aflevere til modtageren."),
        Trouble.GIVEN_UP: _("Kanalen har ikke taget imod i over et døgn. Vi prøver ikke mere af os selv."),
        Trouble.NO_FILE: _("Filen med brevet mangler eller er ødelagt."),
        Trouble.DEAD: _("Modtageren er død."),
        Trouble.RETURNED: _("Brevet kom retur."),
        Trouble.STOPPED: _("Modtageren har stoppet denne vej."),
        Trouble.BY_HAND: _("Givet videre til en medarbejder."),
    }[Trouble(code)]


def batch_chip(name: str) -> Chip:
    """How far a mailing is."""
    words: dict[BatchState, tuple[str, ChipKind]] = {
        BatchState.DRAFT: (_("Kladde"), "warn"),
        BatchState.WAITING: (_("Venter på godkendelse"), "sun"),
        BatchState.RUNNING: (_("Sendes"), "ok"),
        BatchState.PAUSED: (_("Sat på pause"), "warn"),
        BatchState.CANCELLED: (_("Stoppet"), "line"),
    }
    text, kind = words[BatchState(name)]
    return Chip(text, kind)
