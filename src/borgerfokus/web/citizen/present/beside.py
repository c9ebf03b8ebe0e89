"""One-time help in words: the code, who sits beside whom, and until when."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.foundation.people.beside import Beside, Code
from borgerfokus.web.design.views import Action, Alert, Chip, Item
from borgerfokus.web.frame import on_moment
from borgerfokus.web.present.words import clock


def code(one: Code) -> Item:
    """The code, large, with the button that takes it back."""
    text = _("Giv koden til den, der hjælper dig. Den virker én gang, og den skal bruges inden %(clock)s.")
    return Item(title=one.text, text=text % {"clock": clock(one.until)}, icon="lock", actions=(_end(one.id, ""),))


def with_me(one: Beside) -> Item:
    """Somebody who sat beside me, or does."""
    actions = (_end(one.id, one.helper),) if one.running else ()
    return Item(title=one.helper, text=_span(one), icon="groups", chip=_chip(one), actions=actions)


def running(one: Beside, *, is_helper: bool) -> Alert:
    """On top of the page while somebody sits beside somebody."""
    values = {"name": one.person if is_helper else one.helper, "clock": clock(one.over_at)}
    words = (
        _("Du sidder ved siden af %(name)s til %(clock)s. Alt, du ser, bliver skrevet ned.")
        if is_helper
        else _("%(name)s sidder ved siden af dig til %(clock)s og kan se dine sager.")
    )
    return Alert("info", words % values, actions=(_end(one.id, values["name"]),))


def _span(one: Beside) -> str:
    values = {"from": on_moment(one.started_at), "to": clock(one.over_at)}
    return (_("Fra %(from)s til %(to)s.") if not one.running else _("Siden %(from)s, højst til %(to)s.")) % values


def _chip(one: Beside) -> Chip:
    return Chip(_("Lige nu"), "warn") if one.running else Chip(_("Slut"), "line")


def _end(help_id: int, name: str) -> Action:
    href = reverse("citizen:helping_end", args=[help_id])
    context = _("for %(name)s") % {"name": name} if name else ""
    label = _("Slut nu") if name else _("Kassér koden")
    return Action(label, href, kind="warning" if name else "tertiary", method="post", context=context)


def left(over_at: datetime) -> str:
    """Until when, in words."""
    return _("Til %(clock)s i dag.") % {"clock": clock(over_at)}
