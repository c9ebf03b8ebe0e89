"""Releases between municipalities: believed when signed, all of it or nothing, frozen, corrected in the open."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import IntegrityError, transaction
from tests.apps.insight.exchange import (
    CODE,
    QUARTER,
    SYSTEM,
    Neighbour,
    ask,
    definition_of,
    figures,
    indicator,
    release,
)
from tests.factories.world import World

from borgerfokus.apps.insight import jobs
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions import receiving
from borgerfokus.apps.insight.models import KeyValue, Peer, PeerFigure, PeerRelease
from borgerfokus.core.access import Role
from borgerfokus.core.benchmark.document import canonical, read
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody_counts_once")]


@pytest.fixture
def neighbour(now: datetime) -> Neighbour:
    """One that is known."""
    made = Neighbour(now)
    made.introduce()
    return made


def refused(result: object) -> str:
    """The code of the refusal, which speaks both languages."""
    assert isinstance(result, Refusal), result
    assert result.text.da != result.text.en
    return result.code.removeprefix("benchmark.")


def nothing_is_kept() -> bool:
    return not PeerRelease.objects.exists() and not PeerFigure.objects.exists()


def test_a_release_of_a_known_municipality_is_read(neighbour: Neighbour) -> None:
    row = neighbour.sends()
    assert isinstance(row, PeerRelease)
    figure = row.figures.get()
    assert (figure.indicator, figure.cases, figure.value) == ("digital", 250, 0.62)
    assert insight.file_of(row) == neighbour.file(release()), "the file can be shown again as it came"
    assert [one.code for one in insight.peer_figures(quarter=QUARTER, indicator="digital")] == [CODE]


OTHERS: dict[str, tuple[dict[str, object], str]] = {
    "of a quarter that runs": ({"quarter": "2026Q4"}, "not_over"),
    "dated before the quarter was over": ({"released_on": "2026-09-30"}, "not_over"),
    "of tomorrow": ({"released_on": "2026-11-24"}, "not_over"),
    "of a day that is none": ({"released_on": "2026-13-45"}, "not_over"),
    "of a municipality that is none": ({"synthetic": True}, "not_of_its_kind"),
    "that tells of few": ({"suppress_up_to": 3}, "weaker"),
    "that is not rounded": ({"round_to": 1}, "weaker"),
    "of a municipality nobody knows": ({"municipality": "9992"}, "unknown"),
}


@pytest.mark.parametrize(("other", "code"), OTHERS.values(), ids=OTHERS.keys())
def test_a_release_is_refused_whole(neighbour: Neighbour, other: dict[str, object], code: str) -> None:
    assert refused(neighbour.sends(**other)) == code
    assert nothing_is_kept()


def test_our_indicator_defined_otherwise_is_refused(neighbour: Neighbour) -> None:
    changed = replace(definition_of(indicator("digital")), direction="lower")
    assert refused(neighbour.sends(definitions=(changed,))) == "other_definition"
    assert nothing_is_kept()


def test_a_release_signed_by_another_is_refused(neighbour: Neighbour, now: datetime) -> None:
    stranger = Neighbour(now)
    stranger.secret = Ed25519PrivateKey.from_private_bytes(b"x" * 32)
    assert refused(neighbour.send(stranger.file(release()))) == "other_key"
    assert nothing_is_kept()


def tampered(neighbour: Neighbour) -> bytes:
    """The neighbour's own file, with a better figure."""
    told = json.loads(neighbour.file(release()))
    told["release"]["figures"][0]["value"] = "0.92"
    return json.dumps(told).encode()


def test_a_figure_changed_on_the_way_is_refused(neighbour: Neighbour) -> None:
    assert refused(neighbour.send(tampered(neighbour))) == "forged"
    assert nothing_is_kept()


