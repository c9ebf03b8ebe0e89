"""How an actor can stand to a case, and what each relation permits: one table.

A relation permits, it does not give: the actor must carry the verb as well (`roles`). So a director in the
same unit sees no case, and a caseworker without a relation sees none either.
"""

from collections.abc import Mapping
from enum import StrEnum

from borgerfokus.core.access.verbs import CASE_VERBS, Verb
from borgerfokus.core.texts import Text


class Relation(StrEnum):
    """How an actor stands to one case. An actor can have several at a time."""

    CASEWORKER = "caseworker"
    SAME_UNIT = "same_unit"
    LEADER = "leader"
    GRANTED = "granted"
    CONSULTED = "consulted"
    HANDED_TO = "handed_to"
    PARTNER = "partner"
    SHARED = "shared"
    BREAK_GLASS = "break_glass"
    REVIEWER = "reviewer"
    PARTY = "party"
    GUARDIAN = "guardian"
    CUSTODY = "custody"
    ATTORNEY = "attorney"
    REPRESENTATIVE = "representative"
    BESIDE = "beside"
    CLIENT = "client"
    NONE = "none"


class Scope(StrEnum):
    """What a power of attorney covers; one or more of them."""

    READ = "read"
    ACT = "act"
    RECEIVE_POST = "receive_post"


_SEE = frozenset({Verb.CASE_SEE, Verb.WITHHELD_SEE})
_API = frozenset(
    {
        Verb.API_CASES_READ,
        Verb.API_EVENTS_READ,
        Verb.API_PARTIES_READ,
        Verb.API_DOCUMENTS_READ,
        Verb.API_DECISIONS_READ,
        Verb.API_PLANS_READ,
        Verb.API_INTERVENTIONS_READ,
        Verb.API_MESSAGES_READ,
        Verb.API_APPOINTMENTS_READ,
    }
)
_CITIZENS_ONLY = frozenset({Verb.COMMENT_WRITE, Verb.PLAN_SIGN, Verb.HEARING_ANSWER, Verb.LETTER_RECEIVE})
_LEADERS_ONLY = frozenset({Verb.CASE_ASSIGN, Verb.CASE_SEAL})
_ON_ARRIVAL = frozenset({Verb.HANDOVER_ANSWER, Verb.CONSULT_ANSWER})
_STAFF = CASE_VERBS - _API - _CITIZENS_ONLY - _ON_ARRIVAL - {Verb.BREAK_GLASS}

_PARTY = frozenset(
    {
        Verb.CASE_SEE,
        Verb.CASE_WITHDRAW,
        Verb.DOCUMENT_ADD,
        Verb.COMMENT_WRITE,
        Verb.PLAN_SIGN,
        Verb.MESSAGE_SEND,
        Verb.APPOINTMENT_BOOK,
        Verb.HEARING_ANSWER,
        Verb.LETTER_RECEIVE,
        Verb.APPEAL_FILE,
        Verb.FILE_EXPORT,
    }
)

SCOPE_VERBS: Mapping[Scope, frozenset[Verb]] = {
    Scope.READ: frozenset({Verb.CASE_SEE, Verb.FILE_EXPORT}),
    Scope.ACT: _PARTY - {Verb.LETTER_RECEIVE},
    Scope.RECEIVE_POST: frozenset({Verb.CASE_SEE, Verb.LETTER_RECEIVE}),
}
"""What each scope of a power of attorney permits. Acting includes seeing what one acts on."""

