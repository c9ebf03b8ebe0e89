"""Answers to the guide on their way into a form. They travel in the address alone until the form itself is saved."""

from dataclasses import replace
from urllib.parse import parse_qsl

from django.http import HttpRequest

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.web.frame import page_language

PARAMETER = "guide"


def carried(request: HttpRequest, started: dialogue.Started) -> dialogue.Started:
    """The form with what the guide's answers say in it, beside what is known, where nothing has been typed yet."""
    if started.version or PARAMETER not in request.GET:
        return started
    known = guidance.guide_in_use()
    answers = known.clean(dict(parse_qsl(request.GET[PARAMETER])))
    said = known.carry(answers, spec=started.type_version.spec, language=page_language())
    return replace(started, answers={**started.answers, **said})


def along(request: HttpRequest, started: dialogue.Started) -> dict[str, str]:
    """What the address of the form must go on saying, until it is saved for the first time."""
    given = request.GET.get(PARAMETER, "")
    return {PARAMETER: given} if given and started.version == 0 else {}
