"""Form fields as view objects, from a plain Django form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Literal

from django import forms
from django.forms.boundfield import BoundField

Control = Literal["input", "textarea", "select", "radio", "checkboxes", "checkbox", "file", "date", "hidden"]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice; ``hint`` stands under its label."""

    value: str
    label: str
    checked: bool = False
    hint: str = ""
    group: str = ""
    """In a list: the heading that the choice stands under."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """Everything a field's markup needs. ``purpose`` says what the answer is used for.

    ``marked``: one that may be left empty says so; False where that depends on the rest of the form.
    """

    control: Control
    name: str
    id: str
    label: str
    value: str = ""
    hint: str = ""
    errors: tuple[str, ...] = ()
    required: bool = False
    disabled: bool = False
    readonly: bool = False
    input_type: str = "text"
    options: tuple[Option, ...] = ()
    attrs: tuple[tuple[str, str], ...] = ()
    rows: int = 5
    purpose: str = ""
    multiple: bool = False
    marked: bool = True

    @property
    def grouped(self) -> tuple[tuple[str, tuple[Option, ...]], ...]:
        """The choices under their headings, in order."""
        return tuple((group, tuple(found)) for group, found in groupby(self.options, key=lambda one: one.group))

    @property
    def described_by(self) -> str:
        """Ids for ``aria-describedby``, in the order they are read."""
        parts = (("hint", bool(self.hint)), ("purpose", bool(self.purpose)), ("error", bool(self.errors)))
        return " ".join(f"{self.id}-{part}" for part, present in parts if present)


@dataclass(frozen=True, slots=True)
class RowFields:
    """One row of a repeated group: what it is called, its fields, and the value of the button that removes it."""

    title: str
    fields: tuple[FieldView, ...]
    drop: str


@dataclass(frozen=True, slots=True)
class RowsView:
    """Questions asked once for each of several. ``count`` is posted with the rows; ``add`` is the add button's value.

    The buttons are named ``do``; no ``add`` when there is room for no more.
    """

    name: str
    label: str
    rows: tuple[RowFields, ...]
    add_label: str
    add: str = ""
    hint: str = ""
    errors: tuple[str, ...] = ()
    required: bool = False

    @property
    def id(self) -> str:
        """Where a link to the group leads."""
        return self.name

    @property
    def count(self) -> int:
        """How many rows are shown."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class FormErrors:
    """What the error summary lists: text and the id of the field (``""`` for the form as a whole)."""

    entries: tuple[tuple[str, str], ...]


KEPT_ATTRIBUTES = frozenset(
    {
        "autocomplete",
        "inputmode",
        "maxlength",
        "minlength",
        "min",
        "max",
        "step",
        "pattern",
        "accept",
        "placeholder",
    }
    | {"spellcheck", "autofocus", "hx-get", "hx-post", "hx-trigger", "hx-target", "hx-swap", "lang"}
)


def field_view(field: BoundField | FieldView, **changes: object) -> FieldView:
    """A Django bound field as a view object; a view object passes through. ``changes`` replace attributes."""
    view = field if isinstance(field, FieldView) else _from_bound(field)
    return replace(view, **changes) if changes else view  # type: ignore[arg-type]


def form_errors(form: forms.BaseForm | FormErrors) -> FormErrors:
    """All errors of a form in the order of its fields, its own last; a ``FormErrors`` passes through."""
    if isinstance(form, FormErrors):
        return form
    entries = [(str(error), _target(bound)) for bound in form for error in bound.errors]
    entries += [(str(error), "") for error in form.non_field_errors()]
    return FormErrors(entries=tuple(entries))


def _target(bound: BoundField) -> str:
    """The id that a link in the summary leads to: a group leads to its first choice."""
    identity = str(bound.auto_id)
    return f"{identity}_0" if _control(bound.field.widget) in {"radio", "checkboxes"} else identity


def _from_bound(bound: BoundField) -> FieldView:
    widget = bound.field.widget
    control = _control(widget)
    value = bound.value()
    return FieldView(
        control=control,
        name=bound.html_name,
        id=str(bound.auto_id or bound.html_name),
        label=str(bound.label),
        value=_text(widget, value) if control in {"input", "textarea", "date", "hidden"} else "",
        hint=str(bound.help_text or ""),
        errors=tuple(str(error) for error in bound.errors),
        required=bound.field.required,
        disabled=bound.field.disabled,
        readonly=bool(widget.attrs.get("readonly")),
        input_type=str(getattr(widget, "input_type", "text")),
        options=_options(widget, control, value),
        attrs=_attributes(bound),
        rows=int(widget.attrs.get("rows", 5)),
        purpose=str(getattr(bound.field, "purpose", "")),
        multiple=bool(widget.attrs.get("multiple") or getattr(widget, "allow_multiple_selected", False)),
    )


def _control(widget: forms.Widget) -> Control:
    kinds: tuple[tuple[type[forms.Widget], Control], ...] = (
        (forms.HiddenInput, "hidden"),
        (forms.Textarea, "textarea"),
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radio"),
        (forms.CheckboxInput, "checkbox"),
        (forms.Select, "select"),
        (forms.FileInput, "file"),
        (forms.DateInput, "date"),
    )
    return next((control for kind, control in kinds if isinstance(widget, kind)), "input")


def _text(widget: forms.Widget, value: object) -> str:
    if getattr(widget, "input_type", "") == "password":
        return ""
    shown = widget.format_value(value)
    return "" if shown is None else str(shown)


def _options(widget: forms.Widget, control: Control, value: object) -> tuple[Option, ...]:
    if control == "checkbox":
        return (Option(value="on", label="", checked=bool(value) and value != "False"),)
    if not isinstance(widget, forms.widgets.ChoiceWidget):
        return ()
    chosen = {str(entry) for entry in (value if isinstance(value, list | tuple | set) else [value])}
    return tuple(
        Option(value=str(key), label=str(label), checked=str(key) in chosen, group=group)
        for key, label, group in _flat(widget.choices)
    )


def _flat(choices: Iterable[tuple[Any, Any]]) -> Iterable[tuple[Any, Any, str]]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from ((inner, text, str(key)) for inner, text in label)
        else:
            yield ("" if key is None else key), label, ""


def _attributes(bound: BoundField) -> tuple[tuple[str, str], ...]:
    """The attributes a form may pass on; never ``style`` or event handlers."""
    given = {**bound.field.widget.attrs, **bound.field.widget_attrs(bound.field.widget)}
    return tuple((name, str(value)) for name, value in given.items() if name in KEPT_ATTRIBUTES and value is not False)
