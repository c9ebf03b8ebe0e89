"""Deeds about a young person's way to 18: owners, topics, days, and what is expected as an adult."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.transition.words import STATE_TITLES, TOPIC_TITLES, Topic, TopicState
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.frame import Place, say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.joint import Deed, DeedForm

_SETTABLE = (TopicState.OPEN, TopicState.GOING, TopicState.AGREED)


@dataclass(frozen=True)
class YoungPlace(Place):
    """A young person on the way, as one employee sees it."""

    card: Card
    found: coordination.OnTheWay
    edits: bool


class OwnerForm(DeedForm):
    """Who owns the way in one of the departments."""

    submit = __("Udpeg ejer")
    side = fields.radio(__("Hvilken side?"), (("child", __("Børn")), ("adult", __("Voksne"))))
    employee = fields.one_of(__("Ejer"))

    def prepare(self) -> None:
        """Those who work on cases in the two departments."""
        row = self.place.found.row
        units = organisation.descendants([row.child_unit_id, row.adult_unit_id], on=self.place.today)
        staff = organisation.staff_of(unit_ids=units, on=self.place.today, carrying=Verb.CASE_EDIT)
        self.fields["employee"].choices = [  # type: ignore[attr-defined]
            ("", _("Vælg kollega")),
            *((str(one.id), f"{one.name}, {one.unit}") for one in staff),
        ]


class TopicForm(DeedForm):
    """How far one of the six topics is."""

    submit = __("Gem emnet")
    topic = fields.one_of(__("Emne"))
    state = fields.radio(__("Hvor langt er I?"), ())
    text = fields.area(__("Hvad er aftalt, eller hvad sker der nu?"), rows=3, required=False)
    due = fields.day(__("Skal være aftalt senest"), required=False)

    def prepare(self) -> None:
        """The six topics and the three states."""
        chosen: dict[str, Any] = {
            "topic": [(topic.value, say(title)) for topic, title in TOPIC_TITLES.items()],
            "state": [(state.value, say(STATE_TITLES[state]).capitalize()) for state in _SETTABLE],
        }
        for name, choices in chosen.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class DaysForm(DeedForm):
    """The days that are known, and the need in words."""

    submit = __("Gem dage og behov")
    version = forms.IntegerField(widget=forms.HiddenInput)
    met_on = fields.day(__("Første møde holdt"), required=False)
    applied_on = fields.day(__("Søgt om hjælp som voksen"), required=False)
    child_ends = fields.day(__("Første dag uden hjælp som barn"), required=False, hint=__("Tomt betyder 18-års-dagen"))
    adult_starts = fields.day(__("Voksenhjælpen kan tidligst begynde"), required=False)
    need = fields.area(__("Behovet som voksen"), rows=3, required=False)


class NeedForm(DeedForm):
    """An offer that is expected, and how much of it."""

    submit = __("Regn det med")
    offer = fields.one_of(__("Tilbud"))
    low = forms.DecimalField(label=__("Mindst"), min_value=0, max_value=200, decimal_places=2)
    likely = forms.DecimalField(
        label=__("Sandsynligt"),
        min_value=0,
        max_value=200,
        decimal_places=2,
        help_text=__("Timer om ugen, eller måneder om året for priser pr. døgn, uge og måned"),
    )
    high = forms.DecimalField(label=__("Højst"), min_value=0, max_value=200, decimal_places=2)

    def prepare(self) -> None:
        """The offers that adults may be given."""
        rows = offers.catalogue(on=self.place.today, public=False)
        adult = [one for one in rows if one.value.suits_age(18) and not one.without_case]
        self.fields["offer"].choices = [("", _("Vælg tilbud")), *((one.key, one.title) for one in adult)]  # type: ignore[attr-defined]


class NeedDropForm(DeedForm):
    """What is no longer expected."""

    need = forms.IntegerField(widget=forms.HiddenInput)


def _owner(place: YoungPlace, said: dict[str, Any]) -> Refusal | None:
    return coordination.set_owner(
        citizen_id=place.card.id, side=said["side"], employee=int(said["employee"]), by=place.by, at=place.at
    )


def _topic(place: YoungPlace, said: dict[str, Any]) -> Refusal | None:
    new = coordination.NewTopic(
        topic=Topic(said["topic"]), state=TopicState(said["state"]), text=said["text"], due=said["due"]
    )
    return coordination.set_topic(citizen_id=place.card.id, new=new, by=place.by, at=place.at)


def _days(place: YoungPlace, said: dict[str, Any]) -> Refusal | None:
    names = ("met_on", "applied_on", "child_ends", "adult_starts", "need")
    days = coordination.Days(**{name: said[name] for name in names})
    return coordination.set_days(citizen_id=place.card.id, days=days, version=said["version"], by=place.by, at=place.at)


def _need(place: YoungPlace, said: dict[str, Any]) -> Refusal | None:
    new = coordination.NewNeed(offer=said["offer"], low=said["low"], likely=said["likely"], high=said["high"])
    return coordination.expect(citizen_id=place.card.id, new=new, by=place.by, at=place.at)


def _drop(place: YoungPlace, said: dict[str, Any]) -> Refusal | None:
    return coordination.drop_need(citizen_id=place.card.id, need_id=said["need"], by=place.by, at=place.at)


DEEDS = {
    "owner": Deed(OwnerForm, _owner, gettext_noop("Ejeren er udpeget.")),
    "topic": Deed(TopicForm, _topic, gettext_noop("Emnet er gemt."), "topics"),
    "days": Deed(DaysForm, _days, gettext_noop("Dagene er gemt.")),
    "need": Deed(NeedForm, _need, gettext_noop("Det er regnet med."), "cost"),
    "need-drop": Deed(NeedDropForm, _drop, gettext_noop("Det er ikke længere regnet med."), "cost"),
}
