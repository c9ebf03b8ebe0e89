"""Where to go after logging in: only ever an address of our own."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

_LONGEST = 2_000
"""Characters of an address that is carried through the login; a longer one is none of ours."""


def safe_next(request: HttpRequest, wanted: object, *, otherwise: str = "/") -> str:
    """`wanted` if it is a path on this site, else `otherwise`."""
    if (
        isinstance(wanted, str)
        and wanted.startswith("/")
        and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    ):
        return wanted
    return otherwise


def to_login(request: HttpRequest, *, ended: bool) -> HttpResponseBase:
    """Send somebody who is not logged in to the choice of login, and back afterwards."""
    here = request.get_full_path()
    query = {"next": here} if request.method in ("GET", "HEAD") and len(here) <= _LONGEST else {}
    if ended:
        query["afsluttet"] = "1"
    address = reverse("login:choose")
    return go(request, f"{address}?{urlencode(query)}" if query else address)


def go(request: HttpRequest, address: str) -> HttpResponseBase:
    """A redirect that htmx follows with the whole page, and a script that saves by itself sees as 401."""
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=401)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address, status=303 if request.method == "POST" else 302)
