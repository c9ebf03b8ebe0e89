"""Enqueuing. The job is a row in the caller's transaction: it is there only if the caller commits."""

from datetime import datetime
from uuid import UUID

from procrastinate.contrib.django import app

Id = int | UUID


class NotAnId(TypeError):
    """A job was given something else than ids. Names, numbers and texts are read by the job when it runs."""


def defer(name: str, /, *, not_before: datetime | None = None, **ids: Id) -> int:
    """Enqueue the job `name` with ids only (arguments called `…_id`) and return the job's own id.

    `not_before` is an aware moment; without it the job runs as soon as the transaction has committed.
    Raises NotAnId for an argument of any other kind: arguments stand in logs, and people's data must not.
    """
    arguments = {key: _plain(key, value) for key, value in ids.items()}
    return app.tasks[name].configure(schedule_at=not_before).defer(**arguments)


def _plain(key: str, value: object) -> int | str:
    if not key.endswith("_id"):
        raise NotAnId(f"the argument {key!r} is not an id")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise NotAnId(f"the argument {key!r} is a {type(value).__name__}")
