"""The catalogue of offers for everybody: find, read, compare. What is open without a case says how to begin."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.offers import service as offers
from borgerfokus.apps.offers.service import Offer
from borgerfokus.foundation.login.guards import public
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import page, say, show, today
from borgerfokus.web.present import offer_filters
from borgerfokus.web.present import offers as words

_HERE = "public:offers"


@public()
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The offers that the filters in the address leave, the lowest step first."""
    day, here = today(request), reverse("public:offers")
    ladder = offers.ladder(on=day)
    found = offer_filters.read(request, offers.catalogue(on=day, public=True), ladder=ladder, here=here)
    return show(
        request,
        "public/offers.html",
        page=page(
            request,
            title=_("Tilbud og fællesskaber"),
            crumbs=[_home(), Crumb(_("Tilbud"))],
            place="public",
            current=_HERE,
        ),
        found=found,
        here=here,
        compare=reverse("public:offers-compare"),
        count=ngettext("%(n)s tilbud", "%(n)s tilbud", len(found.offers)) % {"n": len(found.offers)},
        columns=words.columns(),
        rows=tuple(words.row(one, ladder=ladder, address=address) for one in found.offers),
    )


@public()
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Up to four offers side by side."""
    day = today(request)
    chosen = offer_filters.picked(request, offers.catalogue(on=day, public=True))
    columns, rows = words.compared(chosen, ladder=offers.ladder(on=day), address=address)
    return show(
        request,
        "public/offers_compared.html",
        page=page(
            request,
            title=_("Sammenlign tilbud"),
            crumbs=[_home(), _to_list(), Crumb(_("Sammenlign"))],
            place="public",
            current=_HERE,
        ),
        chosen=chosen,
        columns=columns,
        rows=rows,
        back=reverse("public:offers"),
    )


@public()
@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One offer: what it is, for whom, what it costs, and how to begin."""
    day = today(request)
    offer = offers.find(key=key, on=day, public=True)
    title = words.title(offer)
    return show(
        request,
        "public/offer.html",
        page=page(request, title=title, crumbs=[_home(), _to_list(), Crumb(title)], place="public", current=_HERE),
        short=words.short(offer),
        text=offer.text,
        start=words.start(offer),
        is_open=offer.without_case,
        phone=offer.phone,
        terms=words.terms(offer, ladder=offers.ladder(on=day), staff=False),
        ways=_ways(request, offer),
    )


def address(key: str) -> str:
    """Where an offer is read."""
    return reverse("public:offer", args=[key])


def _ways(request: HttpRequest, offer: Offer) -> tuple[Action, ...]:
    """The kinds of help by which the offer is granted, for what needs a case."""
    if not offer.sections:
        return ()
    specs = [version.spec for version in casework.newest_in_force(on=today(request))]
    return tuple(
        Action(say(spec.title_citizen), reverse("public:help", args=[spec.key]), "link")
        for spec in specs
        if f"{spec.act} § {spec.section}" in offer.sections
    )


def _home() -> Crumb:
    return Crumb(_("Find hjælp"), reverse("public:front"))


def _to_list() -> Crumb:
    return Crumb(_("Tilbud"), reverse("public:offers"))
