"""The programs that may call the API: what each may do, whose cases it sees, and which fields of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.core.access import Verb
from borgerfokus.core.exchange.fields import AS_BEFORE, GROUP_NAMES, RESOURCES, VERB_NAMES, FieldGroup
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login import service as login
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.frame import asked, page, say, show, today, told
from borgerfokus.web.numbers import whole

_MARK = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.CLIENT_EDIT)
_VERBS = tuple(verb for verb in Verb if verb in login.API_VERBS)


@_MARK
@require_http_methods(["GET", "POST"])
def clients(request: HttpRequest) -> HttpResponse:
    """Programs that may call the API. A secret is shown once, when it is made."""
    by, at = asked(request).actor, asked(request).moment
    made = None
    if request.method == "POST" and request.POST.get("act") == "end":
        login.end_client(client_id=request.POST.get("client", ""), by=by, at=at)
        messages.success(request, _("Programmet er lukket ude."))
        return redirect("admin:clients")
    if request.method == "POST" and request.POST.get("name", "").strip():
        made = login.make_client(new=_posted(request), by=by, at=at)
    return show(
        request,
        "admin/clients.html",
        page=page(
            request, title=_("Programmer"), place="admin", current="admin:start", crumbs=_crumbs(_("Programmer"))
        ),
        clients=login.all_clients(),
        made=made,
        **_choices(request, verbs=(), units=(), groups=AS_BEFORE),
    )


@_MARK
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, client_id: str) -> HttpResponse:
    """One program: change what it may do and see. It holds from its next call on."""
    found = login.find_client(client_id=client_id)
    if found is None:
        raise Hidden(f"client {client_id}")
    if request.method == "POST":
        new = _posted(request, name=found.name)
        if login.change_client(client_id=client_id, new=new, by=asked(request).actor, at=asked(request).moment):
            told(request, None, _("Programmet er gemt. Det gælder fra dets næste kald."))
        else:
            messages.error(request, _("Programmet er lukket ude og kan ikke rettes."))
        return redirect("admin:client", client_id)
    return show(
        request,
        "admin/client.html",
        page=page(
            request,
            title=found.name,
            place="admin",
            current="admin:start",
            crumbs=[*_crumbs(_("Programmer"), reverse("admin:clients")), Crumb(found.name)],
        ),
        client=found,
        **_choices(request, verbs=found.verbs, units=found.units, groups=found.groups),
    )


def _posted(request: HttpRequest, *, name: str = "") -> login.NewClient:
    verbs = frozenset(verb for verb in _VERBS if verb in request.POST.getlist("verbs"))
    units = frozenset(unit for unit in map(whole, request.POST.getlist("units")) if unit is not None)
    groups = frozenset(group for group in FieldGroup if group in request.POST.getlist("groups"))
    written = request.POST.get("name", "").strip()[:160]
    return login.NewClient(name=written or name, verbs=verbs, units=units, groups=groups)


def _choices(
    request: HttpRequest, *, verbs: "list[str] | tuple[str, ...]", units: "list[int] | tuple[int, ...]", groups: object
) -> dict[str, Any]:
    given = set(groups) if isinstance(groups, list | frozenset) else set()
    return {
        "verbs": [(verb.value, say(VERB_NAMES[verb]), verb in verbs) for verb in _VERBS],
        "units": [(one.pk, one.name, one.pk in units) for one in organisation.units(on=today(request))],
        "groups": [(group.value, say(text), _fields(group), group in given) for group, text in GROUP_NAMES.items()],
    }


def _fields(group: FieldGroup) -> str:
    """The fields of a group, as programs name them."""
    named = [
        f"{resource}.{name}" for resource, fields in RESOURCES.items() for name, own in fields.items() if own is group
    ]
    return ", ".join(named)


def _crumbs(label: str, href: str = "") -> list[Crumb]:
    return [Crumb(_("Styring"), reverse("admin:start")), Crumb(label, href)]
