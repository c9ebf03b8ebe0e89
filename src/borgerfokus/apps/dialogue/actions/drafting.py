"""A request that is being written: it saves itself, and is there again for as long as drafts are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import CaseTypeVersion
from borgerfokus.apps.dialogue.policies import require_for
from borgerfokus.apps.dialogue.queries.prefill import PREFILLED, known_answers
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.parameters import service as parameters

_PREFIX = "request/"


@dataclass(frozen=True)
class Started:
    """A form to fill in, with what was typed before. `version` goes back to `save_draft`, 0 before the first save.

    `idempotency_key` belongs to this request: sent twice, it is one request. A new form holds what is known already,
    and under `PREFILLED` which answers those are. `kept_until`: the last day on which it is there if nobody touches it.
    """

    type_version: CaseTypeVersion
    citizen_id: int
    answers: Mapping[str, Any]
    idempotency_key: str
    saved_at: datetime | None
    version: int
    kept_until: date


@dataclass(frozen=True)
class Unfinished:
    """A request that somebody has begun and not sent. `ends_soon`: it is time to remind of it."""

    type_key: str
    citizen_id: int
    saved_at: datetime
    kept_until: date
    ends_soon: bool


def start_or_resume(*, type_key: str, citizen_id: int, by: Actor, at: datetime) -> Started | Refusal:
    """The form of a kind of help, for the citizen or for one whom the actor acts for. Raises Hidden for others."""
    require_for(citizen_id=citizen_id, by=by)
    version = casework.version_for(key=type_key, on=day_of(at))
    if version is None:
        return NOT_IN_USE
    stored = drafts.load(key=key_of(type_key, citizen_id), by=by)
    if stored is None or stored.saved_at < _oldest(at):
        known = known_answers(spec=version.spec, citizen_id=citizen_id, by=by, at=at)
        begun = {**known, PREFILLED: known} if known else {}
        number = stored.version if stored else 0
        return Started(version, citizen_id, begun, uuid4().hex, None, number, kept_until(at))
    return Started(
        type_version=version,
        citizen_id=citizen_id,
        answers=stored.content.get("answers", {}),
        idempotency_key=stored.content.get("idempotency_key") or uuid4().hex,
        saved_at=stored.saved_at,
        version=stored.version,
        kept_until=kept_until(stored.saved_at),
    )


def save_draft(*, started: Started, answers: Mapping[str, Any], by: Actor, at: datetime) -> Started:
    """Keep what is typed so far, right or wrong; nothing is checked yet.

    Raises drafts.DraftChanged when another window has saved since, and drafts.DraftTooLarge; nothing is lost then.
    """
    require_for(citizen_id=started.citizen_id, by=by)
    type_key = started.type_version.key
    stored = drafts.save(
        key=key_of(type_key, started.citizen_id),
        content={"answers": dict(answers), "idempotency_key": started.idempotency_key},
        by=by,
        at=at,
        version=started.version or None,
    )
    return Started(
        type_version=started.type_version,
        citizen_id=started.citizen_id,
        answers=stored.content["answers"],
        idempotency_key=started.idempotency_key,
        saved_at=stored.saved_at,
        version=stored.version,
        kept_until=kept_until(stored.saved_at),
    )


def drop_draft(*, type_key: str, citizen_id: int, by: Actor) -> bool:
    """Forget what was typed. Returns whether there was anything."""
    return drafts.drop(key=key_of(type_key, citizen_id), by=by)


def unfinished(*, by: Actor, at: datetime) -> tuple[Unfinished, ...]:
    """The requests that the actor has begun and not sent, the last saved first. One query."""
    found = []
    soon = timedelta(days=parameters.at("own.draft_reminder", on=day_of(at)).number)
    for stored in drafts.list_(by=by, prefix=_PREFIX):
        type_key, citizen_id = parts_of(stored.key)
        if stored.saved_at >= _oldest(at):
            until = kept_until(stored.saved_at)
            found.append(
                Unfinished(
                    type_key=type_key,
                    citizen_id=citizen_id,
                    saved_at=stored.saved_at,
                    kept_until=until,
                    ends_soon=until <= day_of(at) + soon,
                )
            )
    return tuple(found)


def key_of(type_key: str, citizen_id: int) -> str:
    """Under which key the actor's draft of a request is kept."""
    return f"{_PREFIX}{type_key}/{citizen_id}"


def parts_of(key: str) -> tuple[str, int]:
    """Of a draft's key: which kind of help, and for whom."""
    type_key, _, citizen_id = key.removeprefix(_PREFIX).rpartition("/")
    return type_key, int(citizen_id)


def kept_until(saved_at: datetime) -> date:
    """The last whole day before the draft is deleted, when nobody touches it."""
    days = parameters.at("own.draft_retention", on=day_of(saved_at)).number
    return day_of(saved_at) + timedelta(days=days - 1)


def _oldest(at: datetime) -> datetime:
    return at - timedelta(days=parameters.at("own.draft_retention", on=day_of(at)).number)


NOT_IN_USE = Refusal(
    code="no_case_type",
    text=Text(
        da="Der kan ikke søges om denne hjælp her lige nu. Vælg en anden hjælp, eller ring til os.",
        en="This help cannot be applied for here just now. Choose another kind of help, or call us.",
    ),
    article="forvaltningsloven § 7",
)
