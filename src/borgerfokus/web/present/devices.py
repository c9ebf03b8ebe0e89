"""Where somebody is logged in, as a page that citizens and staff share."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login import devices, sessions
from borgerfokus.foundation.login.devices import Open
from borgerfokus.web.design.page import Page
from borgerfokus.web.design.views import Action, Chip, Item
from borgerfokus.web.frame import asked, on_moment, show, told
from borgerfokus.web.numbers import whole


def answer(request: HttpRequest, *, page: Page, name: str, template: str) -> HttpResponse:
    """GET: the sessions that run. POST: end one, the others, or all."""
    if request.method == "POST":
        return _act(request, name)
    by, at = asked(request).actor, asked(request).moment
    found = devices.open_of(by=by, session=request.session, at=at)
    return show(
        request,
        template,
        page=page,
        sessions=tuple(_item(one, name) for one in found),
        others=sum(not one.here for one in found),
        address=reverse(name),
    )


def _act(request: HttpRequest, name: str) -> HttpResponse:
    ask = asked(request)
    act, value = request.POST.get("act", ""), request.POST.get("session", "")
    if act == "one":
        number = whole(value) or 0
        devices.end(device_id=number, by=ask.actor, at=ask.moment)
        told(request, None, _("Enheden er logget af."))
    elif act == "others":
        devices.end_all(by=ask.actor, session=request.session, but_this=True, at=ask.moment)
        told(request, None, _("Du er logget af alle andre steder."))
    elif act == "all":
        devices.end_all(by=ask.actor, session=request.session, but_this=False, at=ask.moment)
        sessions.end(request.session)
        return redirect("/")
    else:
        raise Hidden("act")
    return redirect(name)


def _item(one: Open, name: str) -> Item:
    where = _("%(browser)s på %(system)s") % {
        "browser": one.browser or _("Ukendt browser"),
        "system": one.system or _("ukendt system"),
    }
    end = Action(
        _("Log af"), reverse(name), "tertiary", "post", context=where, fields=(("act", "one"), ("session", str(one.id)))
    )
    return Item(
        title=where,
        text=_("Logget ind %(begun)s · sidst brugt %(used)s")
        % {"begun": on_moment(one.begun_at), "used": on_moment(one.used_at)},
        chip=Chip(_("Her"), "ok") if one.here else None,
        actions=() if one.here else (end,),
    )
