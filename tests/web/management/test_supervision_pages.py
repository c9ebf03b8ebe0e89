"""The pages of supervision: from a new campaign to its report, each step as people click it."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from tests.apps.supervision.scene import Scene, done, make
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit.models import Lookup
from borgerfokus.foundation.outbox.models import Message

LogIn = Callable[[Actor], Client]
SUPERVISION = "/ledelse/tilsyn/"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def scene(world: World) -> Scene:
    return make(world)


@pytest.fixture
def as_(now: datetime) -> LogIn:
    def logged_in(actor: Actor) -> Client:
        client = Client()
        log_in(client, actor, at=now)
        return client

    return logged_in


def plan(scene: Scene) -> dict[str, object]:
    new = scene.new(size=2)
    return {
        "title": new.title,
        "purpose": new.purpose,
        "case_types": list(new.case_types),
        "units": list(new.units),
        "starts": new.starts.isoformat(),
        "last": (new.ends - timedelta(days=1)).isoformat(),
        "size": new.size,
        "divided_by": list(new.divided_by),
        "reviewers": list(new.reviewers),
        "review_until": new.review_until.isoformat(),
    }


def answers_of(client: Client, page: str, faults: tuple[str, ...] = ()) -> dict[str, str]:
    """The form of a review with everything in order but the faults."""
    html = client.get(page).content.decode()
    keys = sorted(set(re.findall(r'name="verdict_([a-z_]+)"', html)))
    version = re.search(r'name="version" value="(\d+)"', html)
    assert version
    values = {f"verdict_{key}": "not_met" if key in faults else "met" for key in keys}
    return {**values, **{f"note_{key}": "Se side 2." for key in keys}, "note": "Læst.", "version": version[1]}


def test_a_campaign_is_planned_drawn_begun_reviewed_answered_closed_and_reported(scene: Scene, as_: LogIn) -> None:
    scene.more_cases(3)
    leader = as_(scene.bente)
    assert "Der er ingen kampagner endnu" in leader.get(SUPERVISION).content.decode()
    assert leader.get(f"{SUPERVISION}ny/").status_code == 200
    made = leader.post(f"{SUPERVISION}ny/", plan(scene))
    assert made.status_code == 302, made.content.decode()
    page = made["Location"]
    planned = leader.get(page).content.decode()
    assert "4 sager" in planned
    assert "Med 2 af 4 sager" in planned
    assert leader.post(page, {"act": "draw"}).status_code == 302
    assert leader.post(page, {"act": "begin"}).status_code == 302
    campaign = int(page.rstrip("/").rpartition("/")[2])
    first, second = scene.sampled(campaign)
    for place, one in enumerate((first, second)):
        reviewer = as_(scene.reviewer(one))
        assert one.case.number in reviewer.get(SUPERVISION).content.decode()
        review = f"{SUPERVISION}gennemgang/{one.pk}/"
        typed = answers_of(reviewer, review, faults=("plain",) if place == 0 else ())
        assert reviewer.post(review, {**typed, "act": "finish"}).status_code == 302
    karen = as_(scene.karen)
    assert "Svar på ledelsestilsynets bemærkninger" in karen.get("/sag/").content.decode()
    assert f"/sag/tilsyn/{first.pk}/" in karen.get("/sag/").content.decode()
    assert first.case.number in karen.get("/sag/tilsyn/").content.decode()
    found = karen.get(f"/sag/tilsyn/{first.pk}/").content.decode()
    assert "Er brevet til at forstå for borgeren?" in found
    assert karen.post(f"/sag/tilsyn/{first.pk}/", {"response_plain": "disagreed"}).status_code == 422
    said = {"response_plain": "agreed", "text_plain": "Vi skriver kortere."}
    assert karen.post(f"/sag/tilsyn/{first.pk}/", said).status_code == 302
    assert "Vi skriver kortere." in leader.get(page).content.decode()
    assert leader.post(page, {"act": "close", "learning": "Kortere breve."}).status_code == 302
    result = leader.get(f"{page}resultat/").content.decode()
    assert "Svagest er" in result
    assert "Kortere breve." in result
    sheet = leader.get(f"{page}resultat/?format=csv").content.decode("utf-8-sig")
    assert "Er brevet til at forstå for borgeren?;Alle;1;2;0,500" in sheet
    listed = leader.get(f"{page}udtraek.csv").content.decode("utf-8-sig")
    assert listed.count(";ja") == 2
    report = leader.get(f"{page}rapport.pdf")
    assert report["Content-Type"] == "application/pdf"
    text = "\n".join(one.extract_text() for one in PdfReader(BytesIO(report.content)).pages)
    assert "Ledelsestilsyn: Begrundelser" in text
    assert first.case.number not in text
    given = {"act": "follow-up", "text": "Kursus", "owner": scene.karen.id, "due": plan(scene)["review_until"]}
    assert leader.post(page, given).status_code == 302
    assert "Kursus" in karen.get(SUPERVISION).content.decode()


def test_the_reviewers_look_is_logged_as_supervision_also_on_the_pages_of_the_case(scene: Scene, as_: LogIn) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    reviewer = scene.reviewer(one)
    client = as_(reviewer)
    case = f"/sag/{one.case.number}/"
    for address in (f"{SUPERVISION}gennemgang/{one.pk}/", case, f"{case}journal/"):
        assert client.get(address).status_code == 200, address
    with scene.everything():
        rows = Lookup.objects.filter(subject=reviewer.subject)
        assert {row.purpose for row in rows} == {"supervision"}
        assert rows.count() == 3


def test_a_case_under_review_stands_in_no_list_and_is_found_in_no_search(scene: Scene, as_: LogIn) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    client = as_(scene.ravn if one.reviewer_id == scene.ravn.id else scene.rita)
    if one.reviewer_id != scene.ravn.id:
        with scene.as_(scene.bente):
            done(supervision.swap(sampled_id=one.pk, to=scene.ravn.id, why="x", by=scene.bente, at=scene.at))
        client = as_(scene.ravn)
    assert client.get(f"/sag/{one.case.number}/").status_code == 200
    assert one.case.number not in client.get("/sag/liste/").content.decode()
    assert one.case.number not in client.get("/sag/liste/sager.csv").content.decode()
    found = client.get(f"/sag/soeg/?q={one.case.number}", follow=True)
    assert f"/sag/{one.case.number}/" not in found.content.decode().partition("<main")[2]


def test_a_reviewer_has_no_part_in_the_post_of_the_case(scene: Scene, as_: LogIn) -> None:
    """A letter on paper of a case under review is not in the reviewer's print queue, and cannot be marked as posted."""
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    with scene.everything():
        message = Message.objects.filter(case_id=one.case_id).order_by("queued_at")[0]
        Message.objects.filter(pk=message.pk).update(channel="paper", state="queued", sent_at=None, received_at=None)
    client = as_(scene.ravn)
    if one.reviewer_id != scene.ravn.id:
        with scene.as_(scene.bente):
            done(supervision.swap(sampled_id=one.pk, to=scene.ravn.id, why="x", by=scene.bente, at=scene.at))
    address = f"/sag/print/{message.pk}/"
    assert client.get(address).status_code == 404
    client.post("/sag/print/", {"letter": str(message.pk), "message": str(message.pk)})
    with scene.everything():
        assert Message.objects.get(pk=message.pk).state == "queued"


