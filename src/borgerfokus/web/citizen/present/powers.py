"""Who may act for the citizen, by which right, for how long."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Party
from borgerfokus.core.access import ACTING, RELATION_NAMES, EndedBy, Scope
from borgerfokus.foundation.people.queries import Known
from borgerfokus.web.design.views import Action, Cell, Column, Item, Row
from borgerfokus.web.frame import say
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


def receiver(power: Known) -> Item:
    """Somebody who gets the citizen's letters too, with the button that ends it when the citizen gave the power."""
    actions = (_stop_post(power),) if power.kind == "attorney" else ()
    text = f"{kind(power.kind)}. {_how(power)}".strip()
    return Item(title=power.other.name, text=text, icon="email", actions=actions)


def representative(row: Party, name: str, title: str) -> Item:
    """Somebody who speaks for the citizen in one case."""
    stop = Action(
        _("Stop det"),
        reverse("citizen:representative_end", args=[row.pk]),
        kind="warning",
        method="post",
        context=_("for %(name)s") % {"name": name},
    )
    text = _("Må se og handle i sagen »%(case)s«.") % {"case": title}
    return Item(title=f"{name}, {kind('representative').lower()}", text=text, icon="groups", actions=(stop,))


def columns() -> tuple[Column, ...]:
    """The heads of `table`."""
    heads = (_("Hvem"), _("Se dine sager"), _("Søge og svare"), _("Få dine breve"), _("Hvem kan stoppe det"))
    return tuple(Column(one) for one in heads)


def table() -> tuple[Row, ...]:
    """What each right to act covers, from the very table that decides it."""
    return tuple(
        Row(
            (
                Cell(say(RELATION_NAMES[relation]), sub=say(row.text)),
                *(_covered(row.scopes, scope) for scope in (Scope.READ, Scope.ACT, Scope.RECEIVE_POST)),
                {
                    EndedBy.REGISTER: _("Familieretshuset"),
                    EndedBy.CITIZEN: _("Du, med ét tryk"),
                    EndedBy.BOTH: _("Du eller hjælperen"),
                }[row.ended_by],
            )
        )
        for relation, row in ACTING.items()
    )


def _covered(scopes: frozenset[Scope] | None, scope: Scope) -> str:
    if scopes is None:
        return _("Hvis du vælger det")
    return _("Ja") if scope in scopes else _("Nej")


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


def own_scope_words(scopes: Iterable[Scope]) -> list[str]:
    """The scopes in words for the one who helps, in a fixed order."""
    chosen = set(scopes)
    named = {
        Scope.READ: _("se personens sager"),
        Scope.ACT: _("søge, svare og klage for personen"),
        Scope.RECEIVE_POST: _("få personens breve"),
    }
    return [words for scope, words in named.items() if scope in chosen]


def _until(power: Known) -> str:
    return _("Gælder %(until)s.") % {"until": until(power.ends)}


def _how(power: Known) -> str:
    return _("Står i et register, så du kan ikke ændre det her.") if power.kind in {"guardian", "custody"} else ""


def _stop_post(power: Known) -> Action:
    name = power.other.name
    return Action(
        _("Stop breve"),
        reverse("citizen:power_post", args=[power.id]),
        kind="warning",
        method="post",
        context=_("til %(name)s") % {"name": name},
    )


def _stop(power: Known) -> Action:
    name = power.other.name
    return Action(
        _("Stop fuldmagten"),
        reverse("citizen:withdraw_power", args=[power.id]),
        kind="warning",
        method="post",
        context=_("til %(name)s") % {"name": name},
    )
