"""The closed list of checks, and how each is reckoned.

A check is a function of `CaseFacts`, and answers one of three things:

* KEPT: the case shows that it was done.
* NOT_YET: the case does not show it, and it could still be done or told.
* NOT_RELEVANT: there is nothing to keep here (nobody handed the case over, nothing speaks against the party …).

So a case at its beginning has much that is not relevant and little that is "not yet", and a check cannot be met by
ticking it off: it is met by doing what it looks for. What a check cannot see (a talk that nobody wrote down) counts as
not yet done; that is said beside the figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from borgerfokus.core.kodeks.facts import CaseFacts, Limits
from borgerfokus.core.texts import Text


class Standing(StrEnum):
    """What a check says of a case."""

    KEPT = "kept"
    NOT_YET = "not_yet"
    NOT_RELEVANT = "not_relevant"


class Place(StrEnum):
    """The page of the case on which it is mended; the value is the tab's name."""

    OVERVIEW = "case"
    JOURNAL = "journal"
    INFORMATION = "information"
    ASSESSMENT = "assessment"
    HELP = "help"
    DECISIONS = "decisions"
    PARTIES = "parties"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it looks for, what it rests on, how to mend it, and where."""

    key: str
    title: Text
    rests_on: Text
    mend: Text
    place: Place
    reckon: Callable[[CaseFacts, Limits], Standing]


def judge(key: str, facts: CaseFacts, *, limits: Limits) -> Standing:
    """What a check says of a case. Raises KeyError for a check that is not on the list."""
    return CHECKS[key].reckon(facts, limits)


def _kept(done: bool, *, applies: bool = True) -> Standing:
    if not applies:
        return Standing.NOT_RELEVANT
    return Standing.KEPT if done else Standing.NOT_YET


_JUST_BEFORE: Final = timedelta(days=7)
"""What tells of a new phase is often sent just before it begins: the decision before the help."""


def _next_step_known(facts: CaseFacts, _limits: Limits) -> Standing:
    told = facts.told_on is not None and facts.told_on >= facts.phase_since - _JUST_BEFORE
    return _kept(told, applies=facts.is_open)


def _receipt(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.receipt or facts.told_on is not None)


def _own_words(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.own_words)


def _others_asked(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.asked_for_others)


def _dates_kept(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.broken == 0, applies=facts.kept + facts.broken > 0)


def _slips_told(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.untold == 0, applies=facts.broken > 0)


def _heard(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.heard or facts.exempted or facts.hearing_out, applies=facts.against > 0)


def _reasons(facts: CaseFacts, _limits: Limits) -> Standing:
    whole = bool(facts.rules and facts.considerations and facts.facts)
    return _kept(whole, applies=facts.decided_on is not None and facts.rules is not None)


def _second_eyes(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.approved, applies=facts.decided_on is not None and facts.refused)


def _owned(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.has_caseworker, applies=facts.is_open)


def _handover_talked(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.handover_words and facts.talked_after, applies=facts.handed_over_on is not None)


def _journal_in_time(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.late_entries == 0, applies=facts.entries > 0)


def _no_silence(facts: CaseFacts, limits: Limits) -> Standing:
    quiet = (facts.today - facts.last_activity).days
    return _kept(quiet <= limits.quiet_days, applies=facts.is_open and facts.ours and not facts.helping)


def _tasks_in_time(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.tasks_over == 0, applies=facts.is_open)


def _follow_up(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.follow_up_on is not None and facts.follow_up_on >= facts.today, applies=facts.helping)


def _offer_weighed(facts: CaseFacts, _limits: Limits) -> Standing:
    return _kept(facts.offer_chosen, applies=facts.decided_on is not None and not facts.refused)


def _text(da: str, en: str) -> Text:
    return Text(da=da, en=en)


_ALL: Final = (
    Check(
        "next_step_known",
        _text("Borgeren kender næste skridt", "The citizen knows the next step"),
        _text("breve og samtaler fra ugen før fasen og frem", "letters and talks since a week before the phase"),
        _text(
            "Skriv eller ring til borgeren om, hvad der sker nu.", "Write to or call the citizen about what is next."
        ),
        Place.JOURNAL,
        _next_step_known,
    ),
    Check(
        "receipt",
        _text("Borgeren har hørt fra os", "The citizen has heard from us"),
        _text("kvittering, breve og samtaler", "receipt, letters and talks"),
        _text("Send en kvittering med dato for svar.", "Send a receipt with the date of the answer."),
        Place.JOURNAL,
        _receipt,
    ),
    Check(
        "own_words",
        _text("Borgerens egne ord står i sagen", "The citizen's own words stand in the case"),
        _text("det, borgeren har skrevet, og udredningen", "what the citizen wrote, and the assessment"),
        _text("Skriv borgerens egne ord i udredningen.", "Write the citizen's own words in the assessment."),
        Place.ASSESSMENT,
        _own_words,
    ),
    Check(
        "others_asked",
        _text("Pårørende er der spurgt til", "Relatives have been asked about"),
        _text("sagens parter og tjeklisten", "the parties of the case and the checklist"),
        _text(
            "Spørg, om nogen skal hjælpe eller være med, og sæt flueben.",
            "Ask whether somebody is to help or take part, and tick it off.",
        ),
        Place.PARTIES,
        _others_asked,
    ),
    Check(
        "dates_kept",
        _text("Fristerne er holdt", "The dates were kept"),
        _text("sagens frister", "the dates of the case"),
        _text("Giv borgeren en ny dato med en grund.", "Give the citizen a new date with a reason."),
        Place.OVERVIEW,
        _dates_kept,
    ),
    Check(
        "slips_told",
        _text("Borgeren har fået besked, når en frist skred", "The citizen was told when a date slipped"),
        _text("frister og breve om nye datoer", "dates and letters about new ones"),
        _text("Skriv til borgeren med en ny dato og en grund.", "Write to the citizen with a new date and a reason."),
        Place.OVERVIEW,
        _slips_told,
    ),
    Check(
        "heard",
        _text("Borgeren er hørt om det, der taler imod", "The citizen was heard on what speaks against"),
        _text("oplysninger og partshøringer", "facts and hearings"),
        _text("Send en partshøring, eller skriv, hvorfor ikke.", "Send a hearing, or write why not."),
        Place.DECISIONS,
        _heard,
    ),
    Check(
        "reasons",
        _text("Begrundelsen har alle tre dele", "The reasons have all three parts"),
        _text("afgørelsens regler, hovedhensyn og fakta", "rules, main considerations and facts of the decision"),
        _text("Se, om afgørelsen skal træffes igen.", "See whether the decision must be made again."),
        Place.DECISIONS,
        _reasons,
    ),
    Check(
        "second_eyes",
        _text("En kollega har læst afslaget", "A colleague has read the refusal"),
        _text("godkendelsen af afgørelsen", "the approval of the decision"),
        _text("Lad en kollega læse næste afslag, før det sendes.", "Have a colleague read the next refusal first."),
        Place.DECISIONS,
        _second_eyes,
    ),
    Check(
        "offer_weighed",
        _text("Hjælpen er valgt blandt flere", "The help was chosen among several"),
        _text("det valgte tilbud", "the offer that was chosen"),
        _text("Vælg tilbuddet på siden om indsats.", "Choose the offer on the page of help."),
        Place.HELP,
        _offer_weighed,
    ),
    Check(
        "owned",
        _text("Sagen har en sagsbehandler", "The case has a caseworker"),
        _text("hvem sagen ligger hos", "whom the case lies with"),
        _text("Tag sagen, eller giv den til en kollega.", "Take the case, or give it to a colleague."),
        Place.OVERVIEW,
        _owned,
    ),
    Check(
        "handover_talked",
        _text("Overleveringen er talt igennem", "The handover was talked through"),
        _text("overleveringen og noterne efter den", "the handover and the notes after it"),
        _text("Ring til den, der gav sagen, og skriv et notat.", "Call whoever gave the case, and write a note."),
        Place.JOURNAL,
        _handover_talked,
    ),
    Check(
        "journal_in_time",
        _text("Samtaler er skrevet ned i tide", "Talks were written down in time"),
        _text("tiden fra samtalen til notatet", "the time from the talk to the note"),
        _text("Skriv samtaler ned samme dag.", "Write talks down on the same day."),
        Place.JOURNAL,
        _journal_in_time,
    ),
    Check(
        "no_silence",
        _text("Sagen ligger ikke stille hos os", "The case does not lie still with us"),
        _text("det seneste, der er sket", "what happened last"),
        _text("Fortæl borgeren, hvad der venter, og tag næste skridt.", "Tell the citizen what waits, and go on."),
        Place.OVERVIEW,
        _no_silence,
    ),
    Check(
        "tasks_in_time",
        _text("Ingen opgave er over sin dato", "No task is over its date"),
        _text("kollegernes åbne opgaver i sagen", "the open tasks of colleagues in the case"),
        _text("Løs opgaven, eller aftal en ny dato.", "Do the task, or agree on a new date."),
        Place.OVERVIEW,
        _tasks_in_time,
    ),
    Check(
        "follow_up",
        _text("Der er en dag for opfølgning", "There is a day for the follow-up"),
        _text("den næste opfølgning", "the next follow-up"),
        _text("Sæt en dag for opfølgning.", "Set a day for the follow-up."),
        Place.HELP,
        _follow_up,
    ),
)
CHECKS: Final[dict[str, Check]] = {one.key: one for one in _ALL}
"""Every check by its key, in the order in which they are offered."""
