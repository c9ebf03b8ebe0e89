"""The catalogue for employees: every offer that is given today, with what staff alone need to know."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Row
from borgerfokus.web.present import effect, offer_filters
from borgerfokus.web.present import offers as words

_HERE = "staff:offers"
_MARK = staff_only(purpose=Purpose.CASEWORK, verb=Verb.ORGANISATION_SEE)


@_MARK
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The offers that the filters in the address leave, the lowest step first."""
    day, here = frame.today(request), reverse("staff:offers")
    ladder = offers.ladder(on=day)
    found = offer_filters.read(request, offers.catalogue(on=day, public=False), ladder=ladder, here=here)
    return frame.show(
        request,
        "staff/offers.html",
        page=frame.page(request, title=_("Tilbud"), place="staff", current=_HERE),
        found=found,
        here=here,
        compare=reverse("staff:offers-compare"),
        count=ngettext("%(n)s tilbud", "%(n)s tilbud", len(found.offers)) % {"n": len(found.offers)},
        columns=words.columns(),
        rows=tuple(words.row(one, ladder=ladder, address=address) for one in found.offers),
        actions=_keeping(request),
    )


@_MARK
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Up to four offers side by side."""
    day = frame.today(request)
    chosen = offer_filters.picked(request, offers.catalogue(on=day, public=False))
    own = _own_row(request, chosen)
    columns, rows = words.compared(chosen, ladder=offers.ladder(on=day), address=address, more=(own,) if chosen else ())
    return frame.show(
        request,
        "staff/offers_compared.html",
        page=frame.page(
            request,
            title=_("Sammenlign tilbud"),
            crumbs=(_to_list(), Crumb(_("Sammenlign"))),
            place="staff",
            current=_HERE,
        ),
        chosen=chosen,
        columns=columns,
        rows=rows,
        back=reverse("staff:offers"),
    )


@_MARK
@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One offer."""
    day = frame.today(request)
    offer = offers.find(key=key, on=day, public=False)
    title = words.title(offer)
    return frame.show(
        request,
        "staff/offer.html",
        page=frame.page(request, title=title, crumbs=(_to_list(), Crumb(title)), place="staff", current=_HERE),
        short=words.short(offer),
        text=offer.text,
        start=words.start(offer),
        phone=offer.phone,
        public=offer.public,
        terms=words.terms(offer, ladder=offers.ladder(on=day), staff=True),
        own=_own(offer.key),
        own_more=_own_more(request, offer.key),
        actions=_keeping(request, key),
    )


def _own_row(request: HttpRequest, chosen: Sequence[offers.Offer]) -> Row:
    """How it went here with each, for the needs that the address carries."""
    known = insight.own_evidence(offers=[one.key for one in chosen], needs=effect.needs_of_address(request))
    return Row(cells=(Cell(_("Sådan gik det her")), *(Cell(*effect.evidence(known.get(one.key))) for one in chosen)))


def _own(key: str) -> tuple[str, str]:
    return effect.evidence(insight.own_evidence(offers=[key], needs={}).get(key))


def _own_more(request: HttpRequest, key: str) -> Action | None:
    """The way to the figures of the offer, for those who see figures."""
    if not frame.asked(request).actor.can(Verb.FIGURES_SEE):
        return None
    query = urlencode({"efter": "behov", "kun": f"tilbud:{key}"})
    return Action(_("Se tallene"), f"{reverse('management:effect')}?{query}", "link")


def address(key: str) -> str:
    """Where an offer is read."""
    return reverse("staff:offer", args=[key])


def _keeping(request: HttpRequest, key: str = "") -> tuple[Action, ...]:
    if not frame.asked(request).actor.can(Verb.OFFER_EDIT):
        return ()
    if key:
        return (Action(_("Ret tilbuddet"), reverse("admin:offer", args=[key]), icon="edit"),)
    return (Action(_("Ret kataloget"), reverse("admin:offers"), icon="edit"),)


def _to_list() -> Crumb:
    return Crumb(_("Tilbud"), reverse("staff:offers"))
