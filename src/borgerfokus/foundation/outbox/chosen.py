"""Which channels this installation has, from its settings.

`NOTICE_EMAIL`: `simulated`, `smtp://…`, `file:FOLDER`, or "" for none. `NOTICE_SMS`: the same, with `https://…`.
"""

from pathlib import Path

from django.conf import settings

from borgerfokus.foundation.outbox.channels import Channel
from borgerfokus.foundation.outbox.models import ChannelName
from borgerfokus.foundation.outbox.simulated import Simulated, SimulatedDigitalPost
from borgerfokus.foundation.outbox.wires import EmailBySmtp, Folder, MailServer, SmsByHttp


def channels() -> dict[ChannelName, Channel]:
    """The channels that the platform sends by itself; the real Digital Post takes the simulated one's place."""
    found: dict[ChannelName, Channel] = {ChannelName.DIGITAL_POST: SimulatedDigitalPost()}
    for name, setting in ((ChannelName.EMAIL, settings.NOTICE_EMAIL), (ChannelName.SMS, settings.NOTICE_SMS)):
        if setting:
            found[name] = _channel(name, setting)
    return found


def _channel(name: ChannelName, setting: str) -> Channel:
    scheme, _colon, rest = setting.partition(":")
    if scheme == "simulated":
        return Simulated(name)
    if scheme == "file":
        return Folder(name, Path(rest))
    if name is ChannelName.EMAIL:
        return EmailBySmtp(MailServer.of(setting), sender=settings.NOTICE_SENDER)
    if scheme in {"https", "http"}:
        return SmsByHttp(setting, token=settings.NOTICE_SMS_TOKEN, sender=settings.NOTICE_SMS_SENDER)
    raise ValueError(f"{scheme} is no way to send text messages")
