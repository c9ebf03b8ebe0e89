"""Who has had the ball in my case, from the beginning until today."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from borgerfokus.apps.casework import service as casework
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import shell
from borgerfokus.web.frame import asked, show
from borgerfokus.web.present import journey


@citizen_only()
@require_GET
def turns(request: HttpRequest, number: str) -> HttpResponse:
    """The line and the same as a table."""
    case = shell.case_of(request, number)
    persons = people.of(asked(request).actor, cases=[case])
    happenings = casework.happenings(case_id=case.pk)
    title = _("Hvem har haft bolden?")
    framed = shell.page(
        request, title=title, crumbs=shell.case_crumbs(case, title), person=persons.get(case.citizen_id)
    )
    return show(
        request,
        "citizen/turns.html",
        page=framed,
        case_title=shell.title_of(case),
        line=journey.view(happenings, until=asked(request).moment, staff=False),
        back=shell.href(case),
    )
