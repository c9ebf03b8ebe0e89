"""Sample objects of people and forms: task, contact, head of a case, fields."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design import views as v
from borgerfokus.web.design.fields import FieldView, FormErrors, Option, RowFields, RowsView
from borgerfokus.web.design.samples.language import Say
from borgerfokus.web.design.samples.marks import mark_samples


@dataclass(frozen=True, slots=True)
class PeopleSamples:
    """People, tasks and forms."""

    task: v.TaskView
    task_file: FieldView
    contact: v.ContactView
    person: v.PersonView
    errors: FormErrors
    fields: tuple[FieldView, ...]
    cards: FieldView
    text: FieldView
    rows: RowsView
    answered: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class AnsweredGroup:
    """A repeated group of a form that was sent in."""

    caption: str
    columns: tuple[v.Column, ...]
    rows: tuple[v.Row, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A section of a form that was sent in."""

    title: str
    terms: tuple[v.Term, ...]
    groups: tuple[AnsweredGroup, ...]


def people_samples(say: Say) -> PeopleSamples:
    """People and forms in the language of ``say``."""
    return PeopleSamples(
        rows=_rows(say),
        answered=_answered(say),
        task=_task(say),
        task_file=FieldView(
            "file",
            "letter",
            "letter",
            say("Læg brevet her, eller tag et billede", "Put the letter here, or take a picture"),
            hint=say("PDF, JPG eller PNG. Højst 20 MB.", "PDF, JPG or PNG. At most 20 MB."),
            required=True,
        ),
        contact=v.ContactView(
            heading=say("Din kontaktperson", "Your contact person"),
            name="Karen Lindvad",
            initials="KL",
            role=say("Sagsbehandler, Handicap og Psykiatri", "Caseworker, Disability and Psychiatry"),
            phone="09 99 00 43",
            phone_href="tel:09990043",
            hours=say("mandag til torsdag kl. 9–11", "Monday to Thursday 9–11"),
            note=say("Er Karen væk, svarer Oskar Brink.", "If Karen is away, Oskar Brink answers."),
            write=v.Action(say("Skriv til Karen", "Write to Karen"), "#write", kind="primary", icon="chat"),
        ),
        person=v.PersonView(
            name="Mads Ellekjær",
            identity=say("34 år · 741192-••••", "34 years · 741192-••••"),
            flags=mark_samples(say).flags,
            subject=say("Socialpædagogisk støtte, SEL § 85", "Social pedagogical support, SEL § 85"),
            meta=("2026-004183", "KLE 27.36.12"),
            actions=(v.Action(say("Besked", "Message"), "#message", icon="chat"),),
        ),
        errors=FormErrors(
            (
                (say("Skriv, hvornår du kan mødes", "Write when you can meet"), "meeting"),
                (say("Telefonnummeret skal have 8 cifre", "The phone number must have 8 digits"), "phone"),
            )
        ),
        fields=_fields(say),
        cards=FieldView(
            "radio",
            "outcome",
            "outcome",
            say("Vælg udfald", "Choose the outcome"),
            options=(
                Option("full", say("Bevilget", "Granted")),
                Option("part", say("Delvist bevilget", "Partly granted"), checked=True),
                Option("none", say("Afslag", "Refused")),
            ),
            required=True,
        ),
        text=FieldView("textarea", "main", "main", say("Hovedhensyn", "Main considerations"), required=True),
    )


def _task(say: Say) -> v.TaskView:
    return v.TaskView(
        task_id="task",
        kicker=say("Det har vi brug for fra dig · 1 opgave", "What we need from you · 1 task"),
        title=say("Send dit udskrivningsbrev", "Send your discharge letter"),
        paragraphs=(say("Send det senest mandag den 30. november 2026.", "Send it by Monday 30 November 2026."),),
        chip=v.Chip(say("7 dage tilbage", "7 days left"), "warn"),
        otherwise=(
            v.Action(say("Giv lov til, at vi henter det", "Let us get it"), "#consent"),
            v.Action(say("Jeg har det ikke", "I do not have it"), "#no", kind="tertiary"),
        ),
    )


def _fields(say: Say) -> tuple[FieldView, ...]:
    yes, no = (
        Option("yes", say("Ja", "Yes")),
        Option("no", say("Nej", "No"), hint=say("Så ringer vi", "We will call")),
    )
    missing = (say("Skriv en dato", "Write a date"),)
    digits = (say("Nummeret har 7 cifre. Der skal være 8.", "The number has 7 digits. It needs 8."),)
    areas = (Option("home", say("Hjemmet", "Home")), Option("work", say("Arbejde", "Work"), checked=True))
    return (
        FieldView(
            "date",
            "meeting",
            "meeting",
            say("Hvornår kan du mødes?", "When can you meet?"),
            hint=say("For eksempel 26-11-2026", "For example 26-11-2026"),
            errors=missing,
            required=True,
        ),
        FieldView(
            "input",
            "phone",
            "phone",
            say("Dit telefonnummer", "Your phone number"),
            value="09 99 00 1",
            errors=digits,
            required=True,
            input_type="tel",
            attrs=(("autocomplete", "tel"),),
        ),
        FieldView(
            "textarea",
            "text",
            "text",
            say("Hvad har du brug for hjælp til?", "What do you need help with?"),
            purpose=say("om § 85 kan bruges", "whether s. 85 applies"),
        ),
        FieldView("select", "area", "area", say("Område", "Area"), options=areas, required=True),
        FieldView("radio", "partner", "partner", say("Skal nogen med?", "Anybody with you?"), options=(yes, no)),
        FieldView("checkboxes", "where", "where", say("Hvor er det svært?", "Where is it hard?"), options=areas),
        FieldView(
            "checkbox",
            "consent",
            "consent",
            say("Jeg giver samtykke", "I consent"),
            options=(Option("on", ""),),
        ),
    )


def _rows(say: Say) -> RowsView:
    what, amount = say("Hvad er det?", "What is it?"), say("Hvor mange kroner?", "How many kroner?")
    return RowsView(
        name="costs",
        label=say("Hvad betaler du?", "What do you pay?"),
        rows=(
            RowFields(
                say("Udgift 1", "Cost 1"),
                (
                    FieldView("input", "costs.1.what", "costs.1.what", what, say("Creme", "Cream"), required=True),
                    FieldView("input", "costs.1.amount", "costs.1.amount", amount, "140", required=True),
                ),
                "drop:costs:1",
            ),
        ),
        add_label=say("Tilføj: udgift", "Add: cost"),
        add="add:costs",
        hint=say("Skriv hver udgift for sig.", "Write each cost by itself."),
        required=True,
    )


def _answered(say: Say) -> tuple[Answered, ...]:
    columns = (v.Column(say("Udgift", "Cost")), v.Column(say("Kroner", "Kroner"), numeric=True))
    rows = (v.Row((say("Creme", "Cream"), "140")), v.Row((say("Taxa", "Taxi"), "450")))
    terms = (v.Term(say("Bliver det ved?", "Will it last?"), say("Ja", "Yes")),)
    group = AnsweredGroup(say("Hvad betaler du?", "What do you pay?"), columns, rows)
    return (Answered(say("Dine udgifter", "Your costs"), terms, (group,)),)
