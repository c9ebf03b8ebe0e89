"""The events of appointments in plain words. A sensitive reason has no title there."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from borgerfokus.web.frame import on_moment

_Said = Mapping[str, Any]


def _when(text: str) -> str:
    return on_moment(datetime.fromisoformat(text))


def _about(text: str, said: _Said) -> str:
    return f"{text}: {said['title']}" if said["title"] else text


def _plain(text: str) -> Callable[[_Said, object], str]:
    return lambda said, _names: _about(_(text) % {"when": _when(said["starts"])}, said)


def _moved(said: _Said, _names: object) -> str:
    words = {"before": _when(said["before"]), "when": _when(said["starts"])}
    return _about(_("Aftalen den %(before)s er flyttet til den %(when)s") % words, said)


def _held(said: _Said, _names: object) -> str:
    text = _("Aftalen den %(when)s er holdt") if said["came"] else _("Borgeren kom ikke til aftalen den %(when)s")
    return _about(text % {"when": _when(said["starts"])}, said)


def _offered(said: _Said, _names: object) -> str:
    words = {"when": _when(said["starts"]), "until": _when(said["until"])}
    return _about(_("En ledig tid den %(when)s er tilbudt borgeren til den %(until)s") % words, said)


def _passed_on(said: _Said, _names: object) -> str:
    text = (
        _("Borgeren tog ikke den tilbudte tid den %(when)s")
        if said["declined"]
        else _("Borgeren svarede ikke på den tilbudte tid den %(when)s")
    )
    return _about(text % {"when": _when(said["starts"])}, said)


WORDS: Mapping[str, Callable[[_Said, Any], str]] = {
    "appointment.booked": _plain(gettext_noop("Der er en aftale den %(when)s")),
    "appointment.moved": _moved,
    "appointment.cancelled": _plain(gettext_noop("Aftalen den %(when)s er aflyst")),
    "appointment.held": _held,
    "appointment.offered": _offered,
    "appointment.passed_on": _passed_on,
    "appointment.reminded": _plain(gettext_noop("Borgeren er mindet om aftalen den %(when)s")),
}
