"""Who may act for the citizen, by which right, for how long."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.core.access import Scope
from borgerfokus.foundation.people.queries import Known
from borgerfokus.web.design.views import Action, Item
from borgerfokus.web.present.people import until


def item(power: Known, *, may_withdraw: bool) -> Item:
    """A power as a row, with the button that ends it when the citizen gave it."""
    stops = power.kind == "attorney" and may_withdraw
    return Item(
        title=f"{power.other.name}, {kind(power.kind).lower()}",
        text=f"{scopes(power)} {_until(power)} {_how(power)}".strip(),
        icon="groups",
        actions=(_stop(power),) if stops else (),
    )


def kind(key: str) -> str:
    """By which right somebody acts."""
    return {
        "guardian": _("Værge"),
        "custody": _("Forældremyndighed"),
        "attorney": _("Fuldmagt"),
        "representative": _("Partsrepræsentant"),
    }[key]


def scopes(power: Known) -> str:
    """What the power covers, as a sentence."""
    if power.kind != "attorney":
        return _("Må se alt og handle for dig.")
    words = scope_words(power.scopes)
    return _("Må %(what)s.") % {"what": _(" og ").join(words)} if words else ""


def scope_words(scopes: Iterable[Scope]) -> list[str]:
    """The scopes in words, in a fixed order."""
    chosen = set(scopes)
    named = {
        Scope.READ: _("se dine sager"),
        Scope.ACT: _("søge, svare og klage for dig"),
        Scope.RECEIVE_POST: _("få dine breve"),
    }
    return [words for scope, words in named.items() if scope in chosen]


def _until(power: Known) -> str:
    return _("Gælder %(until)s.") % {"until": until(power.ends)}


def _how(power: Known) -> str:
    return _("Står i et register, så du kan ikke ændre det her.") if power.kind in {"guardian", "custody"} else ""


def _stop(power: Known) -> Action:
    name = power.other.name
    return Action(
        _("Stop fuldmagten"),
        reverse("citizen:withdraw_power", args=[power.id]),
        kind="warning",
        method="post",
        context=_("til %(name)s") % {"name": name},
        confirm=_("%(name)s kan så ikke længere handle for dig. Det gælder med det samme.") % {"name": name},
    )
