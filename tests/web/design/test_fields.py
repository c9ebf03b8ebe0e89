"""Django form fields get the markup of the design system, with hint and error tied to the control."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.forms.boundfield import BoundField
from django.template import engines

from borgerfokus.web.design.fields import FieldView, Option, form_errors

CHOICES = [("", "Vælg"), ("a", "Første"), ("b", "Anden")]


class Application(forms.Form):
    need = forms.CharField(label="Behov", help_text="Skriv kort", widget=forms.Textarea(attrs={"rows": 7}))
    phone = forms.CharField(label="Telefon", required=False, max_length=8, widget=forms.TextInput(attrs={"style": "x"}))
    secret = forms.CharField(label="Kode", widget=forms.PasswordInput())
    meeting = forms.DateField(label="Dato", widget=forms.DateInput(format="%d-%m-%Y"))
    area = forms.ChoiceField(label="Område", choices=CHOICES)
    outcome = forms.ChoiceField(label="Udfald", choices=CHOICES[1:], widget=forms.RadioSelect)
    where = forms.MultipleChoiceField(label="Hvor", choices=CHOICES[1:], widget=forms.CheckboxSelectMultiple)
    consent = forms.BooleanField(label="Samtykke")
    letter = forms.FileField(label="Brev", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


def drawn(bound: BoundField | FieldView, **options: object) -> str:
    backend = engines.all()[0]
    source = '{% from "design/field.html" import field %}{{ field(bound, **options) }}'
    return str(backend.from_string(source).render({"bound": bound, "options": options}))


@pytest.fixture
def form() -> Application:
    return Application(
        {
            "need": "Hjælp </textarea><b>",
            "secret": "hemmelig",
            "area": "b",
            "outcome": "b",
            "where": ["a"],
            "version": "3",
        }
    )


def test_the_label_hint_and_error_belong_to_the_control():
    text = drawn(Application({})["need"])
    assert '<label class="form-label" for="id_need">Behov</label>' in text
    assert 'aria-describedby="id_need-hint id_need-error"' in text
    assert 'aria-invalid="true"' in text
    assert 'id="id_need-hint">Skriv kort<' in text
    assert "form-group form-error" in text


def test_what_was_typed_comes_back_escaped(form: Application):
    text = drawn(form["need"])
    assert 'rows="7"' in text
    assert "Hjælp &lt;/textarea&gt;&lt;b&gt;</textarea>" in text


def test_a_password_never_comes_back(form: Application):
    assert "hemmelig" not in drawn(form["secret"])


def test_a_voluntary_field_says_so_and_keeps_only_harmless_attributes(form: Application):
    text = drawn(form["phone"])
    assert "(frivilligt)" in text
    assert 'maxlength="8"' in text
    assert "style" not in text
    assert " required" not in text


def test_choices_are_a_group_with_a_legend(form: Application):
    text = drawn(form["outcome"], cards=True)
    assert '<fieldset class="bf-choice">' in text
    assert '<legend class="form-label">Udfald</legend>' in text
    assert 'id="id_outcome_1" name="outcome" class="form-radio" value="b" checked' in text


def test_a_select_keeps_what_was_chosen(form: Application):
    assert '<option value="b" selected>Anden</option>' in drawn(form["area"])


def test_checkboxes_keep_what_was_chosen(form: Application):
    text = drawn(form["where"])
    assert 'value="a" checked' in text
    assert 'value="b" checked' not in text


def test_a_single_checkbox_has_one_label(form: Application):
    assert drawn(form["consent"]).count("Samtykke") == 1


def test_a_file_and_a_date_get_their_own_control(form: Application):
    assert 'type="file"' in drawn(form["letter"])
    assert "bf-date" in drawn(form["meeting"])


def test_a_hidden_field_is_only_the_input(form: Application):
    assert drawn(form["version"]) == '<input type="hidden" id="id_version" name="version" value="3">'


def test_a_stored_date_is_shown_as_the_form_writes_it():
    assert 'value="05-01-2026"' in drawn(Application(initial={"meeting": date(2026, 1, 5)})["meeting"])


def test_purpose_and_hint_may_be_added_on_the_page(form: Application):
    text = drawn(form["area"], purpose="om § 85 kan bruges", hint="Kun ét svar")
    assert "Bruges til: om § 85 kan bruges" in text
    assert 'aria-describedby="id_area-hint id_area-purpose"' in text


def test_the_summary_lists_all_errors_and_leads_to_their_fields():
    class Strict(Application):
        def clean(self) -> dict[str, Any]:
            raise forms.ValidationError("Svarene passer ikke sammen")

    entries = form_errors(Strict({})).entries
    assert entries[0][1] == "id_need"
    assert "id_outcome_0" in [target for _text, target in entries]
    assert entries[-1] == ("Svarene passer ikke sammen", "")


def test_a_field_without_a_form_is_drawn_alike():
    view = FieldView("radio", "x", "x", "Valg", options=(Option("1", "Ja", hint="Nu"),), required=True)
    text = drawn(view)
    assert 'aria-describedby="x_0-hint"' in text
    assert 'id="x_0-hint">Nu<' in text
