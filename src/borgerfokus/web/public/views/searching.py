"""One search over help, offers, associations and pages."""

from collections import Counter
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.guidance.service import EntryKind, Found
from borgerfokus.foundation.login.guards import public
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import TabItem
from borgerfokus.web.frame import page, show, today
from borgerfokus.web.present import pages
from borgerfokus.web.public import present

_LONGEST = 200
_MOST = 30


@public()
def search(request: HttpRequest) -> HttpResponse:
    """What fits the words, of all kinds or of one; without words everything that can be asked for."""
    words = request.GET.get("q", "").strip()[:_LONGEST]
    found = guidance.search(words=words, kinds=guidance.EVERYBODYS, public=True) if words else ()
    wanted = request.GET.get("slags", "")
    chosen = tuple(one for one in found if not wanted or one.kind.value == wanted)
    return show(
        request,
        "public/search.html",
        page=page(
            request,
            title=_("Søg efter hjælp"),
            place="public",
            current="public:front",
            crumbs=[Crumb(_("Find hjælp"), reverse("public:front")), Crumb(_("Søg"))],
        ),
        words=words,
        kinds=_kinds(words, found, wanted),
        count=ngettext("%(n)s ting passer", "%(n)s ting passer", len(chosen)) % {"n": len(chosen)},
        found=pages.found_items(chosen[:_MOST]),
        more=_("Vi viser de %(n)s, der passer bedst. Skriv et ord mere for at finde færre.") % {"n": _MOST}
        if len(chosen) > _MOST
        else "",
        guessed=bool(found) and all(one.near for one in found),
        every=() if words else present.help_by_theme(casework.newest_in_force(on=today(request))),
        too_wide=guidance.says_nothing(words=words),
        situations=() if found else present.situation_cards(),
    )


def _kinds(words: str, found: tuple[Found, ...], wanted: str) -> tuple[TabItem, ...]:
    """A tab for each kind that something was found of; none where there is no choice."""
    counts = Counter(one.kind for one in found)
    if len(counts) < 2:
        return ()
    tabs = [TabItem(_("Alt"), _address(words, ""), not wanted, str(len(found)))]
    tabs += [
        TabItem(pages.kind_of(kind), _address(words, kind.value), wanted == kind.value, str(counts[kind]))
        for kind in EntryKind
        if counts[kind]
    ]
    return tuple(tabs)


def _address(words: str, kind: str) -> str:
    asked = {"q": words, **({"slags": kind} if kind else {})}
    return f"{reverse('public:search')}?{urlencode(asked)}"
