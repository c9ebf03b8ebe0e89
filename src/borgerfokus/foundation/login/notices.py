"""What to say to somebody who was not let in: what happened, and what to do about it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.foundation.login.oidc import Who


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


def notice(code: str, *, who: Who) -> Notice:
    """The notice for a reason that `oidc.LoginFailed` names, or "unknown" and "gone" for who is not known
    here.
    """
    again = Way(_("Prøv igen"), reverse("login:choose"))
    match code:
        case "cancelled":
            return Notice(
                _("Du er ikke logget ind"),
                (_("Du afbrød, før login var færdigt."),),
                (again, _front()),
                status=200,
            )
        case "state":
            return Notice(
                _("Du er ikke logget ind"),
                (
                    _("Login tog for lang tid, eller det blev startet i et andet vindue."),
                    _("Begynd forfra i dette vindue."),
                ),
                (again, _front()),
            )
        case "level":
            return Notice(
                _("Dit login er ikke sikkert nok"),
                (
                    _("Her ligger følsomme oplysninger, så dit login skal have niveau Betydelig eller Høj."),
                    _("Log ind igen, og vælg MitID-app, kodeviser eller chip."),
                ),
                (again, _front()),
            )
        case "provider":
            return _provider(who, again)
        case "unknown":
            return Notice(
                _("Vi kender dig ikke endnu"),
                (
                    _("Dit login virker, men kommunen har ingen sager om dig."),
                    _("Har du brug for hjælp, så kontakt kommunen. Så kan du følge din sag her."),
                ),
                (Way(_("Find hjælp og kontakt"), "/"), again),
            )
        case "gone":
            return Notice(
                _("Din adgang er slut"),
                (
                    _("Du er ikke ansat i en enhed, der bruger Borgerfokus i dag."),
                    _("Er det forkert, så tal med din leder."),
                ),
                (_front(),),
            )
        case _:
            return Notice(
                _("Du er ikke logget ind"),
                (
                    _("Vi kunne ikke stole på det svar, vi fik, og har derfor afvist det."),
                    _("Prøv igen. Sker det flere gange, så kontakt kommunen."),
                ),
                (again, _front()),
            )


def _provider(who: Who, again: Way) -> Notice:
    ways = (again, _front())
    sentences = [_("Vi kan ikke få forbindelse til login lige nu."), _("Prøv igen om et par minutter.")]
    if who is Who.STAFF:
        sentences.append(_("Haster det, og har du en nødkonto, så brug den."))
        ways = (again, Way(_("Log ind med nødkonto"), reverse("login:emergency")))
    return Notice(_("Login virker ikke lige nu"), tuple(sentences), ways, status=503)


def _front() -> Way:
    return Way(_("Gå til forsiden"), "/")
