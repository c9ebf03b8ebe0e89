"""Acts of the decisions tab: hearing, beginning a decision, a letter that failed, appeal and reassessment."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions import hearing as law
from borgerfokus.core.decisions.hearing import Exemption
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome
from borgerfokus.web.frame import say
from borgerfokus.web.present.words import channel
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

LANGUAGES = (("da", __("Dansk")), ("en", __("Engelsk")))
_WAYS = ("letter", "phone", "desk", "e_mail")


class HearingForm(ActForm):
    """The facts that the party is asked about, and what is expected to be decided."""

    submit = __("Send partshøring")
    keeps = True
    facts = fields.several_of(__("Oplysninger, borgeren skal kunne svare på"), required=False)
    text = fields.area(
        __("Til borgeren"),
        rows=6,
        hint=__("Et forslag, som du retter. Hvad regner I med at afgøre, og hvad bygger det på? Skriv »du«"),
    )
    due = fields.day(__("Svar senest"), required=False, hint=__("Lad feltet stå tomt for kommunens almindelige frist"))
    language = fields.radio(__("Brevets sprog"), LANGUAGES)

    def prepare(self) -> None:
        """The facts that are on file."""
        if self.opened:
            self.fields["facts"].choices = fact_choices(self.opened)  # type: ignore[attr-defined]


class ExemptForm(ActForm):
    """On which ground the hearing is left out, and why it holds here."""

    submit = __("Undlad partshøring")
    ground = fields.one_of(__("Grund"))
    why = fields.area(__("Hvorfor gælder den her?"), rows=3, hint=__("Borgeren kan læse det"))

    def prepare(self) -> None:
        """The grounds of § 19, stk. 2."""
        self.fields["ground"].choices = fields.worded(Exemption)  # type: ignore[attr-defined]


class AnswerForm(ActForm):
    """What the party has answered by phone, in person or on paper."""

    submit = __("Gem svaret")
    keeps = True
    hearing = forms.IntegerField(widget=forms.HiddenInput)
    text = fields.area(__("Borgerens svar"), rows=4, hint=__("Ét synspunkt på hver linje"))
    channel = fields.one_of(__("Hvordan svarede borgeren?"))

    def prepare(self) -> None:
        """The ways in."""
        self.fields["channel"].choices = [(key, channel(key)) for key in _WAYS]  # type: ignore[attr-defined]


class BeginForm(ActForm):
    """What the decision is expected to say."""

    submit = __("Begynd på afgørelsen")
    outcome = fields.radio(__("Udfald"), ())
    applied_for = fields.line(__("Søgt om"), required=False, hint=__("For eksempel: 6 timer om ugen"), longest=300)
    language = fields.radio(__("Brevets sprog"), LANGUAGES)

    def prepare(self) -> None:
        """The outcomes that the case type has."""
        if self.opened:
            self.fields["outcome"].choices = outcome_choices(self.opened)  # type: ignore[attr-defined]


class DecisionForm(ActForm):
    """Which decision."""

    decision = forms.IntegerField(widget=forms.HiddenInput)


class AppealForm(ActForm):
    """An appeal that came by another way than the citizen's page."""

    submit = __("Registrer klagen")
    keeps = True
    decision = forms.IntegerField(widget=forms.HiddenInput)
    text = fields.area(__("Klagen"), rows=5, hint=__("Borgerens egne ord"))
    received_on = fields.day(__("Modtaget"))
    channel = fields.one_of(__("Hvordan kom den?"))

    def prepare(self) -> None:
        """The ways in."""
        self.fields["channel"].choices = [(key, channel(key)) for key in _WAYS]  # type: ignore[attr-defined]


class ReassessForm(ActForm):
    """What the second look came to, and why."""

    submit = __("Gem genvurderingen")
    keeps = True
    appeal = forms.IntegerField(widget=forms.HiddenInput)
    outcome = fields.radio(__("Resultat"), ())
    reasons = fields.area(
        __("Hvorfor?"), rows=6, hint=__("Borgeren og klageinstansen læser det. Ved »Fastholdt« sendes klagen videre")
    )

    def prepare(self) -> None:
        """What a reassessment can come to."""
        self.fields["outcome"].choices = fields.worded(AppealOutcome)  # type: ignore[attr-defined]


