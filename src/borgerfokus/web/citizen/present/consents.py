"""A consent in the citizen's words: from whom, what for, for how long, and what happened to it."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.assessment.service import ConsentState, ConsentView
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.texts import Text
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.views import Action, Chip, Item
from borgerfokus.web.frame import on_day, say

_FROM: Mapping[Source, Text] = {
    Source.DOCTOR: Text(da="Din læge", en="Your doctor"),
    Source.HOSPITAL: Text(da="Hospitalet", en="The hospital"),
    Source.SCHOOL: Text(da="Skolen", en="The school"),
    Source.PROVIDER: Text(da="Dem, der giver dig hjælp", en="Those who give you help"),
}


def item(one: ConsentView, persons: Mapping[int, Person]) -> Item:
    """A consent as a row: from whom, and in one sentence each what for and how long."""
    return Item(
        title=say(_FROM[one.source]),
        text=" ".join(part for part in (_whose(one, persons), _purpose(one), _length(one), _how(one)) if part),
        icon="how-to-reg",
        chip=_chip(one.state),
        actions=_actions(one),
    )


def _whose(one: ConsentView, persons: Mapping[int, Person]) -> str:
    person = persons.get(one.case.citizen_id)
    return "" if person is None or person.is_self else _("For %(name)s.") % {"name": person.name}


def _purpose(one: ConsentView) -> str:
    facts = {fact.key: say(fact.title).lower() for fact in one.case.type_version.spec.information}
    named = [facts[key] for key in one.facts if key in facts]
    title = shell.title_of(one.case)
    if named:
        return _("Til sagen »%(case)s«: %(facts)s.") % {"case": title, "facts": ", ".join(named)}
    return _("Til sagen »%(case)s«.") % {"case": title}


def _length(one: ConsentView) -> str:
    if one.state is ConsentState.ASKED:
        return _("Gælder, til sagen er slut, eller til du trækker det tilbage.")
    if one.state is ConsentState.GIVEN and one.ends is None:
        return _("Gælder, til sagen er slut, eller til du trækker det tilbage.")
    if one.ends is not None and one.state in {ConsentState.GIVEN, ConsentState.OVER}:
        return _("Gælder til og med den %(day)s.") % {"day": on_day(one.ends)}
    return ""


def _how(one: ConsentView) -> str:
    """What happened, in the order of the days."""
    said = (
        (_("Vi spurgte %(day)s."), one.asked_at),
        (_("Du sagde ja %(day)s."), one.given_at),
        (_("Du sagde nej %(day)s."), one.refused_at),
        (_("Du trak det tilbage %(day)s."), one.withdrawn_at),
    )
    return " ".join(words % {"day": on_day(moment)} for words, moment in said if moment is not None)


def _chip(state: ConsentState) -> Chip:
    return {
        ConsentState.ASKED: Chip(_("Venter på dig"), "warn"),
        ConsentState.GIVEN: Chip(_("Gælder"), "ok"),
        ConsentState.REFUSED: Chip(_("Nej"), "line"),
        ConsentState.WITHDRAWN: Chip(_("Trukket tilbage"), "line"),
        ConsentState.OVER: Chip(_("Udløbet"), "line"),
    }[state]


def _actions(one: ConsentView) -> tuple[Action, ...]:
    if not one.may:
        return ()
    context = f": {say(_FROM[one.source])}"
    if one.state is ConsentState.ASKED:
        href = reverse("citizen:consent_answer", args=[one.id])
        return (
            Action(_("Ja, det må I"), href, "primary", "post", context=context, fields=(("way", "yes"),)),
            Action(_("Nej"), href, "secondary", "post", context=context, fields=(("way", "no"),)),
        )
    if one.state is ConsentState.GIVEN:
        href = reverse("citizen:consent_withdraw", args=[one.id])
        return (Action(_("Træk tilbage"), href, "warning", "post", context=context),)
    return ()
