"""Where I am logged in, and how to end it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import shell
from borgerfokus.web.present import devices


@citizen_only(keeps_text=False)
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """My sessions."""
    title = _("Her er du logget ind")
    page = shell.page(request, title=title, crumbs=shell.crumbs(title), current="citizen:data")
    return devices.answer(request, page=page, name="citizen:devices", template="citizen/devices.html")