def test_without_the_signature_a_changed_figure_is_believed(
    neighbour: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sabotage: nobody looks at signatures, and the better figure stands in the hub."""
    monkeypatch.setattr(receiving, "is_signed", lambda *_content, **_by: True)
    assert isinstance(neighbour.send(tampered(neighbour)), PeerRelease)
    assert PeerFigure.objects.get().value == 0.92


def test_a_release_is_frozen(neighbour: Neighbour) -> None:
    first = neighbour.sends()
    assert refused(neighbour.sends()) == "already"
    assert refused(neighbour.sends(figures=figures(value=0.9))) == "frozen"
    assert refused(neighbour.sends(figures=figures(value=0.9), number=2, corrects="0" * 64, reason="Ny")) == "frozen"
    assert PeerRelease.objects.get() == first


def test_a_correction_says_what_and_why_and_takes_its_place(neighbour: Neighbour) -> None:
    neighbour.sends()
    checksum = sha256(canonical(release())).hexdigest()
    row = neighbour.sends(figures=figures(value=0.9), number=2, corrects=checksum, reason="Talt forkert")
    assert isinstance(row, PeerRelease)
    assert row.reason == "Talt forkert"
    assert [one.value for one in insight.peer_figures(quarter=QUARTER)] == [0.9]
    assert PeerRelease.objects.filter(replaced_at__isnull=False).count() == 1, "what was said first is kept"


def test_two_releases_of_a_quarter_cannot_both_be_in_force(neighbour: Neighbour, now: datetime) -> None:
    row = neighbour.sends()
    assert isinstance(row, PeerRelease)
    row.pk, row.number, row.reason = None, 2, "Igen"
    with pytest.raises(IntegrityError, match="one_in_force"), transaction.atomic():
        row.save(force_insert=True)


def test_who_may_not_exchange_is_told_of_nothing(neighbour: Neighbour, world: World, now: datetime) -> None:
    by = world.employee("Karen", role=Role.CASEWORKER)
    with acting_as(by, purpose=Purpose.LEADERSHIP, at=now), pytest.raises(Hidden):
        insight.receive(content=neighbour.file(release()), by=by, at=now)


def test_who_is_known_and_by_which_key(neighbour: Neighbour) -> None:
    assert refused(neighbour.introduce(key="zz")) == "not_a_key"
    assert refused(neighbour.introduce(code="0101")) == "not_a_municipality"
    assert refused(neighbour.introduce(name=" ")) == "not_a_municipality"
    assert refused(neighbour.introduce(code="9993")) == "taken", "two municipalities with one key"
    assert refused(neighbour.introduce(code=settings.MUNICIPALITY_CODE, key="a" * 64)) == "taken"
    neighbour.introduce(key=f" {'AB' * 32}\n")
    assert Peer.objects.get().key == "ab" * 32


CSV = "OMRÅDE;TID;INDHOLD\n101 København;2025;660000\n9991 Nabosund;2025;22000\n"


def figures_read(neighbour: Neighbour, content: str) -> int | Refusal:
    with acting_as(SYSTEM, purpose=Purpose.LEADERSHIP, at=neighbour.at):
        return insight.read_key_figures(
            key="population", title="Befolkning", file_name="FOLK1A.csv", content=content.encode(),
            synthetic=False, by=SYSTEM, at=neighbour.at,
        )  # fmt: skip


def test_key_figures_are_read_and_newer_years_stand_beside(neighbour: Neighbour) -> None:
    assert figures_read(neighbour, CSV) == 2
    assert figures_read(neighbour, CSV.replace("2025;22000", "2026;23000").replace("2025;66", "2026;67")) == 2
    assert insight.key_values(keys=["population"])["population"] == {"101": 670000.0, "9991": 23000.0}
    assert KeyValue.objects.count() == 4
    figures_read(neighbour, CSV)
    assert KeyValue.objects.count() == 4, "the same years are replaced"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (CSV.replace("22000", "22.000"), "unusable"),
        ("OMR;KØN;TID;INDHOLD\n101;Mænd;2025;1\n101;Kvinder;2025;1\n", "several"),
        ("OMR;TID;INDHOLD\n000 Hele landet;2025;1\n", "no_municipality"),
    ],
)
def test_key_figures_are_refused_whole(neighbour: Neighbour, content: str, code: str) -> None:
    assert refused(figures_read(neighbour, content)) == code
    assert not KeyValue.objects.exists()


@pytest.fixture
def log(world: World, now: datetime, tmp_path: Path) -> Callable[[int], Path]:
    """So many more citizens asked for help in the summer; the folder of the log that is made of it."""

    def made(number: int) -> Path:
        ask(world, number)
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
            insight.rebuild(folder=tmp_path, at=now)
        return tmp_path

    return made


def ours(folder: Path, at: datetime, reason: str = "") -> PeerRelease | Refusal:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        return insight.release_quarter(folder=folder, by=SYSTEM, at=at, reason=reason)


def test_we_release_a_quarter_once_and_correct_it_in_the_open(log: Callable[[int], Path], now: datetime) -> None:
    row = ours(log(80), now)
    assert isinstance(row, PeerRelease)
    signed = read(insight.file_of(row))
    told = next(one for one in signed.release.figures if (one.indicator, one.kind) == ("digital", ""))
    assert told.cases == 80
    assert receiving.is_signed(signed.content, key=insight.own_key(), signature=signed.signature)
    assert refused(ours(log(0), now)) == "no_reason"
    assert refused(ours(log(0), now, "Se efter")) == "no_news"
    again = ours(log(40), now, "Fyrre var ikke talt med")
    assert isinstance(again, PeerRelease)
    assert (again.number, read(insight.file_of(again)).release.corrects) == (2, row.checksum)


def test_a_release_of_few_holds_everything_back(log: Callable[[int], Path], now: datetime) -> None:
    row = ours(log(9), now)
    assert isinstance(row, PeerRelease)
    assert not row.figures.filter(cases__isnull=False).exists()
    assert row.figures.exists()


def test_the_job_freezes_the_quarter_once(
    world: World, now: datetime, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(settings, "INSIGHT_ROOT", tmp_path)
    ask(world, 20)
    jobs.refresh_events(at=now)
    jobs.refresh_events(at=now + timedelta(minutes=1))
    assert PeerRelease.objects.get().quarter == QUARTER
