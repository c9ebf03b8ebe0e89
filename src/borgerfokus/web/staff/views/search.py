"""Search: a case by its number, citizens by name in the address, by personal number in the body of a post only."""

import re

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.debug import sensitive_post_parameters

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.queries import SEARCH_LIMIT, Card
from borgerfokus.web import frame
from borgerfokus.web.design.views import Action, Item, StateView
from borgerfokus.web.frame import say
from borgerfokus.web.present import picture
from borgerfokus.web.staff import caserows, fields, keys
from borgerfokus.web.staff.found import FoundView, found_view, token_of

_NUMBER = re.compile(r"^(?:(\d{4})\s*-\s*)?(\d{1,6})$")
_CPR = re.compile(r"\d{6}\s?[-–]?\s?\d{4}")


class CprForm(forms.Form):
    """A personal number, posted."""

    cpr = fields.CprField(
        label=__("CPR-nummer"), widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    )


@staff_only(purpose=Purpose.SEARCH, verb=Verb.PERSON_SEARCH, keeps_text=False, limit="search")
@sensitive_post_parameters("cpr")
def search(request: HttpRequest) -> HttpResponse:
    """GET: by ?q=, a name or a case's number. POST: by personal number, which never stands in an address."""
    if request.method == "POST":
        return _by_cpr(request)
    text = " ".join(request.GET.get("q", "").split())
    if _CPR.search(text):
        messages.warning(
            request, _("Det ligner et CPR-nummer. Skriv det i feltet til CPR-nummer, så det ikke står i adressen.")
        )
        return HttpResponseRedirect(reverse("staff:search"))
    jump = _case_with(request, text)
    if jump is not None:
        return HttpResponseRedirect(reverse("staff:case", args=[jump]))
    asked = frame.asked(request)
    found = people.find(text=text, by=asked.actor) if text else []
    return _page(request, text=text, found=_with_cases(request, found), cpr=CprForm(auto_id="search-%s"))


def _by_cpr(request: HttpRequest) -> HttpResponse:
    form = CprForm(request.POST, auto_id="search-%s")
    if not form.is_valid():
        return _page(request, text="", found=(), cpr=form, status=422)
    found = people.find(text=form.cleaned_data["cpr"].digits, by=frame.asked(request).actor)
    return _page(request, text="", found=_with_cases(request, found), cpr=form, by_cpr=True)


def _case_with(request: HttpRequest, text: str) -> str | None:
    """The number of the case that the text names, if the actor may see it."""
    match = _NUMBER.match(text)
    asked = frame.asked(request)
    if match is None or not asked.actor.can(Verb.CASE_SEE):
        return None
    year, number = match.groups()
    rows = casework.listed_to(asked.actor, at=asked.moment)
    padded = f"-{int(number):06d}"
    rows = rows.filter(number=f"{year}{padded}") if year else rows.filter(number__endswith=padded)
    numbers = list(rows.values_list("number", flat=True)[:2])
    return numbers[0] if len(numbers) == 1 else None


def _with_cases(request: HttpRequest, found: list[Card]) -> tuple[FoundView, ...]:
    asked, day = frame.asked(request), caserows.day_of(request)
    by_citizen: dict[int, list[Case]] = {}
    for case in casework.cases_about(person_ids=[card.id for card in found], by=asked.actor, at=asked.moment):
        by_citizen.setdefault(case.citizen_id, []).append(case)
    opens = asked.actor.can(Verb.CASE_OPEN)
    return tuple(
        found_view(
            card,
            on=day.today,
            cases=tuple(
                Item(
                    title=f"{case.number} · {say(case.type_version.spec.title_staff)}",
                    text=f"{say(PHASE_TITLES[Phase(case.phase)])} · {case.unit.name}",
                    href=reverse("staff:case", args=[case.number]),
                    due=picture.due(case.next_due, on=day.today, soon=day.soon),
                )
                for case in by_citizen.get(card.id, ())
            ),
            new=_new(card) if opens else None,
        )
        for card in found
    )


def _new(card: Card) -> Action:
    fields_of = (("citizen", token_of(card)),)
    return Action(_("Ny sag for borgeren"), reverse("staff:new"), method="post", context=card.name, fields=fields_of)


def _page(
    request: HttpRequest,
    *,
    text: str,
    found: tuple[FoundView, ...],
    cpr: CprForm,
    by_cpr: bool = False,
    status: int = 200,
) -> HttpResponse:
    asked_for = bool(text) or by_cpr
    return frame.show(
        request,
        "staff/search.html",
        page=frame.page(request, title=_("Søg"), place="staff", current="staff:list", search=text),
        status=status,
        text=text,
        found=found,
        cpr=cpr,
        note=_("De første %(n)s. Skriv mere af navnet.") % {"n": SEARCH_LIMIT} if len(found) >= SEARCH_LIMIT else "",
        nothing=_nothing() if asked_for and not found else None,
        emergency=reverse("staff:emergency") if frame.asked(request).actor.can(Verb.BREAK_GLASS) else "",
        hints=keys.everywhere(),
    )


def _nothing() -> StateView:
    return StateView(
        kind="empty",
        heading=_("Vi fandt ingen"),
        paragraphs=(
            _("Prøv en anden stavemåde, eller søg på CPR-nummer. Beskyttede borgere findes kun på CPR-nummer."),
        ),
    )
