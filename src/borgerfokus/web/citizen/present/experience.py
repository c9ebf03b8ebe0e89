"""The question after a phase as the citizen meets it: quietly, once, with a way to say no."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.dialogue.service import Experience, PhaseQuestion
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import CITIZEN_PHASES
from borgerfokus.core.experience import ANSWERS, QUESTIONS, Question
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import say

LONGEST = 2_000


@dataclass(frozen=True)
class AskedView:
    """One question with a button for each answer, and the way to say no."""

    phase: str
    question: str
    answers: tuple[Action, ...]
    decline: Action


@dataclass(frozen=True)
class ExperienceForm:
    """The whole form: both questions, words, and whether staff may see who answered."""

    phase: str
    here: str
    fields: tuple[FieldView, ...]
    withdraw: Action | None


def phase_of(question: PhaseQuestion) -> str:
    """What the phase is called to citizens."""
    return say(CITIZEN_PHASES[Phase(question.phase)])


def asked(case: Case, question: PhaseQuestion) -> AskedView:
    """The question as it stands on the case's page."""
    here = address(case, question)
    return AskedView(
        phase=phase_of(question),
        question=say(QUESTIONS[Question.UNDERSTOOD]),
        answers=tuple(
            Action(say(text), here, method="post", fields=(("act", "begin"), (Question.UNDERSTOOD, one)))
            for one, text in ANSWERS.items()
        ),
        decline=Action(_("Nej tak"), here, "link", "post", fields=(("act", "decline"),)),
    )


def form(case: Case, question: PhaseQuestion, told: Experience | None) -> ExperienceForm:
    """The question's own page, with what was told before."""
    here = address(case, question)
    words = FieldView(
        control="textarea",
        name="words",
        id="words",
        label=_("Vil du fortælle mere?"),
        value=told.words if told else "",
        rows=4,
        attrs=(("maxlength", str(LONGEST)),),
    )
    named = FieldView(
        control="checkbox",
        name="named",
        id="named",
        label=_("Min sagsbehandler må se mit svar med mit navn"),
        hint=_("Ellers tæller dit svar kun med i tal for mange borgere."),
        options=(Option("on", "", bool(told and told.named)),),
    )
    withdraw = None
    if told is not None:
        label = _("Slet mit svar")
        withdraw = Action(label, here, "tertiary", "post", icon="delete", fields=(("act", "withdraw"),))
    choices = (_choice(one, told) for one in Question)
    return ExperienceForm(phase_of(question), here, (*choices, words, named), withdraw)


def address(case: Case, question: PhaseQuestion) -> str:
    """Where the question is answered."""
    return reverse("citizen:experience", args=[case.number, question.pk])


def _choice(question: Question, told: Experience | None) -> FieldView:
    given = getattr(told, question) if told else ""
    return FieldView(
        control="radio",
        name=question,
        id=question,
        label=say(QUESTIONS[question]),
        required=question is Question.UNDERSTOOD,
        options=tuple(Option(one, say(text), one == given) for one, text in ANSWERS.items()),
    )
