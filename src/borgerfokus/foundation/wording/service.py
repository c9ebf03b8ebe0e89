"""The door of wording: the texts that hold on a day, and the keeping of the municipality's own versions.

An app registers the letters it sends (`register`). A version is a concept until it is published from a day on; of the
published ones the newest that is valid holds, and one for the case type goes before one for all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.utils.timezone import localdate

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.core.wording import Draft, Template, check
from borgerfokus.foundation.access import scope
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.wording.models import WordingState, WordingUse, WordingVersion
from borgerfokus.foundation.wording.refusals import CONFLICT, NOTHING, PAST_DAY, PUBLISHED_ONLY

__all__ = [
    "InForce",
    "NewWording",
    "begin_from",
    "count_by_key",
    "find_template",
    "find_version",
    "in_force",
    "made_from",
    "publish",
    "register",
    "retire",
    "save_concept",
    "templates",
    "version_of_file",
    "versions",
]

Provider = Callable[[date], Iterable[Template]]
_NAME = "wording"
NEWEST = "(select coalesce(sum(edits), 0) from wording_wordingversion)"
"""Moves with every change of a version."""

_providers: list[Provider] = []


@dataclass(frozen=True)
class InForce:
    """What lies over the packaged text on a day: the version's id (None: nothing does) and its parts."""

    version_id: int | None
    parts: Mapping[str, Text]


@dataclass(frozen=True)
class NewWording:
    """The parts that somebody has written, and why. `edits` is what was read (0: a new concept)."""

    key: str
    case_type: str
    parts: Mapping[str, Draft]
    note: str
    edits: int


@dataclass(frozen=True)
class _Published:
    id: int
    key: str
    case_type: str
    valid_from: date
    valid_to: date | None
    parts: Mapping[str, Text]


@dataclass(frozen=True)
class _Loaded:
    database: str
    newest: int
    rows: tuple[_Published, ...]


_loaded: list[_Loaded] = []


def register(provider: Provider) -> None:
    """Let an app tell which letters it sends. Called at start-up."""
    if provider not in _providers:
        _providers.append(provider)


def templates(*, on: date) -> list[Template]:
    """Every letter that the platform sends, by group and title."""
    found = [template for provider in _providers for template in provider(on)]
    return sorted(found, key=lambda one: (one.group, one.case_type, one.key))


def find_template(*, key: str, case_type: str, on: date) -> Template:
    """The letter, for all case types or for one. Raises Hidden.

    A letter of every case type can be written for one of them too.
    """
    for one in templates(on=on):
        if one.key == key and one.case_type in ("", case_type):
            return one
    raise Hidden(f"wording {key}")


def in_force(*, key: str, case_type: str, on: date) -> InForce:
    """What the municipality has put over the packaged text for letters of this case type on this day."""
    fitting = [
        row
        for row in _published()
        if row.key == key
        and row.case_type in ("", case_type)
        and row.valid_from <= on
        and (row.valid_to is None or on <= row.valid_to)
    ]
    if not fitting:
        return InForce(version_id=None, parts={})
    best = max(fitting, key=lambda row: (bool(row.case_type), row.valid_from, row.id))
    return InForce(version_id=best.id, parts=best.parts)


def versions(*, key: str, case_type: str) -> list[WordingVersion]:
    """Every version of a letter's text, newest first."""
    return list(WordingVersion.objects.filter(key=key, case_type=case_type).order_by("-number"))


def find_version(*, version_id: int) -> WordingVersion:
    """One version. Raises Hidden."""
    row = WordingVersion.objects.filter(pk=version_id).first()
    if row is None:
        raise Hidden(f"wording {version_id}")
    return row


def count_by_key() -> dict[tuple[str, str], dict[str, int]]:
    """How many versions of each letter there are, by state."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for key, case_type, state in WordingVersion.objects.values_list("key", "case_type", "state"):
        states = found.setdefault((key, case_type), {})
        states[state] = states.get(state, 0) + 1
    return found


def save_concept(*, new: NewWording, by: Actor, at: datetime) -> int | tuple[Refusal, ...]:
    """Save what is written as the letter's concept. Faults come back, and nothing is saved. Returns its id.

    Needs LETTER_TEMPLATE_EDIT: raises Hidden without. Parts that say what the packaged text says are left out.
    """
    template = _edited(new.key, new.case_type, by, at)
    own = {name: draft for name, draft in new.parts.items() if not _same(template, name, draft)}
    if faults := check(template=template, parts=own):
        return faults
    if not own:
        return (NOTHING,)
    with transaction.atomic():
        row = _concept(new)
        if (row.edits if row else 0) != new.edits:
            return (CONFLICT,)
        row = row or WordingVersion(
            key=new.key, case_type=new.case_type, number=_next(new.key, new.case_type), edits=0
        )
        row.parts = {name: {"da": draft.da, "en": draft.en} for name, draft in own.items()}
        row.note, row.edits = new.note.strip()[:300], row.edits + 1
        row.saved_at, row.saved_by, row.saved_by_name = at, by.subject, by.name
        row.save()
    _forget()
    audit.record(action="wording.save", by=by, at=at, about=f"{new.key} {new.case_type}".strip())
    return row.pk


def publish(*, version_id: int, from_day: date, by: Actor, at: datetime) -> Refusal | None:
    """Let a concept hold from a day on; what held until then ends the day before. Sent letters stay as they are."""
    with transaction.atomic():
        row = WordingVersion.objects.select_for_update().filter(pk=version_id, state=WordingState.CONCEPT).first()
        if row is None:
            raise Hidden(f"concept {version_id}")
        template = _edited(row.key, row.case_type, by, at)
        if from_day < localdate(at) and not by.everything:
            return PAST_DAY
        faults = check(template=template, parts=_drafts(row))
        if faults:
            return faults[0]
        _end_before(row, from_day)
        row.state, row.valid_from, row.edits = WordingState.PUBLISHED, from_day, row.edits + 1
        row.published_at, row.published_by, row.published_by_name = at, by.subject, by.name
        row.save()
    _forget()
    audit.record(action="wording.publish", by=by, at=at, about=str(row), from_day=from_day.isoformat())
    return None


def retire(*, version_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Take a published version out of use from today; the version before it, or the packaged text, holds again."""
    with transaction.atomic():
        row = WordingVersion.objects.select_for_update().filter(pk=version_id).first()
        if row is None:
            raise Hidden(f"wording {version_id}")
        _edited(row.key, row.case_type, by, at)
        if row.state != WordingState.PUBLISHED or row.valid_from is None:
            return PUBLISHED_ONLY
        row.state, row.edits = WordingState.RETIRED, row.edits + 1
        row.valid_to = max(row.valid_from, localdate(at) - timedelta(days=1))
        row.save()
    _forget()
    audit.record(action="wording.retire", by=by, at=at, about=str(row))
    return None


