"""My rights, in plain words: each is a thing that I can do here, and what I have asked for stands on top."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from borgerfokus.apps.rights import service as asked_rights
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.views import access, owndata
from borgerfokus.web.design.views import Action, Item
from borgerfokus.web.frame import asked, show

_NEWEST = 10


@dataclass(frozen=True)
class Right:
    """One right: what I may, and where."""

    key: str
    title: str
    texts: tuple[str, ...]
    law: str
    actions: tuple[Action, ...] = ()


@citizen_only()
@require_GET
def rights(request: HttpRequest) -> HttpResponse:
    """What I can ask for and count on."""
    title = _("Mine rettigheder")
    framed = shell.page(request, title=title, crumbs=shell.crumbs(title), current="citizen:data")
    return show(
        request,
        "citizen/rights.html",
        page=framed,
        rights=(*_to_see(), *_to_data(), *_to_be_heard()),
        asked_for=_asked_for(request),
    )


def _asked_for(request: HttpRequest) -> tuple[Item, ...]:
    """What I have asked for and not got yet first, then what was answered."""
    ask = asked(request)
    access_rows = asked_rights.access_asked(by=ask.actor, at=ask.moment)
    data_rows = asked_rights.data_asked(by=ask.actor, at=ask.moment)
    open_ones = [access.item(row, request=request) for row in asked_rights.open_requests(access_rows)]
    open_ones += [owndata.item(row) for row in data_rows if not row.outcome]
    done = [access.item(row, request=request) for row in access_rows if row.answered_at is not None]
    done += [owndata.item(row) for row in data_rows if row.outcome]
    return (*open_ones, *done[:_NEWEST])


def _to_see() -> tuple[Right, ...]:
    return (
        Right(
            "sag",
            _("Du må se din sag"),
            (
                _("Du ser det samme som os. Er noget holdt tilbage, kan du se hvorfor, og hvornår vi ser på det igen."),
                _("Du kan klage over, at noget er holdt tilbage."),
            ),
            _("Forvaltningsloven §§ 9 til 15 b"),
            (
                Action(_("Bed om aktindsigt"), reverse("citizen:access")),
                Action(_("Gå til dine sager"), reverse(shell.OVERVIEW), kind="link"),
            ),
        ),
        Right(
            "opslag",
            _("Du må se, hvem der har slået dig op"),
            (
                _("Hvert opslag står med dag, enhed og grund."),
                _("Undrer du dig over et opslag, så spørg om det. Databeskyttelsesrådgiveren svarer dig her."),
            ),
            _("Databeskyttelsesforordningen artikel 15"),
            (Action(_("Hvem har set min sag"), reverse("citizen:lookups"), kind="link"),),
        ),
        Right(
            "hjaelp",
            _("Du må tage en med"),
            (
                _("Du må have en bisidder med til møder. Det kan være en ven eller en i familien."),
                _("Du kan også give en fuldmagt, så en anden kan søge, svare og klage for dig."),
            ),
            _("Forvaltningsloven § 8"),
            (Action(_("Giv en fuldmagt"), reverse("citizen:powers"), kind="link"),),
        ),
    )


def _to_data() -> tuple[Right, ...]:
    return (
        Right(
            "kopi",
            _("Du må få en kopi af alt om dig"),
            (_("Du får det hele i én fil: til at læse, og til at tage med et andet sted hen."),),
            _("Databeskyttelsesforordningen artikel 15"),
            (Action(_("Få en kopi"), reverse("citizen:copy")),),
        ),
        Right(
            "ret",
            _("Du må få rettet det, der er forkert"),
            (_("Sig, hvad der er forkert, og hvad der er rigtigt. Du får svar inden en måned."),),
            _("Databeskyttelsesforordningen artikel 16"),
            (
                Action(_("Få rettet noget"), reverse("citizen:correct")),
                Action(_("Mine oplysninger"), reverse("citizen:data"), kind="link"),
            ),
        ),
        Right(
            "slet",
            _("Du kan bede om at få slettet"),
            (
                _("Vi sletter selv en sag, når vi ikke skal gemme den mere."),
                _("Du kan bede om det før. Ofte må vi ikke, og så skriver vi hvorfor."),
            ),
            _("Databeskyttelsesforordningen artikel 17"),
            (Action(_("Bed om at få slettet"), reverse("citizen:erase"), kind="tertiary"),),
        ),
    )


def _to_be_heard() -> tuple[Right, ...]:
    return (
        Right(
            "svar",
            _("Du skal have svar til tiden"),
            (
                _("På hver sag står der, hvornår du får svar. Når vi det ikke, skriver vi til dig med en ny dato."),
                _("Du skal ikke rykke os."),
            ),
            _("Retssikkerhedsloven § 3"),
        ),
        Right(
            "hoering",
            _("Du skal høres, før vi siger nej"),
            (_("Bygger vi på noget, der taler imod dig, får du det at se først. Så kan du svare."),),
            _("Forvaltningsloven § 19"),
        ),
        Right(
            "klage",
            _("Du må klage"),
            (
                _("Er du uenig i en afgørelse, kan du klage. Det koster ikke noget."),
                _("Vi ser først på den igen. Holder vi fast, sender vi din klage videre."),
            ),
            _("Retssikkerhedsloven §§ 60 til 67"),
        ),
        Right(
            "optraeden",
            _("Du må sige, når vi gør det dårligt"),
            (
                _("Du kan klage over ventetid, eller over den måde, du er blevet mødt på. En leder svarer dig."),
                _("Er noget på siden svært at bruge, så skriv det samme sted."),
            ),
            _("Forvaltningsloven § 7"),
            (
                Action(_("Klag over ventetid eller optræden"), reverse("citizen:complain")),
                Action(
                    _("Noget er svært at bruge"), f"{reverse('citizen:complain')}?om=accessibility", kind="link"
                ),
            ),
        ),
        Right(
            "samtykke",
            _("Du bestemmer over dit samtykke"),
            (_("Vi spørger dig, før vi henter noget om dig hos andre. Du kan trække et ja tilbage."),),
            _("Retssikkerhedsloven § 11 a"),
            (Action(_("Mit samtykke"), reverse("citizen:consents"), kind="link"),),
        ),
        Right(
            "tolk",
            _("Du må få hjælp til sproget"),
            (_("Har du brug for en tolk, så sig det til os. Det koster ikke noget i din sag hos kommunen."),),
            _("Forvaltningsloven § 7"),
        ),
    )
