"""The filters of the pages of flow. All of them stand in the address; each page shows those that it needs."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _


class _Slider(forms.NumberInput):
    input_type = "range"


class FlowForm(forms.Form):
    """The filters, all in the address."""

    log = forms.ChoiceField(required=False)
    slags = forms.ChoiceField(required=False)
    som = forms.ChoiceField(required=False)
    enhed = forms.ChoiceField(required=False)
    udfald = forms.ChoiceField(required=False)
    fra = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    til = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    detalje = forms.IntegerField(
        required=False, min_value=1, max_value=5, widget=_Slider(attrs={"min": 1, "max": 5, "step": 1})
    )
    variant = forms.IntegerField(required=False)
    mod_enhed = forms.ChoiceField(required=False)
    mod_fra = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    mod_til = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def fill(form: FlowForm, choices: Mapping[str, list[tuple[str, str]]]) -> None:
    """Give the fields their names in the reader's language and the lists their choices."""
    labels = {
        "log": _("Log"),
        "slags": _("Sagstype"),
        "som": _("Holdes op mod sagstypen"),
        "enhed": _("Enhed"),
        "udfald": _("Udfald"),
        "fra": _("Begyndt fra"),
        "til": _("Begyndt før"),
        "detalje": _("Detaljer, 1 til 5"),
        "mod_enhed": _("Mod enhed"),
        "mod_fra": _("Mod begyndt fra"),
        "mod_til": _("Mod begyndt før"),
    }
    for name, label in labels.items():
        form.fields[name].label = label
    for name, offered in choices.items():
        form.fields[name].choices = offered  # type: ignore[attr-defined]