def test_a_reviewer_changes_nothing_in_the_case(scene: Scene, as_: LogIn) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    client = as_(scene.reviewer(one))
    page = f"/sag/{one.case.number}/"
    assert client.post(page, {"act": "task", "title": "x", "whom": "self"}).status_code == 404
    assert client.post(f"{page}journal/", {"act": "note", "title": "x", "body": "y"}).status_code == 404
    assert "Ny opgave" not in client.get(page).content.decode()


def test_an_expired_campaign_answers_404_at_the_next_request(
    scene: Scene, as_: LogIn, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    reviewer = scene.reviewer(one)
    client = as_(reviewer)
    review, case = f"{SUPERVISION}gennemgang/{one.pk}/", f"/sag/{one.case.number}/"
    assert client.get(review).status_code == client.get(case).status_code == 200
    late = now + timedelta(days=15)
    monkeypatch.setattr(timezone, "now", lambda: late)
    again = Client()
    log_in(again, reviewer, at=late)
    assert again.get(review).status_code == again.get(case).status_code == 404


def test_what_is_typed_is_kept_when_the_review_cannot_be_finished(scene: Scene, as_: LogIn) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    client = as_(scene.reviewer(one))
    review = f"{SUPERVISION}gennemgang/{one.pk}/"
    typed = answers_of(client, review)
    half = {key: value for key, value in typed.items() if not key.startswith("verdict_plain")}
    refused = client.post(review, {**half, "act": "finish", "note": "Halvt læst."})
    assert refused.status_code == 422
    assert "Besvar alle spørgsmål" in refused.content.decode()
    assert "Halvt læst." in client.get(review).content.decode()
    stale = client.post(review, {**typed, "act": "save", "note": "Fra en gammel fane."})
    assert stale.status_code == 409
    assert "Fra en gammel fane." in stale.content.decode()


def test_the_review_keeps_itself_as_it_is_typed_and_is_forgotten_when_saved(scene: Scene, as_: LogIn) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    client = as_(scene.reviewer(one))
    review = f"{SUPERVISION}gennemgang/{one.pk}/"
    typed = answers_of(client, review)
    assert f'data-autosave="{review}kladde/"' in client.get(review).content.decode()
    kept = client.post(f"{review}kladde/", {**typed, "note": "Halvt skrevet."})
    assert kept.content.decode().startswith("Kladden er gemt")
    assert "Halvt skrevet." in client.get(review).content.decode()
    assert client.post(review, {**typed, "act": "save", "note": "Skrevet færdigt."}).status_code == 302
    shown = client.get(review).content.decode()
    assert "Skrevet færdigt." in shown
    assert "Halvt skrevet." not in shown


def test_a_draft_of_an_older_version_is_not_put_back(scene: Scene, as_: LogIn) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    client = as_(scene.reviewer(one))
    review = f"{SUPERVISION}gennemgang/{one.pk}/"
    old = answers_of(client, review)
    assert client.post(review, {**old, "act": "save", "note": "Gemt."}).status_code == 302
    client.post(f"{review}kladde/", {**old, "note": "Fra en gammel fane."})
    assert "Fra en gammel fane." not in client.get(review).content.decode()


def test_a_serious_fault_is_a_task_for_caseworker_and_leader_at_once(scene: Scene, as_: LogIn) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    client = as_(scene.reviewer(one))
    review = f"{SUPERVISION}gennemgang/{one.pk}/"
    typed = answers_of(client, review, faults=("reasons",))
    saved = client.post(review, {**typed, "serious_reasons": "on", "act": "save"})
    assert saved.status_code == 302
    with scene.everything():
        tasks = Task.objects.filter(case_id=one.case_id, kind=supervision.SERIOUS_TASK)
        assert {task.employee_id for task in tasks} == {scene.karen.id, scene.bente.id}
    typed = answers_of(client, review, faults=("reasons",))
    assert client.post(review, {**typed, "serious_reasons": "on", "act": "save"}).status_code == 302
    with scene.everything():
        assert Task.objects.filter(case_id=one.case_id, kind=supervision.SERIOUS_TASK).count() == 2


def test_a_serious_fault_without_a_word_is_refused(scene: Scene, as_: LogIn) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    client = as_(scene.reviewer(one))
    review = f"{SUPERVISION}gennemgang/{one.pk}/"
    typed = answers_of(client, review, faults=("reasons",))
    refused = client.post(review, {**typed, "note_reasons": "", "serious_reasons": "on", "act": "save"})
    assert refused.status_code == 422
    with scene.everything():
        assert not Task.objects.filter(kind=supervision.SERIOUS_TASK).exists()


def test_follow_ups_are_closed_or_passed_on(scene: Scene, as_: LogIn) -> None:
    campaign = scene.running(size=1)
    due = scene.new().review_until.isoformat()
    leader = as_(scene.bente)
    page = f"{SUPERVISION}{campaign}/"
    for text in ("Første", "Anden"):
        leader.post(page, {"act": "follow-up", "text": text, "owner": scene.karen.id, "due": due})
    with scene.everything():
        first, second = supervision.ActionPoint.objects.order_by("pk")
    karen = as_(scene.karen)
    assert karen.post(SUPERVISION, {"act": "end", "follow_up": first.pk, "outcome": ""}).status_code == 302
    assert "Skriv, hvad der kom ud af det." in karen.get(SUPERVISION).content.decode()
    karen.post(SUPERVISION, {"act": "end", "follow_up": first.pk, "outcome": "Gjort."})
    on = {"act": "escalate", "follow_up": second.pk, "outcome": "Ingen penge.", "text": "Find penge"}
    leader.post(page, {**on, "owner": scene.bente.id, "due": due})
    with scene.everything():
        states = dict(supervision.ActionPoint.objects.values_list("text", "state"))
    assert states == {"Første": "closed", "Anden": "escalated", "Find penge": "open"}
    stranger = as_(scene.rita)
    assert stranger.post(SUPERVISION, {"act": "end", "follow_up": second.pk, "outcome": "x"}).status_code == 404


def test_a_campaign_is_cancelled_with_a_reason(scene: Scene, as_: LogIn) -> None:
    campaign = scene.drawn(size=1)
    leader = as_(scene.bente)
    page = f"{SUPERVISION}{campaign}/"
    leader.post(page, {"act": "cancel", "why": ""})
    leader.post(page, {"act": "cancel", "why": "Forkert periode"})
    told = leader.get(page).content.decode()
    assert "Afbrudt, fordi" in told
    assert leader.post(page, {"act": "begin"}).status_code == 302
    assert "kommet videre imens" in leader.get(page).content.decode()
    assert leader.post(page, {"act": "unknown"}).status_code == 404


def test_other_leaders_do_not_know_of_the_campaign(scene: Scene, as_: LogIn) -> None:
    from borgerfokus.core.access import Role

    campaign = scene.running(size=1)
    done(None)
    other = as_(scene.world.employee("Grethe", unit="ydelsesteamet", role=Role.TEAM_LEADER, leads=True))
    for address in ("", "ret/", "resultat/", "rapport.pdf", "udtraek.csv"):
        assert other.get(f"{SUPERVISION}{campaign}/{address}").status_code == 404
    assert "Begrundelser" not in other.get(SUPERVISION).content.decode()