RELATION_VERBS: Mapping[Relation, frozenset[Verb]] = {
    Relation.CASEWORKER: _STAFF - _LEADERS_ONLY,
    Relation.SAME_UNIT: _STAFF - _LEADERS_ONLY,
    Relation.LEADER: _STAFF,
    Relation.GRANTED: _STAFF,
    Relation.CONSULTED: _SEE | {Verb.JOURNAL_WRITE, Verb.DOCUMENT_ADD, Verb.CONSULT_ANSWER},
    Relation.HANDED_TO: _SEE | {Verb.HANDOVER_ANSWER},
    Relation.PARTNER: frozenset(
        {
            Verb.CASE_SEE,
            Verb.JOURNAL_WRITE,
            Verb.DOCUMENT_ADD,
            Verb.MESSAGE_SEND,
            Verb.APPOINTMENT_BOOK,
            Verb.ORDER_CARRY_OUT,
        }
    ),
    Relation.SHARED: frozenset({Verb.CASE_SEE}),
    Relation.BREAK_GLASS: _SEE,
    Relation.REVIEWER: _SEE,
    Relation.PARTY: _PARTY,
    Relation.GUARDIAN: _PARTY,
    Relation.CUSTODY: _PARTY,
    Relation.REPRESENTATIVE: _PARTY - {Verb.CASE_WITHDRAW, Verb.PLAN_SIGN},
    Relation.ATTORNEY: frozenset().union(*SCOPE_VERBS.values()),
    Relation.BESIDE: frozenset({Verb.CASE_SEE, Verb.DOCUMENT_ADD}),
    Relation.CLIENT: _API,
    Relation.NONE: frozenset({Verb.BREAK_GLASS}),
}
"""What each relation permits at most. For `ATTORNEY` the scopes narrow it (`SCOPE_VERBS`)."""

RELATION_FORBIDS: Mapping[Relation, frozenset[Verb]] = {
    Relation.CASEWORKER: frozenset({Verb.DECISION_APPROVE})
}
"""What a relation takes away whatever else the actor is: the second pair of eyes is somebody else's."""

OWN_RELATIONS: frozenset[Relation] = frozenset(
    {
        Relation.PARTY,
        Relation.GUARDIAN,
        Relation.CUSTODY,
        Relation.ATTORNEY,
        Relation.REPRESENTATIVE,
        Relation.BESIDE,
    }
)
"""The relations of citizens. Who has one of them has no part in the case at work (forvaltningsloven § 3)."""

SEALED_RELATIONS: frozenset[Relation] = OWN_RELATIONS | {Relation.CASEWORKER, Relation.GRANTED}
"""The relations that open a sealed case. A seal is against colleagues, never against the party."""

STAFF_RELATIONS: frozenset[Relation] = frozenset(
    {
        Relation.CASEWORKER,
        Relation.SAME_UNIT,
        Relation.LEADER,
        Relation.GRANTED,
        Relation.CONSULTED,
        Relation.HANDED_TO,
        Relation.SHARED,
        Relation.BREAK_GLASS,
        Relation.REVIEWER,
    }
)
"""The relations that somebody in the municipality can have through work."""

RELATION_NAMES: Mapping[Relation, Text] = {
    Relation.CASEWORKER: Text(da="Sagsbehandler på sagen", en="Caseworker of the case"),
    Relation.SAME_UNIT: Text(da="Samme enhed", en="Same unit"),
    Relation.LEADER: Text(da="Leder af enheden", en="Leader of the unit"),
    Relation.GRANTED: Text(da="Har fået adgang til sagen", en="Has been given access to the case"),
    Relation.CONSULTED: Text(da="Bliver spurgt til råds", en="Consulted"),
    Relation.HANDED_TO: Text(da="Får sagen overleveret", en="The case is being handed over to them"),
    Relation.PARTNER: Text(da="Samarbejdspartner på sagen", en="Partner on the case"),
    Relation.SHARED: Text(da="Sagen er delt med dem", en="The case is shared with them"),
    Relation.BREAK_GLASS: Text(da="Adgang i nødstilfælde", en="Emergency access"),
    Relation.REVIEWER: Text(da="Gennemgår sagen i et ledelsestilsyn", en="Reviews the case for the leaders"),
    Relation.PARTY: Text(da="Part i sagen", en="Party to the case"),
    Relation.GUARDIAN: Text(da="Værge", en="Guardian"),
    Relation.CUSTODY: Text(da="Forælder med forældremyndighed", en="Parent with custody"),
    Relation.ATTORNEY: Text(da="Har fuldmagt", en="Holds a power of attorney"),
    Relation.REPRESENTATIVE: Text(da="Partsrepræsentant", en="Representative of the party"),
    Relation.BESIDE: Text(
        da="Sidder ved siden af borgeren, højst en time", en="Sits beside the citizen, an hour at most"
    ),
    Relation.CLIENT: Text(da="System med adgang", en="System with access"),
    Relation.NONE: Text(da="Ingen tilknytning til sagen", en="No relation to the case"),
}