class BoardForm(ActForm):
    """What the appeal body decided, and what we learn from it."""

    submit = __("Gem klageinstansens afgørelse")
    keeps = True
    appeal = forms.IntegerField(widget=forms.HiddenInput)
    outcome = fields.radio(__("Resultat"), ())
    decided_on = fields.day(__("Afgjort den"))
    reasons = fields.area(
        __("Hvad lagde klageinstansen vægt på?"), rows=5, hint=__("Kort, med egne ord. Borgeren kan læse det")
    )
    learning = fields.area(
        __("Hvad gør I anderledes fra nu af?"),
        rows=3,
        required=False,
        hint=__("Skal skrives, når sagen er ændret eller hjemvist. Ingen navne: andre læser det også"),
    )

    new_outcome = fields.one_of(
        __("Hvis ændret: hvad siger afgørelsen så?"),
        required=False,
        hint=__("Der begyndes en ny afgørelse efter klageinstansens svar"),
    )
    learning_owner = fields.one_of(__("Hvem følger op?"), required=False)
    learning_due = fields.day(__("Fulgt op senest"), required=False)

    def prepare(self) -> None:
        """What the appeal body can come to, and who can follow up."""
        self.fields["outcome"].choices = fields.worded(BoardOutcome)  # type: ignore[attr-defined]
        if self.opened:
            self.fields["new_outcome"].choices = [  # type: ignore[attr-defined]
                ("", _("Det samme som før")),
                *outcome_choices(self.opened),
            ]
            staff = fields.colleague_choices(self.opened.around.staff)
            self.fields["learning_owner"].choices = staff  # type: ignore[attr-defined]


class LessonForm(ActForm):
    """What was done about what a lost case taught."""

    submit = __("Opfølgningen er gjort")
    keeps = True
    appeal = forms.IntegerField(widget=forms.HiddenInput)
    note = fields.area(__("Hvad har I gjort?"), rows=3, hint=__("Ingen navne: andre læser det også"))


class MoreTimeForm(ActForm):
    """Whether the citizen gets more time to answer, until when, or why not."""

    submit = __("Svar borgeren")
    hearing = forms.IntegerField(widget=forms.HiddenInput)
    answer = fields.radio(__("Får borgeren mere tid?"), (("yes", __("Ja")), ("no", __("Nej"))))
    until = fields.day(__("Ny dag for svar"), required=False)
    why = fields.area(__("Hvis nej: hvorfor ikke?"), rows=2, required=False, hint=__("Borgeren får det i et brev"))


class AppealIdForm(ActForm):
    """Which appeal."""

    appeal = forms.IntegerField(widget=forms.HiddenInput)


def fact_choices(opened: OpenedCase) -> list[tuple[str, str]]:
    """The facts on file, those that speak against and that the citizen does not know marked."""
    found = []
    for row in opened.recorded.result.rows:
        evidence = opened.recorded.evidence.get(row.key)
        if evidence is not None:
            mark = _(" · borgeren kender den ikke") if evidence.against_party and not evidence.party_knows else ""
            found.append((row.key, f"{say(row.requirement.title)} ({row.key}): {evidence.value[:120]}{mark}"))
    return found


def owed(opened: OpenedCase) -> list[str]:
    """The facts that the party must be heard about."""
    return [key for key, one in opened.recorded.evidence.items() if one.against_party and not one.party_knows]


def proposed_text(opened: OpenedCase) -> str:
    """What the letter might say, to be changed before it is sent; "" when there is nothing that it must be about."""
    facts = [say(opened.case.type_version.spec.fact(key).title) for key in owed(opened)]
    return law.proposed_text(about=opened.case.type_version.spec.title_citizen.da, facts=facts) if facts else ""


def outcome_choices(opened: OpenedCase) -> list[tuple[str, str]]:
    """The outcomes of the case type."""
    return [(one.key.value, say(one.key.label)) for one in opened.case.type_version.spec.outcomes]


def _told(answer: object) -> Refusal | None:
    return answer if isinstance(answer, Refusal) else None


