"""The closed lists of log control, with their words."""

from collections.abc import Mapping
from enum import StrEnum

from borgerfokus.core.texts import Text


class Signal(StrEnum):
    """Something that can make a look-up one that nobody would expect."""

    OWN_RECORD = "own_record"
    FORMER_PARTNER = "former_partner"
    KIN = "kin"
    SAME_ADDRESS = "same_address"
    EARLIER_ADDRESS = "earlier_address"
    SAME_SURNAME = "same_surname"
    COLLEAGUE = "colleague"
    PUBLIC_FIGURE = "public_figure"
    PROTECTED = "protected"
    NO_RELATION = "no_relation"
    AFTER_HOURS = "after_hours"
    OFTEN = "often"


class Kind(StrEnum):
    """Why a look-up is in a round."""

    SAMPLE = "sample"
    RANKED = "ranked"


class State(StrEnum):
    """How far a look-up of a round is."""

    OPEN = "open"
    ASKED = "asked"
    ANSWERED = "answered"
    CLOSED = "closed"
    ESCALATED = "escalated"
    CONCLUDED = "concluded"


class Ground(StrEnum):
    """Why a look-up is closed."""

    WORK = "work"
    RECEIVED = "received"
    COVERED = "covered"
    MISTAKE = "mistake"


class Outcome(StrEnum):
    """What the data protection officer found of an escalated look-up."""

    LAWFUL = "lawful"
    MINOR = "minor"
    BREACH = "breach"


ENDED: frozenset[State] = frozenset({State.CLOSED, State.ESCALATED, State.CONCLUDED})
"""Where a look-up of a round is at an end for who reviews it."""

SIGNALS: Mapping[Signal, Text] = {
    Signal.OWN_RECORD: Text(
        da="Medarbejderen har slået sig selv op.", en="The member of staff looked up their own record."
    ),
    Signal.FORMER_PARTNER: Text(
        da="De to har været gift eller boet sammen.", en="The two have been married or lived as a couple."
    ),
    Signal.KIN: Text(da="De to er i familie med hinanden.", en="The two are family."),
    Signal.SAME_ADDRESS: Text(da="De to bor på samme adresse.", en="The two live at the same address."),
    Signal.EARLIER_ADDRESS: Text(
        da="De to har boet på samme adresse.", en="The two have lived at the same address."
    ),
    Signal.SAME_SURNAME: Text(
        da="De to har samme efternavn, og få hedder det.", en="The two share a surname that few people have."
    ),
    Signal.COLLEAGUE: Text(
        da="Borgeren er selv ansat i kommunen.", en="The citizen is employed by the municipality."
    ),
    Signal.PUBLIC_FIGURE: Text(da="Borgeren er kendt af mange.", en="The citizen is known to the public."),
    Signal.PROTECTED: Text(
        da="Borgeren har beskyttet navn og adresse.", en="The citizen's name and address are protected."
    ),
    Signal.NO_RELATION: Text(
        da="Hverken medarbejderen eller enheden havde en sag, en opgave eller en adgang den dag.",
        en="Neither the member of staff nor the unit had a case, a task or a grant that day.",
    ),
    Signal.AFTER_HOURS: Text(
        da="Opslaget er gjort uden for den tid, enheden plejer at arbejde.",
        en="The look-up was made outside the hours that the unit usually works.",
    ),
    Signal.OFTEN: Text(
        da="Den samme borger er slået op flere gange den dag.",
        en="The same citizen was looked up several times that day.",
    ),
}
"""Why, in plain words."""

KINDS: Mapping[Kind, Text] = {
    Kind.SAMPLE: Text(da="Trukket ved lod", en="Drawn by lot"),
    Kind.RANKED: Text(da="Uden forklaring", en="Unexplained"),
}

STATES: Mapping[State, Text] = {
    State.OPEN: Text(da="Skal gennemgås", en="To be reviewed"),
    State.ASKED: Text(da="Medarbejderen er spurgt", en="The member of staff is asked"),
    State.ANSWERED: Text(da="Medarbejderen har svaret", en="The member of staff has answered"),
    State.CLOSED: Text(da="Lukket", en="Closed"),
    State.ESCALATED: Text(da="Sendt videre", en="Escalated"),
    State.CONCLUDED: Text(da="Afgjort", en="Concluded"),
}

GROUNDS: Mapping[Ground, Text] = {
    Ground.WORK: Text(da="Nødvendigt i arbejdet med en sag", en="Needed in the work on a case"),
    Ground.RECEIVED: Text(da="Borgeren henvendte sig selv", en="The citizen got in touch"),
    Ground.COVERED: Text(da="Passede en kollegas arbejde eller en vagt", en="Covered for a colleague or a duty"),
    Ground.MISTAKE: Text(da="Fejl, der blev opdaget med det samme", en="A mistake noticed at once"),
}

OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.LAWFUL: Text(da="Opslaget var i orden", en="The look-up was lawful"),
    Outcome.MINOR: Text(da="Ikke i orden, men uden følger for borgeren", en="Not lawful, without consequence"),
    Outcome.BREACH: Text(
        da="Brud på datasikkerheden: anmeldes, og borgeren får besked",
        en="A data breach: reported, and the citizen told",
    ),
}
