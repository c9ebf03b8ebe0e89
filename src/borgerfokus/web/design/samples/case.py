"""Sample objects of a case: picture, next act, facts, journal, reasons, letter."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design import views as v
from borgerfokus.web.design.samples.language import Say

HERE = "/design/"


@dataclass(frozen=True, slots=True)
class CaseSamples:
    """What belongs to a case."""

    pictures: tuple[v.PictureView, ...]
    staff_line: tuple[v.PhaseDot, ...]
    next_act: v.NextActView
    sufficiency: v.SufficiencyView
    journal: tuple[v.LogEntry, ...]
    reasons: tuple[v.ReasonsPart, ...]
    letter: v.LetterView


def case_samples(say: Say) -> CaseSamples:
    """The case samples in the language of ``say``."""
    return CaseSamples(
        pictures=_pictures(say),
        staff_line=_dots(say, now=3, at=("12-10-2026", say("dag 42", "day 42"), "", "7-12-2026", "", "")),
        next_act=_next_act(say),
        sufficiency=_sufficiency(say),
        journal=_journal(say),
        reasons=_reasons(say),
        letter=_letter(say),
    )


def _dots(say: Say, *, now: int, at: tuple[str, ...]) -> tuple[v.PhaseDot, ...]:
    names = (
        say("Modtaget", "Received"),
        say("Vi samler oplysninger", "We gather information"),
        say("Vi vurderer sammen", "We assess together"),
        say("Afgørelse", "Decision"),
        say("Hjælpen er i gang", "The help has begun"),
        say("Vi følger op", "We follow up"),
    )
    states: list[v.DotState] = ["done" if n < now else "now" if n == now else "next" for n in range(len(names))]
    return tuple(v.PhaseDot(*parts) for parts in zip(names, states, at, strict=True))


def _pictures(say: Say) -> tuple[v.PictureView, ...]:
    interval = v.RangeView(
        label=say(
            "I dag er den 23. november. Svaret ventes mellem 2. og 11. december. Løftet er 7. december.",
            "Today is 23 November. An answer is expected between 2 and 11 December. Promise: 7 December.",
        ),
        today=60,
        today_text=say("I dag", "Today"),
        low=72.8,
        mid=75.7,
        high=85.7,
        span_text=say("2.–11. dec.", "2–11 Dec"),
        promise=80,
        promise_text=say("Løfte 7. dec.", "Promise 7 Dec"),
    )
    yours = v.PictureView(
        case_id="full",
        say=say(
            "Vi samler oplysninger om din hverdag. Lige nu venter vi på ét dokument fra dig.",
            "We are gathering information about your daily life. Right now we await one document from you.",
        ),
        dots=_dots(
            say,
            now=1,
            at=(
                say("12. oktober", "12 October"),
                say("siden 14. oktober", "since 14 October"),
                say("ca. 1 uge", "about 1 week"),
                say("senest 7. december", "by 7 December"),
                "",
                "",
            ),
        ),
        ball=v.Ball("you", say("Du har bolden", "You have the ball")),
        who_text=say("Send dit udskrivningsbrev, eller lad os hente det.", "Send your letter, or let us get it."),
        answer_by=say("Senest 7. december 2026", "By 7 December 2026"),
        kinds=(v.Kind("promise"), v.Kind("interval")),
        slip=(
            say(
                "Så skriver vi til dig før den 7. december med en ny dato og en grund.",
                "Then we write to you first.",
            ),
            say("Du skal ikke rykke os.", "You need not remind us."),
        ),
        law=say("Retssikkerhedsloven § 3, stk. 2", "Act on Legal Protection s. 3(2)"),
        action=v.Action(say("Gå til din opgave", "Go to your task"), "#task", kind="primary"),
        interval=interval,
        interval_note=say("8 ud af 10 lignende sager fik svar i det lyse felt.", "8 in 10 similar cases ended here."),
    )
    ours = v.PictureView(
        case_id="card",
        say=say("Vi nåede det ikke. Ny dato er 14. december", "We were late. The new date is 14 December"),
        dots=_dots(say, now=3, at=("", "", "", "", "", "")),
        ball=v.Ball("us", say("Kommunen har bolden", "The municipality has the ball")),
        who_text=say("Afgørelsen mangler en godkendelse", "The decision awaits approval"),
        answer_by=say("14. december", "14 December"),
        kinds=(v.Kind("promise"),),
        slip=(
            say(
                "Grund: sygdom. Du fik brev den 4. december.",
                "Reason: illness. You got a letter on 4 December.",
            ),
        ),
        href=HERE,
        moved=v.Chip(say("Flyttet 7 dage", "Moved 7 days"), "over"),
    )
    return yours, ours


def _next_act(say: Say) -> v.NextActView:
    return v.NextActView(
        kicker=say("Næste skridt · bolden er hos dig", "Next step · the ball is with you"),
        title=say("Send partshøring, før du afgør", "Send the hearing before you decide"),
        text=say("Borgeren kender ikke lægens oplysninger.", "The citizen does not know the doctor's information."),
        law=v.Action(say("Forvaltningsloven § 19", "Public Administration Act s. 19"), "#law", kind="link"),
        actions=(
            v.Action(say("Skriv høring", "Write hearing"), "#hearing", kind="primary", key="h"),
            v.Action(say("Undtag", "Exempt"), "#exempt"),
        ),
    )


def _sufficiency(say: Say) -> v.SufficiencyView:
    ask = say("Bed om", "Ask for")
    rows = (
        v.SuffRow(
            "missing",
            "O11",
            say("Egen læges vurdering", "The doctor's opinion"),
            say("tidspunkt", "timing"),
            say("Findes ikke på sagen", "Not in the file"),
            note=say("Kilde: egen læge", "Source: own doctor"),
            actions=(v.Action(ask, "#o11", kind="primary", context=say("lægens vurdering", "the opinion")),),
        ),
        v.SuffRow(
            "waiting",
            "O10",
            say("Udskrivningsbrev", "Discharge letter"),
            say("støttebehov", "need of support"),
            say("Bedt om 16-11-2026", "Asked for on 16-11-2026"),
            ball=v.Ball("you", say("Hos borger", "With citizen")),
            actions=(v.Action(say("Ryk", "Remind"), "#o10", context=say("for brevet", "of the letter")),),
        ),
        v.SuffRow(
            "old",
            "O7",
            say("Funktionsniveau", "Level of functioning"),
            say("omfang", "extent"),
            say("Moderat nedsat (2)", "Moderately reduced (2)"),
            note=say("8 måneder. Højst 6", "8 months. At most 6"),
            actions=(v.Action(ask, "#o7", context=say("nyt niveau", "a new level")),),
        ),
        *(
            v.SuffRow(
                "met",
                f"O{number}",
                fact,
                say("formål og mål", "purpose and goals"),
                say("Oplyst", "Stated"),
                note="11",
                source=v.Action(say("Samtale 12-11-2026", "Talk 12-11-2026"), "#s", kind="link"),
                actions=(v.Action(say("Ret", "Edit"), f"#e{number}", kind="link", context=fact),),
            )
            for number, fact in enumerate((say("Egne ønsker", "Own wishes"), say("Bolig", "Housing")), start=1)
        ),
    )
    return v.SufficiencyView(
        title=say("Det skal være oplyst, før du kan afgøre", "What must be known before you decide"),
        summary=say("2 af 5 på plads", "2 of 5 in place"),
        label=say(
            "2 på plads, 1 hos borger, 1 mangler, 1 for gammel",
            "2 in place, 1 with citizen, 1 missing, 1 old",
        ),
        rows=rows,
        version=say("Liste version 4", "List version 4"),
        basis=v.Action(say("Grundlag", "Basis"), "#basis", kind="link"),
        marks=(
            v.Chip(say("1 mangler", "1 missing"), "bad"),
            v.Ball("you", say("1 hos borger", "1 with citizen")),
        ),
        action=v.Action(say("Bed om begge", "Ask for both"), "#both", kind="primary"),
    )


def _journal(say: Say) -> tuple[v.LogEntry, ...]:
    when = say("12. november 2026, kl. 13.00", "12 November 2026, 1 pm")
    comment = v.Action(say("Skriv en kommentar", "Write a comment"), "#c", kind="link", context=say("her", "here"))
    text = (say("Hvad blev sagt, og af hvem.", "What was said, and by whom."),)
    held = v.Held(
        ground=say("Hensyn til en anden person", "Regard for another person"),
        review_on=say("4. januar 2027", "4 January 2027"),
        decided_by="Birgitte Solgaard",
        law=say("Forvaltningsloven § 15 b", "Public Administration Act s. 15 b"),
        complain=v.Action(say("Bed om indsigt, eller klag", "Ask for access, or complain"), "#i", kind="link"),
    )
    kinds: tuple[tuple[v.LogKind, str, str], ...] = (
        ("note", say("Notat", "Note"), say("Samtale hjemme", "Talk at home")),
        (
            "letter",
            say("Brev til dig", "Letter to you"),
            say("Vi mangler et dokument", "A document is missing"),
        ),
        ("citizen", say("Din kommentar", "Your comment"), say("Også om aftenen", "In the evening too")),
        (
            "step",
            say("Skridt i sagen", "Step in the case"),
            say("Afgørelsen er truffet", "The decision is made"),
        ),
    )
    entries = tuple(v.LogEntry(kind, when, label, title, text, actions=(comment,)) for kind, label, title in kinds)
    withheld = say("Ét notat kan du ikke se endnu", "One note you may not see yet")
    return *entries, v.LogEntry("withheld", when, say("Holdt tilbage", "Withheld"), withheld, held=held)


def _reasons(say: Say) -> tuple[v.ReasonsPart, ...]:
    return (
        v.ReasonsPart(
            title=say("a. Retsregler", "a. Rules"),
            status=v.Chip(say("Klar", "Ready"), "ok"),
            text=say(
                "Kommunen skal tilbyde hjælp, omsorg og støtte.",
                "The municipality must offer help and support.",
            ),
            sources=(v.SourceRef("SEL § 85", "#sel"),),
            lead=say("Hentet fra", "Taken from"),
        ),
        v.ReasonsPart(
            title=say("b. Hovedhensyn", "b. Main considerations"),
            status=v.Chip(say("Mangler én sætning", "One sentence missing"), "warn", "edit"),
            sources=(v.SourceRef("O2", "#O2"), v.SourceRef("H1", "#H1")),
            lead=say("Bygger på", "Based on"),
            warning=v.Chip(say("H1 er ikke besvaret", "H1 is not answered"), "warn", "warning"),
        ),
    )


def _letter(say: Say) -> v.LetterView:
    weighed = (
        v.Piece(say("Vi har lagt vægt på, at du har brug for ", "We gave weight to your need of ")),
        v.Piece(say("fast støtte til post og indkøb", "regular support with post and shopping"), from_fact=True),
        v.Piece("."),
    )
    appeal = (v.Piece(say("Skriv eller ring senest 4 uger efter brevet.", "Write or call within 4 weeks.")),)
    return v.LetterView(
        sender=("Fjordby Kommune", say("Handicap og Psykiatri", "Disability and Psychiatry")),
        reference=(
            say("Dato sættes ved afsendelse", "Dated when sent"),
            say("Sag 2026-003902", "Case 2026-003902"),
        ),
        greeting=say("Kære Lene", "Dear Lene"),
        heading=say("Du får støtte 4 timer om ugen", "You get support 4 hours a week"),
        sections=(
            v.LetterSection(say("Det har vi lagt vægt på", "What we gave weight to"), (weighed,)),
            v.LetterSection(say("Du kan klage", "You may appeal"), (appeal,)),
        ),
        closing=(say("Venlig hilsen", "Kind regards"), "Karen Lindvad"),
        small=(
            say(
                "Afgørelsen er truffet efter serviceloven § 85.",
                "Decided under the Social Services Act s. 85.",
            ),
        ),
        language=say("da", "en"),
    )
