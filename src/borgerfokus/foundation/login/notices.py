"""What to say to somebody who was not let in: what happened, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from borgerfokus.foundation.login.oidc import Who

_Lazy = str | Promise


@dataclass(frozen=True)
class Way:
    """A way on."""

    label: str
    href: str


@dataclass(frozen=True)
class Notice:
    """A page with a heading, a few sentences and ways on; the first way is the main one."""

    title: str
    sentences: tuple[str, ...]
    ways: tuple[Way, ...]
    status: int = 403


@dataclass(frozen=True)
class _Words:
    title: _Lazy
    sentences: tuple[_Lazy, ...]
    status: int = 403


_OTHERWISE: Final = "token"
_WORDS: Final[Mapping[str, _Words]] = {
    "cancelled": _Words(
        gettext_lazy("Du er ikke logget ind"), (gettext_lazy("Du afbrød, før login var færdigt."),), status=200
    ),
    "too_young": _Words(
        gettext_lazy("Du kan ikke logge på selv endnu"),
        (
            gettext_lazy("Dine forældre kan logge på for dig."),
            gettext_lazy("Vil du tale med os selv, så ring. Du kan også ringe til Børnetelefonen på 116 111."),
        ),
    ),
    "state": _Words(
        gettext_lazy("Du er ikke logget ind"),
        (
            gettext_lazy("Login tog for lang tid, eller det blev startet i et andet vindue."),
            gettext_lazy("Begynd forfra i dette vindue."),
        ),
    ),
    "level": _Words(
        gettext_lazy("Dit login er ikke sikkert nok"),
        (
            gettext_lazy("Her ligger følsomme oplysninger, så dit login skal have niveau Betydelig eller Høj."),
            gettext_lazy("Log ind igen, og vælg MitID-app, kodeviser eller chip."),
        ),
    ),
    "provider": _Words(
        gettext_lazy("Login virker ikke lige nu"),
        (
            gettext_lazy("Vi kan ikke få forbindelse til login lige nu."),
            gettext_lazy("Prøv igen om et par minutter."),
        ),
        status=503,
    ),
    "unknown": _Words(
        gettext_lazy("Vi kender dig ikke endnu"),
        (
            gettext_lazy("Dit login virker, men kommunen har ingen sager om dig."),
            gettext_lazy("Har du brug for hjælp, så kontakt kommunen. Så kan du følge din sag her."),
        ),
    ),
    "too_many": _Words(
        gettext_lazy("Det gik for hurtigt"),
        (
            gettext_lazy("Der er kommet for mange forsøg på kort tid, så vi holder en pause."),
            gettext_lazy("Vent nogle minutter, og prøv igen. Det, du har gemt, er her endnu."),
        ),
        status=429,
    ),
    "gone": _Words(
        gettext_lazy("Din adgang er slut"),
        (
            gettext_lazy("Du er ikke ansat i en enhed, der bruger Borgerfokus i dag."),
            gettext_lazy("Er det forkert, så tal med din leder."),
        ),
    ),
    _OTHERWISE: _Words(
        gettext_lazy("Du er ikke logget ind"),
        (
            gettext_lazy("Vi kunne ikke stole på det svar, vi fik, og har derfor afvist det."),
            gettext_lazy("Prøv igen. Sker det flere gange, så kontakt kommunen."),
        ),
    ),
}


def notice(code: str, *, who: Who) -> Notice:
    """The notice for a reason that `oidc.LoginFailed` names, or "unknown" and "gone" for who is not known here."""
    words = _WORDS.get(code, _WORDS[_OTHERWISE])
    sentences = tuple(str(sentence) for sentence in words.sentences)
    if code == "provider" and who is Who.STAFF:
        sentences += (_("Haster det, og har du en nødkonto, så brug den."),)
    return Notice(title=str(words.title), sentences=sentences, ways=_ways(code, who), status=words.status)


def _ways(code: str, who: Who) -> tuple[Way, ...]:
    again = Way(_("Prøv igen"), reverse("login:choose"))
    front = Way(_("Gå til forsiden"), "/")
    if code in {"gone", "too_many"}:
        return (front,)
    if code == "unknown":
        return (Way(_("Find hjælp og kontakt"), "/"), again)
    if code == "provider" and who is Who.STAFF:
        return (again, Way(_("Log ind med nødkonto"), reverse("login:emergency")))
    return (again, front)
