"""Acts of the help that was granted: start it, follow it up, go on or end."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts import moving
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

_WAYS = (
    (Step.CONTINUE_HELP.value, __("Hjælpen fortsætter")),
    (Step.REASSESS.value, __("Hjælpen skal ændres: vurder igen")),
    (Step.CLOSE.value, __("Hjælpen slutter")),
)


class FollowUpForm(ActForm):
    """What the follow-up with the citizen showed, and what happens now."""

    submit = __("Gem opfølgningen")
    keeps = True
    body = fields.area(
        __("Det talte I om"), rows=6, hint=__("Hvad er blevet bedre, hvad mangler, og hvad siger borgeren selv")
    )
    way = fields.radio(__("Hvad sker der nu?"), _WAYS)
    next_on = fields.day(__("Følges op igen"), required=False, hint=__("Når hjælpen fortsætter"))

    def clean(self) -> dict[str, Any]:
        """Help that continues has a day on which it is looked at again."""
        said = super().clean()
        if self.opened and said.get("way") == Step.CONTINUE_HELP:
            next_on = said.get("next_on")
            if next_on is None or next_on <= self.opened.today:
                self.add_error("next_on", _("Vælg en dag efter i dag, hvor I ser på hjælpen igen."))
        return said


def _follow_up(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    """The step goes first: when it is refused, nothing has been written."""
    refusal = casework.take_step(
        case_id=opened.case.pk,
        step=Step(said["way"]),
        by=opened.by,
        at=opened.at,
        reason=said["body"][:300],
        new_date=said["next_on"],
    )
    if refusal is not None:
        return refusal
    note = journal.NewEntry(title=_("Opfølgning"), body=said["body"], channel="meeting", happened_at=opened.at)
    told = journal.write_note(case_id=opened.case.pk, note=note, by=opened.by, at=opened.at)
    return told if isinstance(told, Refusal) else None


ACTS = {
    "step": moving.ACTS["step"],
    "follow-up": Act(Verb.CASE_STEP, FollowUpForm, _follow_up, gettext_noop("Opfølgningen er gemt.")),
}
