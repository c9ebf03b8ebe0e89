"""How a phase of the case went: answered with one click on the case's page, or here with words. Nobody must."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.service import PhaseQuestion
from borgerfokus.apps.dialogue.service import ToldExperience as Told
from borgerfokus.core.access import Verb
from borgerfokus.core.experience import Answer, Question
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.present import experience as words
from borgerfokus.web.frame import asked, show


@citizen_only()
@require_http_methods(["GET", "POST"])
def experience(request: HttpRequest, number: str, question_id: int) -> HttpResponse:
    """The question with what was answered; a post answers, declines or takes the answer back."""
    case = shell.case_of(request, number)
    shell.must(Verb.COMMENT_WRITE, shell.verbs_on(request, case))
    question = dialogue.find_question(question_id=question_id, by=asked(request).actor)
    if question.case_id != case.pk:
        raise Hidden(f"question {question_id} of another case")
    if request.method == "POST":
        return _act(request, case, question)
    title = _("Hvordan gik det?")
    return show(
        request,
        "citizen/experience.html",
        page=shell.page(
            request,
            title=title,
            crumbs=shell.case_crumbs(case, title),
            person=people.of(asked(request).actor, cases=[case]).get(case.citizen_id),
        ),
        case_title=shell.title_of(case),
        form=words.form(case, question, dialogue.experience_of(question=question)),
        back=shell.href(case),
    )


def _act(request: HttpRequest, case: Case, question: PhaseQuestion) -> HttpResponse:
    by, at = asked(request).actor, asked(request).moment
    act, told = request.POST.get("act", ""), _told(request.POST)
    if act == "decline":
        dialogue.decline_question(question_id=question.pk, by=by, at=at)
        messages.success(request, _("Det er i orden. Vi spørger ikke igen om den del."))
    elif act == "withdraw":
        dialogue.withdraw_experience(question_id=question.pk, by=by, at=at)
        messages.success(request, _("Dit svar er slettet."))
    elif told is None:
        messages.error(request, _("Vælg et svar på det første spørgsmål, eller sig nej tak."))
        return redirect(words.address(case, question))
    else:
        dialogue.tell_experience(question_id=question.pk, told=told, by=by, at=at)
        messages.success(request, _("Tak for dit svar. Du kan altid ændre det eller slette det."))
        if act == "begin":
            return redirect(words.address(case, question))
    return redirect(shell.href(case))


def _told(given: QueryDict) -> Told | None:
    understood, coherent = (_answer(given.get(one, "")) for one in Question)
    if understood is None:
        return None
    return Told(understood, coherent, given.get("words", ""), given.get("named") == "on")


def _answer(text: str) -> Answer | None:
    return Answer(text) if text in set(Answer) else None
