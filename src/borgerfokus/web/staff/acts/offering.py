"""Acts of the offer that is given in the case: choose one, with a reason above the lowest step, or take it back."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.web.frame import say
from borgerfokus.web.present import offers as words
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm, Nothing


class ChooseForm(ActForm):
    """Which offer; and above the lowest step that fits, which cheaper one was considered, and why it is not enough."""

    submit = __("Vælg tilbuddet")
    keeps = True
    offer = fields.one_of(__("Tilbud"))
    considered = fields.one_of(
        __("Lavere trin, du har overvejet"), required=False, hint=__("Når der er et lavere trin, som passer")
    )
    reason = fields.area(
        __("Hvorfor er det lavere trin ikke nok?"),
        rows=3,
        required=False,
        hint=__("Borgeren kan læse det i sin journal"),
        longest=2_000,
    )

    def prepare(self) -> None:
        """The offers that fit, the lowest step first."""
        if self.opened is None:
            return
        found = self.opened.fitting
        named = [(one.key, f"{say(found.ladder.name(one.level))}: {words.title(one)}") for one in found.offers]
        self.fields["offer"].choices = [("", _("Vælg tilbud")), *named]  # type: ignore[attr-defined]
        lower = [pair for pair, one in zip(named, found.offers, strict=True) if one.level != found.offers[-1].level]
        self.fields["considered"].choices = [("", _("Intet")), *lower]  # type: ignore[attr-defined]


def _choose(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    """The choice goes first: when it is refused, nothing has been written."""
    new = offers.NewChoice(
        offer=said["offer"],
        age=opened.card.age(on=opened.today),
        considered=said["considered"],
        reason=said["reason"],
    )
    refusal = offers.choose(case_id=opened.case.pk, new=new, by=opened.by, at=opened.at)
    if refusal is not None:
        return refusal
    note = journal.NewEntry(
        title=_("Valg af tilbud"), body=_written(opened, said), channel="internal", happened_at=opened.at
    )
    told = journal.write_note(case_id=opened.case.pk, note=note, by=opened.by, at=opened.at)
    return told if isinstance(told, Refusal) else None


def _written(opened: OpenedCase, said: dict[str, Any]) -> str:
    found = opened.fitting
    by_key = {one.key: one for one in found.offers}
    chosen = by_key[said["offer"]]
    lines = [
        _("Valgt: %(offer)s hos %(who)s. Trin: %(step)s.")
        % {"offer": chosen.title, "who": chosen.provider, "step": say(found.ladder.name(chosen.level))}
    ]
    if found.lower_than(chosen):
        lines.append(_("Overvejet på et lavere trin: %(offer)s.") % {"offer": by_key[said["considered"]].title})
        lines.append(_("Derfor er det ikke nok: %(reason)s") % {"reason": said["reason"]})
    return "\n\n".join(lines)


def _drop(opened: OpenedCase, _said: dict[str, Any]) -> None:
    offers.drop(case_id=opened.case.pk, by=opened.by, at=opened.at)


ACTS = {
    "choose-offer": Act(Verb.CASE_EDIT, ChooseForm, _choose, gettext_noop("Tilbuddet er valgt."), "offer"),
    "drop-offer": Act(Verb.CASE_EDIT, Nothing, _drop, gettext_noop("Tilbuddet er ikke længere valgt.")),
}
