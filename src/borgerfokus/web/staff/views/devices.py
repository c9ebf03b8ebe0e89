"""Where I am logged in, and how to end it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.frame import page
from borgerfokus.web.present import devices


@staff_only(purpose=Purpose.OPERATION, keeps_text=False)
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """My sessions."""
    framed = page(request, title=_("Her er du logget ind"), place="staff", current="staff:day")
    return devices.answer(request, page=framed, name="staff:devices", template="staff/devices.html")
