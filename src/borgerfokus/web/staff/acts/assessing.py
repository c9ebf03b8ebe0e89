"""Acts of the assessment tab: save the assessment, going on to the decision if one wishes, and the target groups."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.assessment import frames
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.offers.words import GROUP_NAMES, Group
from borgerfokus.web.frame import say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts.moving import gone_on
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

LEVELS = (
    ("0", __("0 · Ingen vanskeligheder")),
    ("1", __("1 · Lette vanskeligheder")),
    ("2", __("2 · Moderate vanskeligheder")),
    ("3", __("3 · Svære vanskeligheder")),
    ("4", __("4 · Fuldstændige vanskeligheder")),
)
NEEDS = (
    ("0", __("0 · Intet behov for støtte")),
    ("1", __("1 · Lille behov for støtte")),
    ("2", __("2 · Noget behov for støtte")),
    ("3", __("3 · Stort behov for støtte")),
    ("4", __("4 · Meget stort behov for støtte")),
)
"""The levels where the frame has none of its own: a child has no level of function, but a need of support."""


class AssessForm(ActForm):
    """The citizen's words first, then what is seen, own resources, the conclusion and the level."""

    submit = __("Gem vurderingen")
    keeps = True
    own_words = fields.area(__("Med borgerens egne ord"), rows=4, hint=__("Det, borgeren selv siger om sin situation"))
    observed = fields.area(__("Det har du set og hørt"), rows=4)
    resources = fields.area(__("Det kan borgeren selv, og det bidrager andre med"), rows=3, required=False)
    conclusion = fields.area(__("Din vurdering"), rows=4)
    level = fields.radio(__("Niveau for funktionsevne"), LEVELS)

    def prepare(self) -> None:
        """The way on to the decision, when it is open."""
        if self.opened and not has_levels(self.opened):
            self.fields["level"].label = _("Barnets behov for støtte")
            self.fields["level"].choices = list(NEEDS)  # type: ignore[attr-defined]
        if self.opened and self.opened.may(Verb.CASE_STEP) and Step.BEGIN_DECISION in self.opened.steps:
            self.further = ((_DECIDE, _("Gem, og begynd på afgørelsen")),)


class GroupsForm(ActForm):
    """Which target groups the citizen belongs to, in the words that the offers use."""

    submit = __("Gem målgruppen")
    groups = fields.several_of(
        __("Borgeren hører til"),
        required=False,
        hint=__("Tilbud til andre målgrupper foreslås ikke. Uden kryds foreslås tilbud til alle målgrupper."),
    )

    def prepare(self) -> None:
        """The target groups in the reader's language."""
        self.fields["groups"].choices = [(one.value, say(text)) for one, text in GROUP_NAMES.items()]  # type: ignore[attr-defined]


def has_levels(opened: OpenedCase) -> bool:
    """Whether the frame of the case's type tells of levels of function; without a frame it is taken to."""
    frame = frames().get(opened.case.type_version.spec.frame or "")
    return frame is None or any(group.level for group in frame.groups)


def _assess(opened: OpenedCase, said: dict[str, Any]) -> Refusal | HttpResponse | str | None:
    new = assessment.NewAssessment(
        own_words=said["own_words"],
        observed=said["observed"],
        resources=said["resources"],
        conclusion=said["conclusion"],
        level=int(said["level"]),
    )
    refusal = assessment.assess(case_id=opened.case.pk, new=new, by=opened.by, at=opened.at)
    if refusal is not None or opened.request.POST.get("then") != _DECIDE:
        return refusal
    step = Step.BEGIN_DECISION
    stopped = casework.take_step(case_id=opened.case.pk, step=step, by=opened.by, at=opened.at)
    return stopped or gone_on(opened, step)


def _set_groups(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    groups = {Group(one) for one in said["groups"]}
    return assessment.set_groups(case_id=opened.case.pk, groups=groups, by=opened.by, at=opened.at)


_DECIDE = "decide"
ACTS = {
    "assess": Act(Verb.FACT_RECORD, AssessForm, _assess, gettext_noop("Vurderingen er gemt.")),
    "groups": Act(Verb.FACT_RECORD, GroupsForm, _set_groups, gettext_noop("Målgruppen er gemt."), "groups"),
}
