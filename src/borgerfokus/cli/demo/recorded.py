"""What the data of a case says to a review, told from the rows in memory as the platform tells it from the tables."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from borgerfokus.cli.demo.acts.pen import Pen
from borgerfokus.cli.demo.acts.settling import facts_on_file
from borgerfokus.cli.demo.tables import Row, Tables
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.kodeks import CaseFacts, Limits
from borgerfokus.core.rules import Parameters
from borgerfokus.core.supervision.form import Form
from borgerfokus.core.supervision.measures import Informed, Prefill, Record, prefill

_LABELS = (
    "dialogue.Notice",
    "dialogue.Request",
    "journal.Entry",
    "casework.Party",
    "casework.ChecklistTick",
    "casework.Deadline",
    "casework.Task",
    "casework.Handover",
    "assessment.Assessment",
    "assessment.ThemeAssessment",
    "offers.OfferChoice",
)
_TALKS = frozenset({"phone", "meeting", "home_visit", "video", "desk", "e_mail"})
_ASKED = frozenset({"representative", "relatives", "others"})


class Index:
    """The rows that belong to some cases, by table and case; each table is gone through once."""

    def __init__(self, tables: Tables, case_ids: Collection[int]) -> None:
        self._rows: dict[tuple[str, int], list[Row]] = defaultdict(list)
        for label in _LABELS:
            for row in tables[label].rows:
                if row["case_id"] in case_ids:
                    self._rows[label, row["case_id"]].append(row)

    def of(self, label: str, pen: Pen) -> list[Row]:
        """The rows of one table about one case."""
        return self._rows[label, pen.id]


def prefills(pen: Pen, form: Form, index: Index, *, at: datetime) -> dict[str, Prefill]:
    """The answers of the data by question, at a moment after the last act of the case."""
    on, limits = day_of(at), limits_on(pen.desk.days.parameters, day_of(at))
    outcome = Outcome(pen.case["outcome"]) if pen.case["outcome"] else None
    listed = facts_on_file(pen, day_of(pen.case["decided_at"] or at), outcome=outcome)
    needed = [row for row in listed.rows if row.requirement.required and row.status != "not_needed"]
    informed = Informed(met=sum(row.status.lets_decide for row in needed), needed=len(needed))
    record = Record(facts=facts_of(pen, index, on=on, limits=limits), limits=limits, informed=informed)
    return {one.key: prefill(one.prefill, record) for one in form.questions}


def limits_on(parameters: Parameters, on: date) -> Limits:
    """What the municipality has decided."""
    return Limits(
        journal_days=parameters.at("own.journal_delay", on=on).number,
        quiet_days=parameters.at("own.quiet_days", on=on).number,
    )


def facts_of(pen: Pen, index: Index, *, on: date, limits: Limits) -> CaseFacts:
    """The facts of a case as `apps.supervision.queries.facts` reads them."""
    case, phase = pen.case, Phase(pen.case["phase"])
    entries, dates = index.of("journal.Entry", pen), index.of("casework.Deadline", pen)
    talks = [row for row in entries if row["kind"] == "note" and row["channel"] in _TALKS]
    letters = [row for row in entries if row["kind"] == "letter"]
    notices = index.of("dialogue.Notice", pen)
    told = [row["happened_at"] for row in (*talks, *letters)] + [row["sent_at"] for row in notices]
    return CaseFacts(
        today=on,
        is_open=phase is not Phase.CLOSED,
        phase_since=day_of(case["phase_since"]),
        has_caseworker=case["caseworker_id"] is not None,
        ours=case["ball"] == "us",
        last_activity=day_of(case["last_activity_at"]),
        receipt=any(row["kind"] == "receipt" for row in notices)
        or any(row["receipt_id"] is not None for row in index.of("dialogue.Request", pen)),
        told_on=day_of(max(told)) if told else None,
        asked_for_others=any(row["role"] != "party" for row in index.of("casework.Party", pen))
        or any(row["item"] in _ASKED for row in index.of("casework.ChecklistTick", pen)),
        own_words=bool(case["need"])
        or any(row["own_words"] for row in index.of("assessment.Assessment", pen))
        or any(row["own_words"] for row in index.of("assessment.ThemeAssessment", pen)),
        kept=sum(bool(row["met_on"] and row["met_on"] <= row["due"] and not row["slip_told_at"]) for row in dates),
        broken=sum(_is_broken(row) for row in dates),
        untold=sum(row["status"] == "missed" and not row["slip_told_at"] for row in dates),
        against=sum(row["against_party"] and not row["party_knows"] for row in pen.evidence.values()),
        heard=any(row["stage"] == "answered" for row in pen.hearings),
        exempted=any(row["stage"] == "exempted" for row in pen.hearings),
        hearing_out=any(row["stage"] == "sent" for row in pen.hearings),
        decided_on=day_of(case["decided_at"]) if case["decided_at"] else None,
        refused=case["outcome"] in {"partly", "refused"},
        entries=len(talks),
        late_entries=sum(_is_late(row, limits) for row in talks),
        tasks_over=sum(_is_over(row, on) for row in index.of("casework.Task", pen)),
        helping=phase in {Phase.INTERVENTION, Phase.FOLLOW_UP},
        follow_up_on=case["follow_up_on"],
        offer_chosen=any(row["ended_at"] is None for row in index.of("offers.OfferChoice", pen)),
        **_made(pen.decisions),
        **_handed_over(index.of("casework.Handover", pen), entries),
    )


def _is_broken(row: Row) -> bool:
    late = row["met_on"] is not None and row["met_on"] > row["due"]
    return bool(late or row["status"] == "missed" or row["slip_told_at"])


def _is_late(row: Row, limits: Limits) -> bool:
    return bool(row["created_at"] > row["happened_at"] + timedelta(days=limits.journal_days + 1))


def _is_over(row: Row, on: date) -> bool:
    return bool(row["done_at"] is None and row["for_whom"] != "citizen" and row["due"] and row["due"] < on)


def _made(decisions: Iterable[Row]) -> dict[str, Any]:
    made = [row for row in decisions if row["state"] in {"issued", "replaced"}]
    if not made:
        return {}
    last = max(made, key=lambda row: int(row["number"]))
    return {
        "rules": last["rules"] != "",
        "considerations": last["considerations"] != "",
        "facts": last["facts"] != "",
        "approved": last["approver_id"] is not None,
        "letter_received": last["letter"] == "received",
        "appeal_until": last["appeal_until"],
    }


def _handed_over(handovers: Iterable[Row], entries: Iterable[Row]) -> dict[str, Any]:
    accepted = [row for row in handovers if row["answer"] == "accepted"]
    if not accepted:
        return {}
    last = max(accepted, key=lambda row: str(row["answered_at"]))
    after = any(row["kind"] == "note" and row["created_at"] >= last["answered_at"] for row in entries)
    return {
        "handed_over_on": day_of(last["answered_at"]),
        "handover_words": last["must_know"] != "",
        "talked_after": after,
    }
