"""A repeated group: rows are cleaned one by one, empty ones fall away, and what is wrong is told with its row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from borgerfokus.core.casework.casetype import Choice, FieldKind, FormField, FormSection, ShowIf, load_shipped
from borgerfokus.core.casework.intake import (
    MOST_ROWS,
    check,
    files_of,
    first_facts,
    need_of,
    readable,
    words_of,
)
from borgerfokus.core.texts import Text

SAID = Text(da="Hvad?", en="What?")


def _field(key: str, kind: FieldKind, *, required: bool = True, show_if: ShowIf | None = None) -> FormField:
    choices = tuple(Choice(key=one, label=Text(da=one, en=one)) for one in ("month", "other"))
    return FormField(
        key=key,
        label=Text(da=f"{key}?", en=f"{key}?"),
        help=SAID,
        kind=kind,
        required=required,
        choices=choices if kind.has_choices else (),
        show_if=show_if,
    )


def _group(*, required: bool = True, most: int | None = None, show_if: ShowIf | None = None) -> FormField:
    return FormField(
        key="costs",
        label=Text(da="Udgifter?", en="Costs?"),
        help=SAID,
        kind=FieldKind.GROUP,
        required=required,
        show_if=show_if,
        row=Text(da="Udgift", en="Cost"),
        most=most,
        fields=(
            _field("what", FieldKind.TEXT),
            _field("amount", FieldKind.NUMBER),
            _field("often", FieldKind.CHOICE, required=False),
            _field("note", FieldKind.TEXT, required=False, show_if=ShowIf(field="often", equals=("other",))),
        ),
    )


def _form(*fields: FormField) -> tuple[FormSection, ...]:
    return (FormSection(title=SAID, fields=fields),)


def test_rows_are_cleaned_and_empty_ones_fall_away():
    given = {"costs": [{"what": " Creme ", "amount": "1.140,50"}, {"what": "", "amount": " "}, {}]}
    looked = check(form=_form(_group()), given=given)
    assert looked.errors == ()
    assert looked.answers == {"costs": [{"what": "Creme", "amount": "1140.5"}]}


def test_what_is_wrong_is_told_with_the_row_that_the_citizen_sees():
    """The second row is empty and falls away; the third is still called the third."""
    given = {"costs": [{"what": "Creme", "amount": "140"}, {}, {"what": "Taxa", "amount": "mange"}]}
    looked = check(form=_form(_group()), given=given)
    assert [(one.field, one.code) for one in looked.errors] == [("costs.3.amount", "not_a_number")]


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ([], [("costs", "add_one")]),
        (None, [("costs", "add_one")]),
        ([{"what": "", "amount": ""}], [("costs", "add_one")]),
        ("creme", [("costs", "not_rows")]),
        (["creme"], [("costs", "not_rows")]),
        ({"what": "Creme"}, [("costs", "not_rows")]),
        ([{"what": "Creme", "amount": "1", "colour": "red"}], [("costs.1.colour", "unknown_field")]),
        ([{"what": ["a"], "amount": "1"}], [("costs.1.what", "not_text")]),
        ([{"amount": "1"}], [("costs.1.what", "missing")]),
    ],
)
def test_a_bad_group_says_what_to_do(given: object, errors: list[tuple[str, str]]):
    looked = check(form=_form(_group()), given={"costs": given})
    assert [(one.field, one.code) for one in looked.errors] == errors


def test_a_group_that_need_not_be_answered_may_be_empty():
    assert check(form=_form(_group(required=False)), given={"costs": [{}]}).answers == {}


def test_there_is_room_for_so_many_rows():
    rows = [{"what": str(n), "amount": "1"} for n in range(4)]
    looked = check(form=_form(_group(most=3)), given={"costs": rows})
    assert [one.code for one in looked.errors] == ["too_many_rows"]
    assert "3" in looked.errors[0].text.da
    many = [{"what": str(n), "amount": "1"} for n in range(MOST_ROWS + 1)]
    assert check(form=_form(_group()), given={"costs": many}).errors[0].code == "too_many_rows"


def test_a_condition_looks_at_its_own_row():
    rows = [
        {"what": "Creme", "amount": "1", "often": "month", "note": "skjult"},
        {"what": "Taxa", "amount": "2", "often": "other", "note": "om vinteren"},
    ]
    looked = check(form=_form(_group()), given={"costs": rows})
    assert looked.left_out == ("costs.1.note",)
    assert looked.answers["costs"] == [
        {"what": "Creme", "amount": "1", "often": "month"},
        {"what": "Taxa", "amount": "2", "often": "other", "note": "om vinteren"},
    ]


def test_a_group_that_is_not_asked_is_left_out():
    asked = _field("any", FieldKind.YES_NO)
    group = _group(show_if=ShowIf(field="any", equals=("yes",)))
    looked = check(form=_form(asked, group), given={"any": "no", "costs": [{"what": "Creme", "amount": "1"}]})
    assert looked.answers == {"any": "no"}
    assert looked.left_out == ("costs",)


def test_the_rows_are_read_one_by_one():
    answer = [{"what": "Creme", "amount": "140.5"}, {"what": "Taxa", "amount": "20"}]
    said = words_of(_group(), answer, language="da")  # type: ignore[arg-type]
    assert said == "Udgift 1\n- what? Creme\n- amount? 140,5\nUdgift 2\n- what? Taxa\n- amount? 20"
    whole = readable(form=_form(_group()), answers={"costs": answer}, language="en", file_names={})  # type: ignore[dict-item]
    assert "Cost 2\n- what? Taxa" in whole


def test_a_row_may_hold_files_that_are_named_under_it():
    group = replace(_group(), fields=(*_group().fields, _field("receipt", FieldKind.FILE, required=False)))
    rows = [{}, {"what": "Creme", "amount": "140", "receipt": [7, 9]}, {"receipt": [8]}]
    looked = check(form=_form(group), given={"costs": rows})
    assert {one.field for one in looked.errors} == {"costs.3.what", "costs.3.amount"}
    assert [(one.file, one.row, one.label) for one in files_of(form=_form(group), answers=looked.answers)] == [
        (7, 1, "Udgift 1: receipt?"),
        (9, 1, "Udgift 1: receipt?"),
        (8, 2, "Udgift 2: receipt?"),
    ]
    names = {7: "a.pdf", 8: "b.pdf", 9: "c.pdf"}
    said = words_of(group, looked.answers["costs"], language="da", file_names=names)
    assert "Udgift 1\n- what? Creme\n- amount? 140\n- receipt? a.pdf, c.pdf\nUdgift 2\n- receipt? b.pdf" in said


def test_what_is_no_file_is_refused_in_a_row():
    group = replace(_group(), fields=(*_group().fields, _field("receipt", FieldKind.FILE, required=False)))
    for bad in ("7", ["7"], [{"id": 7}], [True]):
        looked = check(form=_form(group), given={"costs": [{"what": "Creme", "amount": "1", "receipt": bad}]})
        assert [one.field for one in looked.errors] == ["costs.1.receipt"], bad


def test_a_group_meets_a_fact():
    spec = next(one for one in load_shipped() if one.key == "sel-100")
    rows = [{"cost_what": "Creme", "cost_amount": "140", "cost_often": "month"}]
    looked = check(form=spec.intake, given={"kinds": ["medicine"], "costs": rows})
    assert not [one for one in looked.errors if one.field.startswith("costs")]
    found = {one.field: one.value for one in first_facts(case_type=spec, answers=looked.answers, file_names={})}
    assert "Creme" in found["costs"]
    assert need_of(form=spec.intake, answers=looked.answers) == ""


def test_three_packaged_kinds_of_help_ask_with_a_group():
    groups = {
        spec.key for spec in load_shipped() if any(field.kind is FieldKind.GROUP for field in spec.fields)
    }
    assert {"sel-100", "sel-112", "bl-32"} <= groups
