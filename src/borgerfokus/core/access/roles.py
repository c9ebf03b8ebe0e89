"""The roles of the municipality's people, in words, and what each carries: one table, reviewed like code.

A role says what somebody may do at all; the relation to the case (`relations`) says whether it may be done
here. Somebody with two roles carries the verbs of both.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from borgerfokus.core.access.verbs import Verb
from borgerfokus.core.texts import Text


class Role(StrEnum):
    """A function that an engagement gives. The value is stored."""

    CASEWORKER = "caseworker"
    SECOND_READER = "second_reader"
    TEAM_LEADER = "team_leader"
    DEPARTMENT_HEAD = "department_head"
    DIRECTOR = "director"
    RECEPTION = "reception"
    HEALTH_STAFF = "health_staff"
    CONTROLLER = "controller"
    HR = "hr"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    ADMINISTRATOR = "administrator"
    POLITICIAN = "politician"
    EMPLOYEE = "employee"
    PARTNER_ADMINISTRATOR = "partner_administrator"


_EVERYBODY = frozenset({Verb.ORGANISATION_SEE, Verb.LOOKUPS_SEE_OWN, Verb.KNOWLEDGE_SEE})

_CASEWORK = _EVERYBODY | {
    Verb.CASE_SEE,
    Verb.CASE_OPEN,
    Verb.CASE_TAKE,
    Verb.CASE_EDIT,
    Verb.CASE_STEP,
    Verb.CASE_SUSPEND,
    Verb.CASE_EXTEND,
    Verb.CASE_REOPEN,
    Verb.CASE_CLOSE,
    Verb.CASE_WITHDRAW,
    Verb.CASE_FORWARD,
    Verb.PARTY_EDIT,
    Verb.TASK_EDIT,
    Verb.JOURNAL_WRITE,
    Verb.JOURNAL_CORRECT,
    Verb.JOURNAL_WITHHOLD,
    Verb.WITHHELD_SEE,
    Verb.DOCUMENT_ADD,
    Verb.FACT_RECORD,
    Verb.HEARING_SEND,
    Verb.DECISION_DRAFT,
    Verb.DECISION_ISSUE,
    Verb.APPEAL_FILE,
    Verb.APPEAL_REASSESS,
    Verb.FILE_EXPORT,
    Verb.ACCESS_HANDLE,
    Verb.HANDOVER_OFFER,
    Verb.HANDOVER_ANSWER,
    Verb.CONSULT,
    Verb.CONSULT_ANSWER,
    Verb.ORDER_CARRY_OUT,
    Verb.MESSAGE_SEND,
    Verb.APPOINTMENT_BOOK,
    Verb.BREAK_GLASS,
    Verb.PERSON_SEARCH,
    Verb.PERSON_SEE,
    Verb.PERSON_EDIT,
    Verb.PROTECTED_ADDRESS_SEE,
    Verb.LETTERS_MANAGE,
    Verb.SUPERVISION_REVIEW,
    Verb.CONCERN_HANDLE,
    Verb.KNOWLEDGE_EDIT,
}

_LEADING = _CASEWORK | {
    Verb.CASE_ASSIGN,
    Verb.CASE_SEAL,
    Verb.DECISION_APPROVE,
    Verb.BREAK_GLASS_REVIEW,
    Verb.LOOKUPS_REVIEW,
    Verb.TEAM_SEE,
    Verb.WORK_DISTRIBUTE,
    Verb.FIGURES_SEE,
    Verb.FIGURES_FOLLOW,
    Verb.FIGURES_EXCHANGE,
    Verb.SUPERVISION_LEAD,
}

ROLE_VERBS: Mapping[Role, frozenset[Verb]] = {
    Role.CASEWORKER: _CASEWORK,
    Role.SECOND_READER: _EVERYBODY
    | {Verb.CASE_SEE, Verb.DECISION_APPROVE, Verb.SUPERVISION_REVIEW, Verb.KNOWLEDGE_EDIT},
    Role.TEAM_LEADER: _LEADING,
    Role.DEPARTMENT_HEAD: _LEADING
    | {Verb.LETTER_TEMPLATE_EDIT, Verb.LETTERS_BATCH, Verb.ERASE_APPROVE, Verb.PAGE_EDIT},
    Role.DIRECTOR: _EVERYBODY | {Verb.TEAM_SEE, Verb.FIGURES_SEE, Verb.FIGURES_FOLLOW, Verb.FIGURES_EXCHANGE},
    Role.RECEPTION: _EVERYBODY
    | {Verb.CASE_OPEN, Verb.PERSON_SEARCH, Verb.PERSON_SEE, Verb.LETTERS_MANAGE, Verb.LETTERS_BATCH},
    Role.HEALTH_STAFF: _EVERYBODY
    | {
        Verb.CASE_SEE,
        Verb.JOURNAL_WRITE,
        Verb.JOURNAL_CORRECT,
        Verb.WITHHELD_SEE,
        Verb.DOCUMENT_ADD,
        Verb.FACT_RECORD,
        Verb.TASK_EDIT,
        Verb.CONSULT_ANSWER,
        Verb.ORDER_CARRY_OUT,
        Verb.MESSAGE_SEND,
        Verb.APPOINTMENT_BOOK,
        Verb.BREAK_GLASS,
        Verb.PERSON_SEARCH,
        Verb.PERSON_SEE,
        Verb.PROTECTED_ADDRESS_SEE,
    },
    Role.CONTROLLER: _EVERYBODY
    | {Verb.FIGURES_SEE, Verb.FIGURES_FOLLOW, Verb.FIGURES_EXCHANGE, Verb.OFFER_EDIT, Verb.PAGE_EDIT},
    Role.HR: _EVERYBODY | {Verb.ORGANISATION_EDIT, Verb.PARTNER_USERS_EDIT},
    Role.DATA_PROTECTION_OFFICER: _EVERYBODY
    | {
        Verb.LOOKUPS_REVIEW,
        Verb.LOG_CONTROL_LEAD,
        Verb.CONFIGURATION_CHECK,
        Verb.RIGHTS_OVERSEE,
        Verb.ERASE_APPROVE,
    },
    Role.ADMINISTRATOR: _EVERYBODY
    | {
        Verb.ORGANISATION_EDIT,
        Verb.PARTNER_USERS_EDIT,
        Verb.CASE_TYPE_EDIT,
        Verb.PARAMETER_EDIT,
        Verb.LETTER_TEMPLATE_EDIT,
        Verb.CONFIGURATION_CHECK,
        Verb.IMPORT_RUN,
        Verb.CLIENT_EDIT,
        Verb.POST_OPERATE,
        Verb.OFFER_EDIT,
        Verb.PAGE_EDIT,
        Verb.APPOINTMENT_REASON_EDIT,
        Verb.STANDARD_EDIT,
    },
    Role.POLITICIAN: frozenset({Verb.ORGANISATION_SEE, Verb.FIGURES_SEE}),
    Role.EMPLOYEE: _EVERYBODY - {Verb.KNOWLEDGE_SEE} | {Verb.ORDER_CARRY_OUT, Verb.CONSULT_ANSWER},
    Role.PARTNER_ADMINISTRATOR: _EVERYBODY - {Verb.KNOWLEDGE_SEE}
    | {Verb.ORDER_CARRY_OUT, Verb.CONSULT_ANSWER, Verb.PARTNER_USERS_EDIT},
}
"""What each role carries. Nobody outside casework sees a case; who configures sees no citizen."""

CITIZEN_VERBS: frozenset[Verb] = frozenset(
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
        Verb.REQUEST_SUBMIT,
        Verb.POWER_GIVE,
        Verb.OWN_DATA_SEE,
        Verb.LOOKUPS_SEE_OWN,
    }
)
"""What a citizen carries: party, guardian, attorney and representative alike; the relation narrows it."""

ROLE_NAMES: Mapping[Role, Text] = {
    Role.CASEWORKER: Text(da="Sagsbehandler", en="Caseworker"),
    Role.SECOND_READER: Text(da="Medlæser", en="Second reader"),
    Role.TEAM_LEADER: Text(da="Teamleder", en="Team leader"),
    Role.DEPARTMENT_HEAD: Text(da="Afdelingschef", en="Head of department"),
    Role.DIRECTOR: Text(da="Direktør", en="Director"),
    Role.RECEPTION: Text(da="Borgerservice", en="Reception"),
    Role.HEALTH_STAFF: Text(da="Sundhedspersonale", en="Health staff"),
    Role.CONTROLLER: Text(da="Controller", en="Controller"),
    Role.HR: Text(da="HR", en="HR"),
    Role.DATA_PROTECTION_OFFICER: Text(da="Databeskyttelsesrådgiver", en="Data protection officer"),
    Role.ADMINISTRATOR: Text(da="Administrator", en="Administrator"),
    Role.POLITICIAN: Text(da="Politiker", en="Politician"),
    Role.EMPLOYEE: Text(da="Medarbejder", en="Employee"),
    Role.PARTNER_ADMINISTRATOR: Text(da="Partners administrator", en="Partner's administrator"),
}

ROLE_DESCRIPTIONS: Mapping[Role, Text] = {
    Role.CASEWORKER: Text(
        da="Behandler sager i sin egen enhed fra henvendelse til opfølgning.",
        en="Works on the cases of the own unit from first contact to follow-up.",
    ),
    Role.SECOND_READER: Text(
        da="Læser en kollegas afgørelse igennem og godkender den, før den sendes.",
        en="Reads a colleague's decision and approves it before it is sent.",
    ),
    Role.TEAM_LEADER: Text(
        da="Fordeler arbejdet i sit team, godkender afgørelser og gennemgår opslag i sager.",
        en="Hands out the work of the team, approves decisions and reviews look-ups in cases.",
    ),
    Role.DEPARTMENT_HEAD: Text(
        da="Leder flere team og kan det samme som en teamleder i dem alle. Skriver kommunens tekster til breve, "
        "sender breve til mange og godkender sletning.",
        en="Leads several teams and may do in all of them what a team leader may. Writes the texts of letters, sends "
        "letters to many and approves erasure.",
    ),
    Role.DIRECTOR: Text(
        da="Ser tal, belastning og frister for hele området, men ikke den enkelte sag. Udveksler tal med andre "
        "kommuner.",
        en="Sees figures, load and deadlines for the whole field, but no single case. Exchanges figures with other "
        "municipalities.",
    ),
    Role.RECEPTION: Text(
        da="Finder borgeren, tager imod en ansøgning og sørger for, at breve kommer af sted, også dem til mange.",
        en="Finds the citizen, receives a request and sees to it that letters are sent, those to many too.",
    ),
    Role.HEALTH_STAFF: Text(
        da="Skriver om den hjælp, de giver, i de sager, som deres enhed arbejder med.",
        en="Write about the help they give, in the cases that their unit works on.",
    ),
    Role.CONTROLLER: Text(
        da="Ser tal uden navne og ingen sager. Udveksler tal med andre kommuner.",
        en="Sees figures without names and no cases. Exchanges figures with other municipalities.",
    ),
    Role.HR: Text(
        da="Holder enheder og ansættelser opdateret og ser ingen sager.",
        en="Keeps units and engagements up to date and sees no cases.",
    ),
    Role.DATA_PROTECTION_OFFICER: Text(
        da="Gennemgår opslag, følger borgernes anmodninger om data og godkender sletning. Ser ikke selv sagerne.",
        en="Reviews look-ups, follows citizens' requests about data and approves erasure, without seeing the cases.",
    ),
    Role.ADMINISTRATOR: Text(
        da="Sætter sagstyper, frister og enheder op, holder øje med posten og ser ingen borgere.",
        en="Sets up case types, deadlines and units, watches over the post and sees no citizens.",
    ),
    Role.POLITICIAN: Text(
        da="Ser tal, der er afrundet, så ingen kan genkendes.",
        en="Sees figures that are rounded so that nobody can be recognised.",
    ),
    Role.EMPLOYEE: Text(
        da="Ser ingen sager, kun den hjælp, der er bestilt hos enheden, og de spørgsmål, den får.",
        en="Sees no cases, only the help that is ordered from the unit, and the questions that it gets.",
    ),
    Role.PARTNER_ADMINISTRATOR: Text(
        da="Giver hjælp og svarer for en partner og bestemmer, hvem der ellers må det. Ser ingen sager.",
        en="Gives help and answers for a partner and decides who else may do so. Sees no cases.",
    ),
}


def verbs_of(*, roles: Iterable[Role]) -> frozenset[Verb]:
    """All verbs that somebody with these roles carries; none for no role."""
    return frozenset().union(*(ROLE_VERBS[role] for role in roles))
