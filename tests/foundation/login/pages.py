"""A few views with each kind of guard, and the addresses of logging in, for tests of the middleware."""

from django.http import Http404, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import include, path

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose, current
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.login.guards import citizen_only, public, staff_only
from borgerfokus.foundation.login.notices import Notice
from borgerfokus.foundation.login.request import Request
from borgerfokus.foundation.people import queries as people

_NOTICE = Notice(title="", sentences=(), ways=())


def _record(request: Request) -> None:
    audit.record(action="test.act", by=request.actor, at=request.moment)


@public()
def open_to_all(request: Request) -> HttpResponse:
    return HttpResponse(f"{request.actor.subject} {current().purpose} {request.moment.isoformat()}")


@citizen_only()
def own(request: Request) -> HttpResponse:
    return HttpResponse(people.card(request.actor.id).name)


@citizen_only()
def send(request: Request) -> HttpResponse:
    _record(request)
    return HttpResponse("sent: " + request.POST.get("text", ""))


@citizen_only(fresh="GET POST", keeps_text=False)
def fresh(request: Request) -> HttpResponse:
    return HttpResponse("sent: " + request.POST.get("text", ""))


@staff_only(purpose=Purpose.CASEWORK, fresh_acts="send")
def fresh_staff(request: Request) -> HttpResponse:
    return HttpResponse("sent: " + request.POST.get("text", ""))


@staff_only(purpose=Purpose.SEARCH, limit="search")
def limited(request: Request) -> HttpResponse:
    return HttpResponse(request.actor.name)


@public()
def guess(request: Request, number: int) -> HttpResponse:
    del request
    if number != 1:
        raise Http404
    return HttpResponse("found")


@staff_only(purpose=Purpose.CASEWORK)
def desk(request: Request) -> HttpResponse:
    return HttpResponse(request.actor.name)


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.PARAMETER_EDIT)
def settings_page(request: Request) -> HttpResponse:
    return HttpResponse("settings")


@staff_only(purpose=Purpose.CASEWORK)
def look(request: Request, person_id: int) -> HttpResponse:
    return HttpResponse(people.card(person_id).name)


@staff_only(purpose=Purpose.CASEWORK)
def lazy(request: Request, person_id: int) -> HttpResponse:
    return TemplateResponse(request, "login/notice.html", {"title": people.card(person_id).name, "notice": _NOTICE})


@staff_only(purpose=Purpose.CASEWORK)
def fail(request: Request, how: str) -> HttpResponse:
    _record(request)
    if how == "missing":
        raise Http404
    if how == "broken":
        raise RuntimeError("broken")
    return HttpResponse("answered with an error", status=500 if how == "error" else 422)


def unmarked(request: Request) -> HttpResponse:
    return HttpResponse("nobody said who may see this")


def api(request: Request) -> JsonResponse:
    _record(request)
    status = int(request.GET.get("status", "200"))
    return JsonResponse({"actor": request.actor.subject, "verbs": sorted(request.actor.verbs)}, status=status)


urlpatterns = [
    path("", include("borgerfokus.foundation.login.urls")),
    path("demo-login/", include("borgerfokus.foundation.login.demo_provider.urls")),
    path("open", open_to_all),
    path("own", own),
    path("send", send),
    path("desk", desk),
    path("fresh", fresh),
    path("fresh-staff", fresh_staff),
    path("limited", limited),
    path("guess/<int:number>", guess),
    path("settings", settings_page),
    path("look/<int:person_id>", look),
    path("lazy/<int:person_id>", lazy),
    path("fail/<str:how>", fail),
    path("unmarked", unmarked),
    path("api/thing", api),
    path("min/", own),
    path("sag/", desk),
]
handler404 = "borgerfokus.web.design.errors.handler404"
handler500 = "borgerfokus.web.design.errors.handler500"
