"""The end of reminders by e-mail, by the link in one."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.reminders import service as reminders
from borgerfokus.foundation.login.guards import nameless
from borgerfokus.web.frame import page, show


@nameless()
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, reminder_id: int, token: str) -> HttpResponse:
    """End reminders with one click, without a login. What only fetches the link ends nothing."""
    reminders.check_link(reminder_id=reminder_id, token=token)
    if request.method == "POST":
        reminders.ask_to_end(reminder_id=reminder_id, token=token)
    return show(
        request,
        "public/reminders_stop.html",
        page=page(request, title=_("Stop påmindelser på e-mail"), place="public"),
        is_done=request.method == "POST",
    )
