"""A feed of one's own appointments and meetings, read by a calendar under a secret address. It says when, no more."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.booking.words import NEUTRAL
from borgerfokus.core.calendars import writing
from borgerfokus.core.coordination.guests import CALENDAR_TITLE
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import nameless
from borgerfokus.web.frame import asked, say
from borgerfokus.web.present import calendar


@nameless()
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind the address. Raises Hidden for one that opens nothing, or no longer."""
    summary = f"{say(NEUTRAL)} ({settings.MUNICIPALITY})"
    behind, at = booking.hashed(token), asked(request).moment
    found = booking.feed(token_hash=behind, summary=summary, at=at)
    if found is None:
        raise Hidden("feed")
    met = coordination.meetings_in_feed(
        token_hash=behind, summary=f"{say(CALENDAR_TITLE)} ({settings.MUNICIPALITY})", at=at
    )
    return calendar.stream(writing.feed([*found, *met], name=_("Aftaler, %(who)s") % {"who": settings.MUNICIPALITY}))