def _hear(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    new = decisions.NewHearing(facts=said["facts"], text=said["text"], due=said["due"], language=said["language"])
    return _told(decisions.send_hearing(case_id=opened.case.pk, new=new, by=opened.by, at=opened.at))


def _exempt(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return _told(
        decisions.exempt_hearing(
            case_id=opened.case.pk, ground=Exemption(said["ground"]), why=said["why"], by=opened.by, at=opened.at
        )
    )


def _answer(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    answer = decisions.HearingAnswer(text=said["text"], channel=said["channel"])
    return _told(decisions.answer_hearing(hearing_id=said["hearing"], answer=answer, by=opened.by, at=opened.at))


def _begin(opened: OpenedCase, said: dict[str, Any]) -> Refusal | HttpResponse:
    new = decisions.NewDraft(
        outcome=Outcome(said["outcome"]),
        applied_for=said["applied_for"],
        language=said["language"],
        provider=opened.chosen.offer.provider if opened.chosen else "",
    )
    begun = decisions.start_draft(case_id=opened.case.pk, new=new, by=opened.by, at=opened.at)
    if isinstance(begun, Refusal):
        return begun
    return HttpResponseRedirect(reverse("staff:decision", args=[opened.case.number, begun]))


def _again(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return decisions.send_letter_again(decision_id=said["decision"], by=opened.by, at=opened.at)


def _handed(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return decisions.hand_letter_over(decision_id=said["decision"], by=opened.by, at=opened.at)


def _appeal(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    new = decisions.NewAppeal(text=said["text"], received_on=said["received_on"], channel=said["channel"])
    return _told(decisions.file_appeal(decision_id=said["decision"], new=new, by=opened.by, at=opened.at))


def _withdraw(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return decisions.withdraw_appeal(appeal_id=said["appeal"], by=opened.by, at=opened.at)


def _reassess(opened: OpenedCase, said: dict[str, Any]) -> Refusal | HttpResponse | str:
    new = decisions.Reassessment(outcome=AppealOutcome(said["outcome"]), reasons=said["reasons"])
    told = decisions.reassess(appeal_id=said["appeal"], new=new, by=opened.by, at=opened.at)
    if isinstance(told, Refusal):
        return told
    if told is not None:
        return HttpResponseRedirect(reverse("staff:decision", args=[opened.case.number, told]))
    return _("Klagen er sendt videre med sagens akter.")


def _board(opened: OpenedCase, said: dict[str, Any]) -> Refusal | HttpResponse | str:
    new = decisions.NewBoardDecision(
        outcome=BoardOutcome(said["outcome"]),
        decided_on=said["decided_on"],
        reasons=said["reasons"],
        learning=said["learning"],
        new_outcome=Outcome(said["new_outcome"]) if said["new_outcome"] else None,
        learning_owner=int(said["learning_owner"]) if said["learning_owner"] else None,
        learning_due=said["learning_due"],
    )
    told = decisions.register_board_decision(appeal_id=said["appeal"], new=new, by=opened.by, at=opened.at)
    if isinstance(told, Refusal):
        return told
    if told is not None:
        return HttpResponseRedirect(reverse("staff:decision", args=[opened.case.number, told]))
    return _("Klageinstansens afgørelse er skrevet på sagen.")


def _lesson(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return decisions.finish_learning(appeal_id=said["appeal"], note=said["note"], by=opened.by, at=opened.at)


def _more_time(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    until = said["until"] if said["answer"] == "yes" else None
    return decisions.answer_more_time(
        hearing_id=said["hearing"], until=until, why=said["why"], by=opened.by, at=opened.at
    )


ACTS = {
    "hearing": Act(Verb.HEARING_SEND, HearingForm, _hear, gettext_noop("Partshøringen er sendt.")),
    "exempt": Act(Verb.HEARING_SEND, ExemptForm, _exempt, gettext_noop("Grunden er skrevet på sagen.")),
    "answer": Act(Verb.HEARING_SEND, AnswerForm, _answer, gettext_noop("Borgerens svar er gemt.")),
    "begin": Act(Verb.DECISION_DRAFT, BeginForm, _begin),
    "letter-paper": Act(Verb.DECISION_ISSUE, DecisionForm, _again, gettext_noop("Brevet ligger i printkøen.")),
    "letter-handed": Act(Verb.DECISION_ISSUE, DecisionForm, _handed, gettext_noop("Brevet er givet til borgeren.")),
    "appeal": Act(Verb.APPEAL_FILE, AppealForm, _appeal, gettext_noop("Klagen er registreret.")),
    "appeal-withdraw": Act(Verb.APPEAL_FILE, AppealIdForm, _withdraw, gettext_noop("Klagen er trukket tilbage.")),
    "reassess": Act(Verb.APPEAL_REASSESS, ReassessForm, _reassess),
    "board": Act(Verb.APPEAL_REASSESS, BoardForm, _board),
    "lesson": Act(Verb.APPEAL_REASSESS, LessonForm, _lesson, gettext_noop("Opfølgningen er skrevet på sagen.")),
    "more-time": Act(Verb.HEARING_SEND, MoreTimeForm, _more_time, gettext_noop("Borgeren får svar i et brev.")),
}
