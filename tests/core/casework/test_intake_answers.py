"""A filled-in form is cleaned and checked, and each error says what to do."""

from __future__ import annotations

import pytest

from borgerfokus.core.casework.casetype import (
    CaseType,
    Choice,
    FieldKind,
    FormField,
    FormSection,
    ShowIf,
    load_shipped,
)
from borgerfokus.core.casework.intake import LONGEST, MOST_FILES, check
from borgerfokus.core.texts import Text

SAID = Text(da="Hvad?", en="What?")


def field(
    kind: FieldKind, *, required: bool = True, show_if: ShowIf | None = None, key: str = "one"
) -> FormField:
    choices = tuple(Choice(key=letter, label=Text(da=letter, en=letter)) for letter in "abc")
    return FormField(
        key=key,
        label=SAID,
        help=SAID,
        kind=kind,
        required=required,
        choices=choices if kind.has_choices else (),
        show_if=show_if,
    )


def form(*fields: FormField) -> tuple[FormSection, ...]:
    return (FormSection(title=SAID, fields=fields),)


@pytest.mark.parametrize(
    ("kind", "given", "kept"),
    [
        (FieldKind.TEXT, "  Mads \n Ellekjær ", "Mads Ellekjær"),
        (FieldKind.LONG_TEXT, "En\r\nto\x00\ud800", "En\nto"),
        (FieldKind.CHOICE, "b", "b"),
        (FieldKind.CHOICES, ["c", "a", "a"], ["a", "c"]),
        (FieldKind.CHOICES, "b", ["b"]),
        (FieldKind.YES_NO, "no", "no"),
        (FieldKind.DATE, "2026-11-23", "2026-11-23"),
        (FieldKind.DATE, "3.1.2027", "2027-01-03"),
        (FieldKind.DATE, "29-02-2028", "2028-02-29"),
        (FieldKind.NUMBER, "1.250,50", "1250.5"),
        (FieldKind.NUMBER, "12,5", "12.5"),
        (FieldKind.NUMBER, 100, "100"),
        (FieldKind.NUMBER, "-3", "-3"),
        (FieldKind.FILE, [7, 7, 9], [7, 9]),
    ],
)
def test_a_good_answer_is_kept_in_one_shape(kind: FieldKind, given: object, kept: object) -> None:
    looked = check(form=form(field(kind)), given={"one": given})
    assert looked.errors == ()
    assert looked.answers == {"one": kept}


@pytest.mark.parametrize(
    ("kind", "given", "code"),
    [
        (FieldKind.TEXT, ["a"], "not_text"),
        (FieldKind.TEXT, "a" * (LONGEST[FieldKind.TEXT] + 1), "too_long"),
        (FieldKind.LONG_TEXT, "a" * (LONGEST[FieldKind.LONG_TEXT] + 1), "too_long"),
        (FieldKind.LONG_TEXT, 12, "not_text"),
        (FieldKind.CHOICE, "z", "not_a_choice"),
        (FieldKind.CHOICE, ["a"], "not_a_choice"),
        (FieldKind.CHOICES, ["a", "z"], "not_a_choice"),
        (FieldKind.CHOICES, {"a": 1}, "not_a_choice"),
        (FieldKind.YES_NO, "måske", "not_a_choice"),
        (FieldKind.DATE, "30-02-2027", "not_a_date"),
        (FieldKind.DATE, "i går", "not_a_date"),
        (FieldKind.DATE, "01-01-0001", "not_a_date"),
        (FieldKind.NUMBER, "mange", "not_a_number"),
        (FieldKind.NUMBER, "1e-999999", "not_a_number"),
        (FieldKind.NUMBER, "NaN", "not_a_number"),
        (FieldKind.NUMBER, True, "not_a_number"),
        (FieldKind.FILE, ["7"], "unknown_file"),
        (FieldKind.FILE, [True], "unknown_file"),
        (FieldKind.FILE, [-1], "unknown_file"),
        (FieldKind.FILE, list(range(1, MOST_FILES + 2)), "too_many_files"),
    ],
)
def test_a_bad_answer_is_refused_with_what_to_do(kind: FieldKind, given: object, code: str) -> None:
    looked = check(form=form(field(kind)), given={"one": given})
    assert looked.answers == {}
    assert [(error.field, error.code) for error in looked.errors] == [("one", code)]
    assert "{" not in looked.errors[0].text.da + looked.errors[0].text.en


@pytest.mark.parametrize("kind", list(FieldKind))
@pytest.mark.parametrize("blank", [None, "", "  \n", "\x00", [], ()])
def test_a_blank_answer_is_missing_only_where_one_is_required(kind: FieldKind, blank: object) -> None:
    assert len(check(form=form(field(kind)), given={"one": blank}).errors) == 1
    assert check(form=form(field(kind, required=False)), given={"one": blank}).errors == ()
    assert len(check(form=form(field(kind)), given={}).errors) == 1


def test_a_question_that_the_form_lacks_is_refused() -> None:
    looked = check(form=form(field(FieldKind.TEXT)), given={"one": "svar", "is_admin": "yes"})
    assert [(error.field, error.code) for error in looked.errors] == [("is_admin", "unknown_field")]
    assert "is_admin" not in looked.answers


def test_a_question_is_asked_only_after_the_answer_it_hangs_on() -> None:
    first = field(FieldKind.CHOICES, key="first")
    second = field(FieldKind.TEXT, show_if=ShowIf(field="first", equals=("a",)), key="second")
    third = field(FieldKind.TEXT, show_if=ShowIf(field="second", equals=("x",)), key="third")
    asked = form(first, second, third)
    assert [error.field for error in check(form=asked, given={"first": ["b", "a"]}).errors] == ["second"]
    assert check(form=asked, given={"first": ["b"]}).errors == ()
    looked = check(form=asked, given={"first": ["b"], "second": "x", "third": "y"})
    assert (dict(looked.answers), looked.left_out) == ({"first": ["b"]}, ("second", "third"))


def test_an_answer_that_was_refused_asks_nothing_more() -> None:
    first = field(FieldKind.CHOICE, key="first")
    second = field(FieldKind.TEXT, show_if=ShowIf(field="first", equals=("a",)), key="second")
    looked = check(form=form(first, second), given={"first": "z", "second": "svar"})
    assert [error.field for error in looked.errors] == ["first"]


@pytest.mark.parametrize("case_type", load_shipped(), ids=lambda spec: spec.key)
def test_every_shipped_form_asks_for_what_is_required_and_no_more(case_type: CaseType) -> None:
    looked = check(form=case_type.intake, given={})
    required = {one.key for one in case_type.fields if one.required and one.show_if is None}
    assert {error.field for error in looked.errors} == required
