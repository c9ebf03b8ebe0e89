"""The forms on an order's page: yes, no, begun, how it goes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.interventions.service import Goal, NewStatusNote, NotedGoal
from borgerfokus.web.frame import say
from borgerfokus.web.partner.words import frame_of
from borgerfokus.web.staff import fields

_LONGEST = 10_000
_LAST = ("measure", "measured")
_SEEN = ("level_", "measured_")


class OrderForm(forms.Form):
    """A form of the page; `act` names it, and ids begin with it, so that the page may hold several."""

    act = ""

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, auto_id=f"{self.act}-%s", label_suffix="", **more)
        for one in self.fields.values():
            one.error_messages["required"] = _("Udfyld »%(label)s«.") % {"label": one.label}


class AcceptForm(OrderForm):
    """Yes, and when."""

    act = "accept"
    starts = fields.day(__("Hvornår begynder I?"))

    def __init__(self, data: Any = None, *, wanted: date) -> None:
        super().__init__(data, initial={"starts": wanted})


class RefuseForm(OrderForm):
    """No, and why."""

    act = "refuse"
    reason = fields.area(__("Hvorfor kan I ikke?"), rows=3, hint=__("Kommunen bruger det til at finde en anden"))


class StartForm(OrderForm):
    """Since when the help is given."""

    act = "start"
    on = fields.day(__("Hvilken dag begyndte hjælpen?"))

    def __init__(self, data: Any = None, *, day: date) -> None:
        super().__init__(data, initial={"on": day})


class AskForm(OrderForm):
    """A question to the caseworker."""

    act = "ask"
    text = fields.area(__("Hvad vil I vide?"), rows=3, longest=4_000, hint=__("Borgeren kan læse det"))
    answer_by = fields.day(__("Svar senest"))

    def __init__(self, data: Any = None, *, day: date) -> None:
        super().__init__(data, initial={"answer_by": day})


class ReplyForm(OrderForm):
    """The answer to a question of the caseworker's; each has a form of its own."""

    act = "reply"
    text = fields.area(__("Jeres svar"), rows=3, longest=4_000, hint=__("Borgeren kan læse det"))

    def __init__(self, data: Any = None, *, question: int) -> None:
        self.act = f"reply-{question}"
        self.question = question
        super().__init__(data)


class UploadForm(OrderForm):
    """A document for the case."""

    act = "upload"
    title = fields.line(__("Hvad er det?"), longest=160)
    file = forms.FileField(label=__("Fil"), help_text=__("PDF, billede, Word, Excel eller tekst. Højst 20 MB."))

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files=files)


class NoteForm(OrderForm):
    """How it goes: words, each goal's level now, and a measurement."""

    act = "note"
    text = fields.area(
        __("Hvordan går det?"),
        longest=_LONGEST,
        required=False,
        hint=__("Borgeren kan læse det. Feltet kan stå tomt, hvis I måler et mål."),
    )
    measure = fields.line(__("Måling, navn"), required=False, longest=80, hint=__("For eksempel WHO-5"))
    measured = forms.DecimalField(
        label=__("Måling, tal"), required=False, max_digits=8, decimal_places=2, localize=True
    )

    def __init__(self, data: Any = None, *, goals: Sequence[Goal]) -> None:
        super().__init__(data)
        self.goals = goals
        for goal in goals:
            frame = frame_of(goal)
            if frame is not None:
                levels = [(str(one.value), f"{one.value} · {say(one.title)}") for one in frame.scale]
                self.fields[f"level_{goal.pk}"] = fields.one_of(
                    _("Niveau nu"), [("", _("Ikke set på")), *levels], required=False
                )
            self.fields[f"measured_{goal.pk}"] = forms.DecimalField(
                label=_("Måling, tal"),
                required=False,
                max_digits=8,
                decimal_places=2,
                localize=True,
                help_text=_("Sådan måles det: %(text)s") % {"text": goal.measure} if goal.measure else "",
            )
            self.fields[f"text_{goal.pk}"] = fields.line(_("Om målet"), required=False, longest=500)
        self.order_fields([name for name in self.fields if name not in _LAST])

    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields as they stand on the page: the words, those of each goal under its name, and the measurement."""
        by_goal = [(one.title, self._of(one)) for one in self.goals]
        return [("", [self["text"]]), *by_goal, (_("En anden måling"), [self[name] for name in _LAST])]

    def _of(self, goal: Goal) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.endswith(f"_{goal.pk}")]

    def clean(self) -> dict[str, Any]:
        """A measurement has both a name and a number, or neither."""
        found = super().clean() or self.cleaned_data
        if bool(found.get("measure")) is (found.get("measured") is None):
            self.add_error("measure", _("Skriv både navn og tal, eller lad begge stå tomme."))
        if not found.get("text") and not self._measures(found):
            self.add_error("text", _("Skriv, hvordan det går, eller mål mindst ét mål."))
        return found

    def _measures(self, found: dict[str, Any]) -> bool:
        return any(found.get(name) not in {None, ""} for name in self.fields if name.startswith(_SEEN))

    def note(self) -> NewStatusNote:
        """What was written."""
        said = self.cleaned_data
        measured: Decimal | None = said["measured"]
        told = (self._noted(goal, said) for goal in self.goals)
        goals = [one for one in told if one.level_now is not None or one.measured is not None or one.text]
        return NewStatusNote(said["text"], goals, said["measure"], measured)

    def _noted(self, goal: Goal, said: dict[str, Any]) -> NotedGoal:
        level = said.get(f"level_{goal.pk}", "")
        measured: Decimal | None = said.get(f"measured_{goal.pk}")
        return NotedGoal(goal.pk, int(level) if level else None, said[f"text_{goal.pk}"], measured)
