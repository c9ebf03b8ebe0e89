"""Which channels this installation has, from its settings.

`NOTICE_EMAIL`: `simulated`, `smtp` (the mail server), `file:FOLDER`, or "" for none. `NOTICE_SMS`: the same, with
`https://…` for `smtp`.
"""

from pathlib import Path

from django.conf import settings

from borgerfokus.foundation.outbox.channels import Channel
from borgerfokus.foundation.outbox.mailers import SmtpMailer
from borgerfokus.foundation.outbox.memo import MemoFiles
from borgerfokus.foundation.outbox.models import ChannelName
from borgerfokus.foundation.outbox.simulated import Simulated, SimulatedDigitalPost
from borgerfokus.foundation.outbox.wires import EmailByMailer, Folder, SmsByHttp


def channels() -> dict[ChannelName, Channel]:
    """The channels that the platform sends by itself."""
    found: dict[ChannelName, Channel] = {ChannelName.DIGITAL_POST: _digital_post()}
    for name, setting in ((ChannelName.EMAIL, settings.NOTICE_EMAIL), (ChannelName.SMS, settings.NOTICE_SMS)):
        if setting:
            found[name] = _channel(name, setting)
    return found


def _digital_post() -> Channel:
    """Digital Post as the installation has it: files for an integration platform, or the stand-in."""
    if not settings.DIGITAL_POST_FOLDER:
        return SimulatedDigitalPost()
    folder = Path(settings.DIGITAL_POST_FOLDER)
    return MemoFiles(folder, sender_cvr=settings.MUNICIPALITY_CVR, sender_name=settings.MUNICIPALITY)


def _channel(name: ChannelName, setting: str) -> Channel:
    scheme, _colon, rest = setting.partition(":")
    if scheme == "simulated":
        return Simulated(name)
    if scheme == "file":
        return Folder(name, Path(rest))
    if name is ChannelName.EMAIL and scheme == "smtp":
        return EmailByMailer(SmtpMailer())
    if name is ChannelName.SMS and scheme in {"https", "http"}:
        return SmsByHttp(setting, token=settings.NOTICE_SMS_TOKEN, sender=settings.NOTICE_SMS_SENDER)
    raise ValueError(f"{scheme} is no way to send {name}")
