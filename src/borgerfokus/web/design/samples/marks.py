"""Sample objects that stand alone: chips, dates, balls, buttons, alerts, states."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design import views as v
from borgerfokus.web.design.samples.language import Say


@dataclass(frozen=True, slots=True)
class MarkSamples:
    """Small marks and messages."""

    chips: tuple[v.Chip, ...]
    flags: tuple[v.Chip, ...]
    dues: tuple[v.Due, ...]
    balls: tuple[v.Ball, ...]
    kinds: tuple[v.Kind, ...]
    buttons: tuple[v.Action, ...]
    alerts: tuple[v.Alert, ...]
    states: tuple[v.StateView, ...]
    keys: tuple[v.KeyHint, ...]
    checks: tuple[v.CheckItem, ...]
    steps: tuple[str, ...]
    load: v.LoadView
    scale: v.ScaleView


def mark_samples(say: Say) -> MarkSamples:
    """The marks in the language of ``say``."""
    return MarkSamples(
        chips=(
            v.Chip(say("På plads", "In place"), "ok"),
            v.Chip(say("Skal fornyes", "To be renewed"), "warn"),
            v.Chip(say("Mangler", "Missing"), "bad"),
            v.Chip(say("Kladde", "Draft"), "fjord"),
            v.Chip(say("Afventer", "Awaiting"), "line", "hourglass"),
            v.Chip(say("Hos borgeren", "With the citizen"), "sun"),
        ),
        flags=_flags(say),
        dues=(
            v.Due("over", say("4 dage over", "4 days late"), "19-11-2026", v.Kind("promise")),
            v.Due("soon", say("2 dage", "2 days"), "25-11-2026", v.Kind("law")),
            v.Due("fine", say("15 dage", "15 days"), "8-12-2026"),
        ),
        balls=(
            v.Ball("you", say("Dig", "You")),
            v.Ball("us", say("Kommunen", "The municipality")),
            v.Ball("other", say("Andre: Regionen", "Others: the Region")),
            v.Ball("none", say("Ingen, sagen er slut", "Nobody, the case is closed")),
        ),
        kinds=(v.Kind("law"), v.Kind("promise"), v.Kind("interval"), v.Kind("agreement")),
        buttons=_buttons(say),
        alerts=_alerts(say),
        states=_states(say),
        keys=(
            v.KeyHint(("j", "k"), say("op og ned", "up and down")),
            v.KeyHint(("/",), say("søg", "search")),
            v.KeyHint(("?",), say("alle genveje", "all shortcuts")),
        ),
        checks=(
            v.CheckItem(say("Udfald først", "Outcome first"), met=True),
            v.CheckItem(say("Begrundelse i tre dele: én mangler", "Reasons in three parts: one missing"), met=False),
        ),
        steps=(
            say("Behov", "Need"),
            say("Hverdag", "Daily life"),
            say("Bilag", "Files"),
            say("Send", "Send"),
        ),
        load=v.LoadView(
            78,
            56,
            72,
            say("39 over", "39 over"),
            say("39 vægtede sager, båndet er 28 til 36", "39, the band is 28 to 36"),
            True,
        ),
        scale=v.ScaleView(
            value=15,
            target=50,
            label=say(
                "LIX 26 på en skala fra 20 til 60. Målet er under 40.",
                "LIX 26 on a scale of 20 to 60, target 40.",
            ),
            low_text=say("20 let", "20 easy"),
            target_text="40",
            high_text=say("60 svær", "60 hard"),
        ),
    )


def _flags(say: Say) -> tuple[v.Chip, ...]:
    return (
        v.Chip(say("Navne- og adressebeskyttet", "Name and address protected"), "flag", "lock"),
        v.Chip(say("Tolk: arabisk", "Interpreter: Arabic"), "line", "language"),
        v.Chip(say("Værge", "Guardian"), "line", "how-to-reg"),
    )


def _buttons(say: Say) -> tuple[v.Action, ...]:
    return (
        v.Action(say("Send", "Send"), "#send", kind="primary", icon="send"),
        v.Action(say("Skriv notat", "Write note"), "#note", key="n"),
        v.Action(say("Fortryd", "Cancel"), "#cancel", kind="tertiary"),
        v.Action(
            say("Slet kladde", "Delete draft"),
            "/design/",
            kind="warning",
            method="post",
            fields=(("draft", "1"),),
            confirm=say("Kladden bliver slettet for altid.", "The draft will be deleted for good."),
        ),
        v.Action(say("Afventer godkendelse", "Awaiting approval"), "", disabled=True),
    )


def _alerts(say: Say) -> tuple[v.Alert, ...]:
    kept = v.Action(say("Sammenlign", "Compare"), "#compare")
    return (
        v.Alert(
            "info",
            say(
                "Din tekst er gemt. Vælg, hvilken der skal gælde.",
                "Your text is kept. Choose which one counts.",
            ),
            heading=say("Karen har ændret teksten imens", "Karen changed the text meanwhile"),
            actions=(kept,),
        ),
        v.Alert("warning", say("Brevet er ikke læst endnu.", "The letter has not been read yet.")),
        v.Alert("error", say("Vi kunne ikke sende brevet.", "We could not send the letter.")),
    )


def _states(say: Say) -> tuple[v.StateView, ...]:
    overview = v.Action(say("Gå til mit overblik", "Go to my overview"), "/")
    again = v.Action(say("Prøv igen", "Try again"), "/design/", kind="primary")
    return (
        v.StateView(
            "empty",
            say("Du har ingen opgaver", "You have no tasks"),
            (say("Bolden er hos os. Du får en besked.", "The ball is with us. You will hear from us."),),
            (v.Action(say("Se, hvor din sag er", "See where your case is"), "/", kind="link"),),
        ),
        v.StateView(
            "error",
            say("Noget gik galt hos os", "Something went wrong here"),
            (say("Din tekst er gemt. Prøv igen om lidt.", "Your text is saved. Try again soon."),),
            (again,),
            "F7K2-91QD",
        ),
        v.StateView(
            "missing",
            say("Vi kan ikke finde siden", "We cannot find the page"),
            (say("Den findes ikke, eller du har ikke adgang.", "It does not exist, or you have no access."),),
            (overview,),
            "F7K2-91QE",
        ),
    )
