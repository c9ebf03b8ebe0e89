"""A feed of one's own appointments, read by a calendar under a secret address. It says when, and nothing else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.booking import service as booking
from borgerfokus.core.booking.words import NEUTRAL
from borgerfokus.core.calendars import writing
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import nameless
from borgerfokus.web.frame import asked, say
from borgerfokus.web.present import calendar


@nameless()
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind the address. Raises Hidden for one that opens nothing, or no longer."""
    summary = f"{say(NEUTRAL)} ({settings.MUNICIPALITY})"
    found = booking.feed(token_hash=booking.hashed(token), summary=summary, at=asked(request).moment)
    if found is None:
        raise Hidden("feed")
    return calendar.stream(writing.feed(found, name=_("Aftaler, %(who)s") % {"who": settings.MUNICIPALITY}))
