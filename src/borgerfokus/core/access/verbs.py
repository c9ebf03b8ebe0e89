"""What an actor can be allowed to do.

A verb is the smallest thing that is allowed or refused; its value is the dotted name that the audit log
carries. `CASE_VERBS` are asked about one case and need a relation to it; all other verbs follow
from the role alone.
"""

from enum import StrEnum


class Verb(StrEnum):
    """One thing an actor may do. The value is stable: it is stored in the audit log."""

    CASE_SEE = "case.see"
    CASE_OPEN = "case.open"
    CASE_TAKE = "case.take"
    CASE_ASSIGN = "case.assign"
    CASE_EDIT = "case.edit"
    CASE_STEP = "case.step"
    CASE_SUSPEND = "case.suspend"
    CASE_EXTEND = "case.extend"
    CASE_REOPEN = "case.reopen"
    CASE_CLOSE = "case.close"
    CASE_WITHDRAW = "case.withdraw"
    CASE_FORWARD = "case.forward"
    CASE_SEAL = "case.seal"
    PARTY_EDIT = "party.edit"
    TASK_EDIT = "task.edit"
    JOURNAL_WRITE = "journal.write"
    JOURNAL_CORRECT = "journal.correct"
    JOURNAL_WITHHOLD = "journal.withhold"
    WITHHELD_SEE = "journal.withheld.see"
    DOCUMENT_ADD = "document.add"
    FACT_RECORD = "fact.record"
    HEARING_SEND = "hearing.send"
    HEARING_ANSWER = "hearing.answer"
    DECISION_DRAFT = "decision.draft"
    DECISION_APPROVE = "decision.approve"
    DECISION_ISSUE = "decision.issue"
    LETTER_RECEIVE = "letter.receive"
    APPEAL_FILE = "appeal.file"
    APPEAL_REASSESS = "appeal.reassess"
    FILE_EXPORT = "file.export"
    ACCESS_HANDLE = "access.handle"
    HANDOVER_OFFER = "handover.offer"
    HANDOVER_ANSWER = "handover.answer"
    CONSULT = "consultation.ask"
    CONSULT_ANSWER = "consultation.answer"
    COMMENT_WRITE = "comment.write"
    PLAN_SIGN = "plan.sign"
    ORDER_CARRY_OUT = "order.carry_out"
    MESSAGE_SEND = "message.send"
    APPOINTMENT_BOOK = "appointment.book"
    BREAK_GLASS = "break_glass.use"

    BREAK_GLASS_REVIEW = "break_glass.review"
    REQUEST_SUBMIT = "request.submit"
    POWER_GIVE = "power.give"
    OWN_DATA_SEE = "person.own_data.see"
    LOOKUPS_SEE_OWN = "lookups.see_own"
    LOOKUPS_REVIEW = "lookups.review"
    LOG_CONTROL_LEAD = "log_control.lead"
    PERSON_SEARCH = "person.search"
    PERSON_SEE = "person.see"
    PERSON_EDIT = "person.edit"
    PROTECTED_ADDRESS_SEE = "person.protected_address.see"
    TEAM_SEE = "team.see"
    WORK_DISTRIBUTE = "work.distribute"
    FIGURES_SEE = "figures.see"
    FIGURES_FOLLOW = "figures.follow"
    FIGURES_EXCHANGE = "figures.exchange"
    ORGANISATION_SEE = "organisation.see"
    ORGANISATION_EDIT = "organisation.edit"
    CASE_TYPE_EDIT = "case_type.edit"
    PARAMETER_EDIT = "parameter.edit"
    LETTER_TEMPLATE_EDIT = "letter_template.edit"
    CONFIGURATION_CHECK = "configuration.check"
    IMPORT_RUN = "import.run"
    LETTERS_MANAGE = "letters.manage"
    LETTERS_BATCH = "letters.batch"
    POST_OPERATE = "post.operate"
    PARTNER_USERS_EDIT = "partner_users.edit"
    CLIENT_EDIT = "client.edit"
    OFFER_EDIT = "offer.edit"
    PAGE_EDIT = "page.edit"
    KNOWLEDGE_SEE = "knowledge.see"
    KNOWLEDGE_EDIT = "knowledge.edit"
    APPOINTMENT_REASON_EDIT = "appointment_reason.edit"
    SUPERVISION_LEAD = "supervision.lead"
    SUPERVISION_REVIEW = "supervision.review"
    STANDARD_EDIT = "standard.edit"
    RIGHTS_OVERSEE = "rights.oversee"
    ERASE_APPROVE = "erase.approve"
    CONCERN_HANDLE = "concern.handle"

    API_CASES_READ = "api.cases.read"
    API_CASES_CREATE = "api.cases.create"
    API_EVENTS_READ = "api.events.read"
    API_CASE_TYPES_READ = "api.case_types.read"
    API_PARTIES_READ = "api.parties.read"
    API_DOCUMENTS_READ = "api.documents.read"
    API_DECISIONS_READ = "api.decisions.read"
    API_PLANS_READ = "api.plans.read"
    API_INTERVENTIONS_READ = "api.interventions.read"
    API_MESSAGES_READ = "api.messages.read"
    API_APPOINTMENTS_READ = "api.appointments.read"


CASE_VERBS: frozenset[Verb] = frozenset(
    {
        Verb.CASE_SEE,
        Verb.CASE_TAKE,
        Verb.CASE_ASSIGN,
        Verb.CASE_EDIT,
        Verb.CASE_STEP,
        Verb.CASE_SUSPEND,
        Verb.CASE_EXTEND,
        Verb.CASE_REOPEN,
        Verb.CASE_CLOSE,
        Verb.CASE_WITHDRAW,
        Verb.CASE_FORWARD,
        Verb.CASE_SEAL,
        Verb.PARTY_EDIT,
        Verb.TASK_EDIT,
        Verb.JOURNAL_WRITE,
        Verb.JOURNAL_CORRECT,
        Verb.JOURNAL_WITHHOLD,
        Verb.WITHHELD_SEE,
        Verb.DOCUMENT_ADD,
        Verb.FACT_RECORD,
        Verb.HEARING_SEND,
        Verb.HEARING_ANSWER,
        Verb.DECISION_DRAFT,
        Verb.DECISION_APPROVE,
        Verb.DECISION_ISSUE,
        Verb.LETTER_RECEIVE,
        Verb.APPEAL_FILE,
        Verb.APPEAL_REASSESS,
        Verb.FILE_EXPORT,
        Verb.ACCESS_HANDLE,
        Verb.HANDOVER_OFFER,
        Verb.HANDOVER_ANSWER,
        Verb.CONSULT,
        Verb.CONSULT_ANSWER,
        Verb.COMMENT_WRITE,
        Verb.PLAN_SIGN,
        Verb.ORDER_CARRY_OUT,
        Verb.MESSAGE_SEND,
        Verb.APPOINTMENT_BOOK,
        Verb.BREAK_GLASS,
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
"""Verbs that are asked about one case: the role must carry them and the relation must permit them."""