def begin_from(*, version_id: int, by: Actor, at: datetime) -> int | Refusal:
    """A new concept with the words of an earlier version. Refused while there is a concept. Returns its id."""
    old = find_version(version_id=version_id)
    _edited(old.key, old.case_type, by, at)
    with transaction.atomic():
        if WordingVersion.objects.filter(key=old.key, case_type=old.case_type, state=WordingState.CONCEPT).exists():
            return CONFLICT
        row = WordingVersion.objects.create(
            key=old.key,
            case_type=old.case_type,
            number=_next(old.key, old.case_type),
            parts=old.parts,
            saved_at=at,
            saved_by=by.subject,
            saved_by_name=by.name,
        )
    _forget()
    audit.record(action="wording.begin_from", by=by, at=at, about=str(old))
    return row.pk


def made_from(*, file_id: int, key: str, found: InForce, at: datetime) -> None:
    """Write down which text the letter in a file was made from."""
    WordingUse.objects.create(file_id=file_id, key=key, version_id=found.version_id, at=at)


def version_of_file(*, file_id: int) -> WordingVersion | None:
    """The municipality's version that a letter was made from; None for the packaged text or an unknown letter."""
    use = WordingUse.objects.filter(file_id=file_id).select_related("version").first()
    return use.version if use else None


def _edited(key: str, case_type: str, by: Actor, at: datetime) -> Template:
    if not by.can(Verb.LETTER_TEMPLATE_EDIT):
        raise Hidden("wording")
    return find_template(key=key, case_type=case_type, on=localdate(at))


def _same(template: Template, name: str, draft: Draft) -> bool:
    """Whether a part says what the packaged text says. A part that the letter does not have is for `check` to find."""
    packaged = next((one.text for one in template.parts if one.name == name), None)
    return packaged is not None and (_lines(packaged.da), _lines(packaged.en)) == (_lines(draft.da), _lines(draft.en))


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _concept(new: NewWording) -> WordingVersion | None:
    rows = WordingVersion.objects.select_for_update()
    return rows.filter(key=new.key, case_type=new.case_type, state=WordingState.CONCEPT).first()


def _next(key: str, case_type: str) -> int:
    newest = WordingVersion.objects.filter(key=key, case_type=case_type).order_by("-number").first()
    return newest.number + 1 if newest else 1


def _drafts(row: WordingVersion) -> dict[str, Draft]:
    return {name: Draft(da=words["da"], en=words["en"]) for name, words in row.parts.items()}


def _end_before(new: WordingVersion, from_day: date) -> None:
    """The version that holds until then ends the day before; one that was to begin later is overtaken."""
    before = WordingVersion.objects.filter(
        key=new.key, case_type=new.case_type, state=WordingState.PUBLISHED, valid_to__isnull=True
    )
    for row in before:
        row.valid_to = max(row.valid_from or from_day, from_day - timedelta(days=1))
        row.edits += 1
        row.save()


def _published() -> tuple[_Published, ...]:
    newest = scope.current().brought.get(_NAME) if scope.is_open() else None
    newest = _newest() if newest is None else newest
    database = str(connection.settings_dict["NAME"])
    if not (_loaded and (_loaded[0].database, _loaded[0].newest) == (database, newest)):
        _loaded[:] = [_Loaded(database=database, newest=newest, rows=_read())]
    return _loaded[0].rows


def _newest() -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select {NEWEST}")
        newest: int = cursor.fetchone()[0]
    return newest


def _read() -> tuple[_Published, ...]:
    rows = WordingVersion.objects.exclude(state=WordingState.CONCEPT).order_by("id")
    return tuple(
        _Published(
            id=row.pk,
            key=row.key,
            case_type=row.case_type,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            parts={name: Text.from_mapping(words) for name, words in row.parts.items()},
        )
        for row in rows
        if row.valid_from is not None
    )


def _forget() -> None:
    if scope.is_open():
        scope.current().brought.pop(_NAME, None)
