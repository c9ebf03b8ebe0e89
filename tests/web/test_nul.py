"""The sign that PostgreSQL cannot hold: whoever sends it gets an answer, and what stood around it is kept.

Found by `tests.access.generated` (seed 2026-11-28): such a path, such a key of a draft, such a reason answered 500.
"""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.test import Client, RequestFactory

from borgerfokus.project.nul import NulMiddleware


def seen(request: HttpRequest) -> HttpRequest:
    """The request as a view gets it."""
    middleware = NulMiddleware(lambda _request: HttpResponse())
    middleware(request)
    middleware.process_view(request, None, (), {})
    return request


def test_an_address_with_it_is_nobodys(db: None) -> None:
    assert Client(raise_request_exception=False).get("/sag/a%00b/indsats/").status_code == 404


def test_a_cookie_with_it_is_none(db: None) -> None:
    client = Client(raise_request_exception=False, headers={"Cookie": 'borgerfokus="aaaaaaaaaaaa\\000"; kept="x"'})
    assert client.get("/").status_code == 200


def test_what_is_posted_and_asked_loses_it_and_nothing_else() -> None:
    request = seen(RequestFactory().post("/?q=a%00b&q=c", {"wh\x00y": ["for\x00di", "æ"], "act": "x"}))
    assert request.GET.getlist("q") == ["ab", "c"]
    assert request.POST.getlist("why") == ["fordi", "æ"]
    assert request.POST["act"] == "x"


def test_what_is_without_it_is_left_alone() -> None:
    request = RequestFactory().post("/?q=a", {"why": "fordi"})
    before = request.POST
    assert seen(request).POST is before
    assert isinstance(request.POST, QueryDict)
    assert request.GET["q"] == "a"
