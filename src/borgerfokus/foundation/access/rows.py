"""Which rows an actor may see, as conditions that PostgreSQL itself holds (the second wall).

A condition reads the actor's settings once per statement (the sub-select is an init plan), never once per row.
"""

from dataclasses import dataclass

EVERYTHING = "(select current_setting('bf.everything', true) = 'on')"
UNITS = "(select bf_numbers('bf.units'))::bigint[]"
CASES = "(select bf_numbers('bf.cases'))::bigint[]"
MORE_CASES = "(select bf_numbers('bf.more_cases'))::bigint[]"
PERSONS = "(select bf_numbers('bf.persons'))::bigint[]"
OWN_PERSONS = "(select bf_numbers('bf.own_persons'))::bigint[]"
SUBJECT = "(select current_setting('bf.subject', true))"
SUBJECTS = "(select bf_words('bf.subjects'))::text[]"
VERBS = "(select bf_words('bf.verbs'))::text[]"
IS_STAFF = "(select current_setting('bf.subject', true) like 'employee:%%')"


@dataclass(frozen=True)
class RowRule:
    """A condition for reading and one for writing; `using=None` means that the table is open to every actor.

    `t` stands for the table's own row. `because` says why a table with personal fields may be open.
    """

    using: str | None
    check: str | None = None
    because: str = ""


def open_to_all(*, because: str = "") -> RowRule:
    """Rows that any actor may read. With personal fields in the table a reason is required."""
    return RowRule(using=None, because=because)


def cases() -> RowRule:
    """A case: by unit, by being its caseworker, by grant; sealed cases only by the last two."""
    return RowRule(
        using=f"{EVERYTHING} or (not sealed and unit_id = any({UNITS})) or id = any({CASES}) "
        f"or id = any({MORE_CASES}) or ('employee:' || caseworker_id) = {SUBJECT}"
    )


def of_case(column: str = "case_id", *, also: str = "true") -> RowRule:
    """Rows that belong to a case: seen by whoever sees the case, and `also` holds."""
    seen = f"exists (select 1 from casework_case c where c.id = {column})"
    return RowRule(using=f"{EVERYTHING} or ({seen} and ({also}))", check=f"{EVERYTHING} or {seen}")


def of_person(column: str = "person_id", *, also: str = "true") -> RowRule:
    """Rows about a person: seen when the person's look-up is open in this transaction, and `also` holds."""
    return RowRule(using=f"{EVERYTHING} or ({column} = any({PERSONS}) and ({also}))")


def of_subject(column: str = "subject") -> RowRule:
    """Rows that belong to the actor itself."""
    return RowRule(using=f"{EVERYTHING} or {column} = {SUBJECT}")


def by_verb(verb: str, *, or_else: str = "false") -> RowRule:
    """Rows for whoever carries a verb, or meets the other condition."""
    return RowRule(using=f"{EVERYTHING} or '{verb}' = any({VERBS}) or ({or_else})")
