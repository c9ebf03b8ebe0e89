"""A request handed in: the case opened, the form in the journal, the first facts met, the receipt sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.dialogue.events import RequestReceived
from borgerfokus.cli.demo.acts import informing, journaling, notices, settling, working
from borgerfokus.cli.demo.acts.informing import Known
from borgerfokus.cli.demo.acts.pen import Desk, Hand, Pen
from borgerfokus.cli.demo.acts.working import Start
from borgerfokus.cli.demo.casetypes import Kind
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.core.access import Verb
from borgerfokus.core.casework import intake


@dataclass(frozen=True)
class Form:
    """A filled-in form of a citizen's; `relation` is what the one who hands it in is to the citizen."""

    kind: Kind
    citizen: Citizen
    unit_key: str
    channel: str
    answers: Mapping[str, object]
    received: datetime
    relation: str = "self"


def submit(desk: Desk, form: Form, *, by: Hand, at: datetime) -> Pen:
    """Hand the form in. Raises ValueError when it is not filled in as it must be."""
    spec = form.kind.spec
    looked = intake.check(form=spec.intake, given=form.answers)
    if looked.errors:
        raise ValueError(f"{spec.key}: {looked.errors}")
    need = intake.need_of(form=spec.intake, answers=looked.answers)
    start = Start(form.kind, form.citizen, form.unit_key, form.channel, need, form.received)
    pen = working.open_case(desk, start, by=by, at=at)
    with pen.act(Verb.REQUEST_SUBMIT, by=by, at=at):
        body = intake.readable(form=spec.intake, answers=looked.answers, language="da", file_names={})
        title = f"Ansøgning: {spec.title_citizen.da}"
        entry = journaling.statement_in(pen, title=title, body=body, channel=form.channel)
        entry["happened_at"] = form.received
        source = "borgeren" if form.relation in {"self", "staff"} else "den, der handler for borgeren"
        for fact in intake.first_facts(case_type=spec, answers=looked.answers, file_names={}):
            known = Known(fact.value, source, form.received.date(), "statement", entry["id"])
            informing.record_in(pen, fact.fact, known)
        request = desk.tables["dialogue.Request"].add(
            case_id=pen.id,
            type_key=spec.key,
            type_number=spec.version,
            citizen_id=form.citizen.id,
            submitted_by=by.subject,
            relation=form.relation,
            channel=form.channel,
            language="da",
            answers=dict(looked.answers),
            entry_id=entry["id"],
            received_at=form.received,
            submitted_at=at,
            promised_on=settling.promised(pen),
            idempotency_key=f"demo-{pen.id}",
        )
        pen.append(
            RequestReceived(request=request["id"], entry=entry["id"], channel=form.channel, relation=form.relation)
        )
    notices.receipt(pen, request)
    return pen
