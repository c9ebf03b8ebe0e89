"""Every address of the platform: pages with a sample to look at, and what is no page, with the reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from borgerfokus.apps.assessment.models import Evidence
from borgerfokus.apps.casework.models import Case, CaseTypeVersion, Task
from borgerfokus.apps.decisions.models import BoardDecision, Decision, Hearing
from borgerfokus.apps.dialogue.models import Concern, PhaseQuestion
from borgerfokus.apps.interventions.models import Order
from borgerfokus.apps.journal.models import Entry
from borgerfokus.apps.offers.models import Offer
from borgerfokus.apps.supervision.models import Campaign, ReviewForm, SampledCase
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.outbox.models import Message
from borgerfokus.foundation.people.models import Person
from borgerfokus.foundation.wording.models import WordingVersion
from tests.journeys import (
    pages_across,
    pages_bench,
    pages_booking,
    pages_dash,
    pages_e,
    pages_ent,
    pages_exchange,
    pages_flow,
    pages_g,
    pages_guidance,
    pages_messages,
    pages_post,
    pages_trust,
)
from tests.journeys.server import House
from tests.journeys.small_demo import ALLAN, BIRGITTE, HENNY, KAREN, MALENE, SANNE, People, Sample

_API = "api"
FILE, POSTED, MACHINE, MOVES = "sends a file", "takes a form only", "answers programs", "sends the browser on"
NOT_PAGES = {
    "admin:answer_for": POSTED,
    _API: MACHINE,
    "citizen:appeal_withdraw": POSTED,
    "citizen:autosave": POSTED,
    "citizen:document": FILE,
    "citizen:letter_pdf": FILE,
    "citizen:plan_pdf": FILE,
    "citizen:request_drop": POSTED,
    "citizen:request_save": POSTED,
    "citizen:reveal": POSTED,
    "citizen:withdraw_power": POSTED,
    "demo_login:answer": MACHINE,
    "login:callback": MOVES,
    "login:language": POSTED,
    "login:logout": POSTED,
    "login:resume": MOVES,
    "login:start": MOVES,
    "admin:offers-csv": FILE,
    "partner:document": FILE,
    "admin:wording-act": POSTED,
    "admin:wording-pdf": FILE,
    "staff:chase-csv": FILE,
    "staff:concern-file": FILE,
    "citizen:appointment_ics": FILE,
    "citizen:group_join": POSTED,
    "staff:concern-receipt": FILE,
    "staff:decision-readability": POSTED,
    "management:review-draft": POSTED,
    "citizen:meeting_ics": FILE,
    "staff:board-csv": FILE,
    "public:feed": FILE,
    "staff:appointment-ics": FILE,
    "staff:meeting-ics": FILE,
    "staff:decision-pdf": FILE,
    "staff:document": FILE,
    "staff:draft": POSTED,
    "staff:duty-csv": FILE,
    "staff:hand-out": POSTED,
    "staff:letter-again": POSTED,
    "staff:plan-pdf": FILE,
    "staff:list-csv": FILE,
    "staff:print-letter": FILE,
    "staff:tick": POSTED,
    "staff:view-drop": POSTED,
    "staff:view-save": POSTED,
    "management:campaign-list": FILE,
    "management:campaign-report": FILE,
    **pages_bench.NOT_PAGES,
    **pages_e.NOT_PAGES,
    **pages_trust.NOT_PAGES,
    **pages_post.NOT_PAGES,
    **pages_messages.NOT_PAGES,
    **pages_g.NOT_PAGES,
}


def addresses() -> set[str]:
    """The names of all addresses; those of the API count as one."""
    return set(_names(get_resolver().url_patterns, ""))


def _names(patterns: Iterable[Any], space: str) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            inside = f"{space}{one.namespace}:" if one.namespace else space
            is_api = (one.namespace or "").startswith(_API)
            yield from (_API,) if is_api else _names(one.url_patterns, inside)
        elif isinstance(one, URLPattern):
            yield f"{space}{one.name}"


def samples(house: House) -> list[Sample]:
    """A sample of every page, and more than one of those that look different in different cases."""
    there = People(house)
    seen = {name: there.cases_of(there.employee(name)) for name in (KAREN, BIRGITTE)}
    with there.looking():
        theirs = [*_citizen(there), *_planned(there)]
        worked = [*_staff(there, seen), *_children(there), *pages_across.samples(there), *pages_booking.samples(there)]
        led = [*_leading(there), *_of_effect(there), *_administering(there), *pages_exchange.samples(there)]
        by_trust = pages_trust.samples(there, next(one.by for one in theirs if one.by))
        of_parts = [*_of_each_part(there), *by_trust]
        return [*_public(), *theirs, *worked, *led, *of_parts]


def _of_each_part(there: People) -> Iterator[Sample]:
    parts = (pages_bench, pages_dash, pages_e, pages_ent, pages_flow, pages_g, pages_guidance, pages_messages)
    for part in (*parts, pages_post):
        yield from part.samples(there)


def _public() -> Iterator[Sample]:
    yield Sample("public:kodeks", reverse("public:kodeks"), None)
    plain = ("public:front", "public:promises", "public:who", "public:values", "public:accessibility", "public:privacy")
    yield Sample("public:concern", reverse("public:concern"), None)
    for name in (*plain, "login:choose", "login:emergency", "login:ended", "design:gallery", "design:gallery-staff"):
        yield Sample(name, reverse(name), None)
    yield Sample("public:search", reverse("public:search", query={"q": "støtte"}), None)
    yield Sample("public:search", reverse("public:search", query={"q": "intet findes med dette"}), None)
    yield Sample("public:life", reverse("public:life", args=["mental-health"]), None)
    yield Sample("public:help", reverse("public:help", args=["sel-85"]), None)
    yield from _of_offers("public", None)
    yield Sample("demo_login:authorize", reverse("login:start", args=["borger"]), None)
    yield Sample("demo_login:authorize", reverse("login:start", args=["medarbejder"]), None)
    yield Sample("not found", "/findes-ikke/", None)


def _of_offers(place: str, by: Actor | None) -> Iterator[Sample]:
    """The catalogue as it stands, with filters, without a hit, and two offers by themselves and side by side."""
    shown = Offer.objects.filter(replaced_at__isnull=True, ends__isnull=True, public=True)
    keys = [shown.filter(without_case=is_open).order_by("key")[0].key for is_open in (True, False)]
    for query in ({}, {"q": "ensom", "aaben": "on"}, {"q": "intet findes med dette"}):
        yield Sample(f"{place}:offers", reverse(f"{place}:offers", query=query), by)
    for chosen in (keys, keys[:1]):
        address = reverse(f"{place}:offers-compare", query={"valg": chosen})
        yield Sample(f"{place}:offers-compare", address, by)
    for key in keys:
        yield Sample(f"{place}:offer", reverse(f"{place}:offer", args=[key]), by)


def _citizen(there: People) -> Iterator[Sample]:
    asked = Task.objects.filter(for_whom="citizen", done_at__isnull=True, kind="fact", case__closed_at__isnull=True)
    task = asked.select_related("case").order_by("id")[0]
    me = there.citizen(task.case.citizen_id)
    names = ("overview", "choose", "letters", "data", "lookups", "powers", "rights")
    yield from (_of(f"citizen:{name}", me) for name in names)
    for name in ("case", "journal", "comment", "upload", "hearing", "appeal", "withdraw", "request_sent"):
        yield _of(f"citizen:{name}", me, task.case.number)
    yield _of("citizen:task", me, task.pk)
    yield _of("citizen:request", me, "sel-107")
    yield Sample("citizen:request", reverse("citizen:request", args=["sel-107"], query={"trin": 9}), me)
    yield Sample("not found", "/min/sag/2020-999999/", me)
    yield from _of_others(there)


def _of_others(there: People) -> Iterator[Sample]:
    out = Hearing.objects.filter(stage="sent", case__closed_at__isnull=True)
    hearing = out.select_related("case").order_by("id")[0]
    yield _of("citizen:hearing", there.citizen(hearing.case.citizen_id), hearing.case.number)
    yield _of("citizen:overview", there.citizen(hearing.case.citizen_id))
    decision = Decision.objects.filter(state="issued", case__closed_at__isnull=True, appeals__isnull=True)
    made = decision.select_related("case").order_by("-issued_at")[0]
    me = there.citizen(made.case.citizen_id)
    yield _of("citizen:decision", me, made.case.number, made.pk)
    yield _of("citizen:case", me, made.case.number)
    yield _of("citizen:appeal", me, made.case.number)
    letter = Message.objects.filter(case_id=made.case_id, reference=f"decision:{made.pk}")[0]
    yield _of("citizen:letter", me, letter.message_id)
    appealed = Decision.objects.filter(appeals__isnull=False).select_related("case").order_by("-id")[0]
    yield _of("citizen:appeal", there.citizen(appealed.case.citizen_id), appealed.case.number)
    closed = Case.objects.filter(closed_at__isnull=False).order_by("-closed_at")[0]
    for name in ("case", "turns"):
        yield _of(f"citizen:{name}", there.citizen(closed.citizen_id), closed.number)


def _planned(there: People) -> Iterator[Sample]:
    """Plans while they are written, while they wait, and agreed, for the citizen and the caseworker."""
    karen, oskar = there.employee(KAREN), there.employee("Oskar Brink")
    cases = Case.objects.order_by("id")
    drafted = cases.filter(plans__state="draft", caseworker_id=oskar.id)[0]
    yield _of("staff:plan", oskar, drafted.number)
    for state in ("shown", "agreed"):
        case = cases.filter(plans__state=state, caseworker_id=karen.id)[0]
        me = there.citizen(case.citizen_id)
        yield _of("citizen:plan", me, case.number)
        yield _of("citizen:case", me, case.number)
        for fold in ("", "follow-up", "help-change"):
            query = {"vis": fold} if fold else {}
            yield Sample("staff:help", reverse("staff:help", args=[case.number], query=query), karen)


_TABS = ("case", "journal", "information", "assessment", "help", "decisions", "documents", "parties", "history")


def _staff(there: People, seen: Mapping[str, Sequence[int]]) -> Iterator[Sample]:
    karen, birgitte, sanne = (there.employee(name) for name in (KAREN, BIRGITTE, SANNE))
    yield from (_of(f"staff:{name}", karen) for name in ("day", "list", "inbox", "new", "organisation", "emergency"))
    yield from _of_offers("staff", karen)
    yield _of("staff:day", birgitte)
    yield _of("staff:list", birgitte)
    yield _of("staff:inbox", birgitte)
    yield _of("staff:print-queue", sanne)
    yield Sample("staff:search", reverse("staff:search", query={"q": "Mads"}), karen)
    yield Sample("staff:search", reverse("staff:search", query={"q": "findes ikke"}), karen)
    yield Sample("staff:list", reverse("staff:list", query={"print": 1}), karen)
    asked = Task.objects.filter(kind="fact", done_at__isnull=True, case__in=seen[KAREN])
    case = asked.select_related("case").order_by("id")[0].case
    yield from (_of(f"staff:{tab}", karen, case.number) for tab in _TABS)
    theme = reverse("staff:assessment", args=[case.number], query={"vis": "theme-chores"})
    yield Sample("staff:assessment", theme, karen)
    yield _of("staff:fact", karen, case.number, "O10")
    entry = Entry.objects.filter(case=case).order_by("id")[0]
    yield _of("staff:entry", karen, case.number, entry.pk)
    yield Sample("not found", "/sag/2020-999999/", karen)
    for fold in ("ask",):
        yield Sample("staff:information", reverse("staff:information", args=[case.number], query={"vis": fold}), karen)
    yield Sample("staff:case", reverse("staff:case", args=[case.number], query={"vis": "pause"}), karen)
    yield from _deciding(birgitte, seen[BIRGITTE])
    yield from _chasing(karen)


def _chasing(karen: Actor) -> Iterator[Sample]:
    """The chase over all cases, and a case with a contradiction, a late doctor and a theme to confirm again."""
    yield _of("staff:chase", karen)
    yield Sample("staff:chase", reverse("staff:chase", query={"fra": "school"}), karen)
    against = Evidence.objects.filter(contradicts__isnull=False, ended_at__isnull=True).select_related("case")
    for one in against.order_by("id")[:1]:
        yield _of("staff:information", karen, one.case.number)
        yield _of("staff:fact", karen, one.case.number, one.fact)
        folds = reverse("staff:information", args=[one.case.number], query={"vis": "consent"})
        yield Sample("staff:information", folds, karen)
    remitted = BoardDecision.objects.filter(outcome="remitted", case__caseworker_id=karen.id).select_related("case")
    for board in remitted.order_by("-id")[:1]:
        yield _of("staff:decisions", karen, board.case.number)


def _children(there: People) -> Iterator[Sample]:
    """The duty screen, a notification in every state, a child's case, and what a parent and a young person see."""
    duty, mother = there.employee("Maja Thorup"), Person.objects.get(given_name="Anne", family_name="Kirkeby")
    yield from (_of(f"staff:{name}", duty) for name in ("day", "duty", "concern-new"))
    rows = Concern.objects.order_by("-registered_at")
    for some in (rows.filter(way="", assessed_at=None), rows.filter(way="", violence=True), rows.exclude(way="")):
        yield _of("staff:concern", duty, some[0].reference)
    yield _of("staff:concern", duty, rows.filter(citizen__isnull=False)[0].reference)
    for key in ("bl-20", "bl-18", "bl-108"):
        case = Case.objects.filter(type_key=key).order_by("-id")[0]
        yield from (_of(f"staff:{tab}", duty, case.number) for tab in ("case", "assessment", "information", "parties"))
    for person_id in (mother.pk, Case.objects.filter(type_key="bl-108").order_by("id")[0].citizen_id):
        reader = there.citizen(person_id)
        yield _of("citizen:overview", reader)
        own = Case.objects.filter(citizen_id__in=reader.persons).order_by("id")[0]
        yield _of("citizen:case", reader, own.number)


def _deciding(leader: Actor, seen: Sequence[int]) -> Iterator[Sample]:
    rows = Decision.objects.filter(case__in=seen).select_related("case").order_by("id")
    for state in ("draft", "to_approve", "issued"):
        for one in rows.filter(state=state)[:1]:
            yield _of("staff:decision", leader, one.case.number, one.pk)
            yield _of("staff:decisions", leader, one.case.number)
    for one in rows.filter(appeals__isnull=False)[:1]:
        yield _of("staff:decisions", leader, one.case.number)
    cases = Case.objects.filter(pk__in=seen).order_by("-id")
    for phase in ("intake", "intervention", "follow_up", "closed"):
        for case in cases.filter(phase=phase)[:1]:
            yield _of("staff:case", leader, case.number)
            yield _of("staff:help", leader, case.number)


def _leading(there: People) -> Iterator[Sample]:
    birgitte = there.employee(BIRGITTE)
    names = ("team", "appeals", "emergencies", "lookups", "flow", "forecast", "demography", "indicators")
    yield from (_of(f"management:{name}", birgitte) for name in names)
    yield _of("management:indicator", birgitte, "decision_time")
    yield _of("management:lookups", there.employee(MALENE))
    yield from _supervising(there)


def _supervising(there: People) -> Iterator[Sample]:
    """Campaigns that run and are over, a review to do, findings to answer, and the kodeks of the teams."""
    henny = there.employee(HENNY)
    for name in ("supervision", "campaign-new", "kodeks"):
        yield _of(f"management:{name}", henny)
    for state in ("running", "closed"):
        campaign = Campaign.objects.filter(state=state).order_by("-id")[0]
        yield _of("management:campaign", henny, campaign.pk)
        yield _of("management:campaign-result", henny, campaign.pk)
    draft = Campaign.objects.filter(state="closed").order_by("id")[0]
    yield _of("management:campaign-edit", henny, draft.pk)
    waiting = SampledCase.objects.filter(state="waiting", campaign__state="running").select_related("reviewer")[0]
    reviewer = there.employee(waiting.reviewer.name)
    yield _of("management:supervision", reviewer)
    yield _of("management:review", reviewer, waiting.pk)
    rows = SampledCase.objects.filter(done_at__isnull=False, case__caseworker__isnull=False)
    for state in ("done", "answered"):
        for one in rows.filter(state=state).select_related("case__caseworker").order_by("-id")[:1]:
            assert one.case.caseworker is not None
            worker = there.employee(one.case.caseworker.name)
            yield _of("staff:supervision", worker)
            yield _of("staff:supervision-answer", worker, one.pk)


def _of_effect(there: People) -> Iterator[Sample]:
    """Figures of effect and experience, whole and narrowed; orders with those who give the help; the question."""
    birgitte, freja = there.employee(BIRGITTE), there.employee("Freja Lykkegård")
    for name in ("effect", "experience"):
        yield _of(f"management:{name}", birgitte)
        narrowed = reverse(f"management:{name}", query={"efter": "niveau", "kun": "enhed:bostoetten"})
        yield Sample(f"management:{name}", narrowed, birgitte)
    yield _of("partner:orders", freja)
    for state in ("sent", "accepted", "started"):
        for order in Order.objects.filter(state=state, unit__key="bostoetten").order_by("-id")[:1]:
            yield _of("partner:order", freja, order.pk)
    asked = PhaseQuestion.objects.filter(closed_at__isnull=True, case__closed_at__isnull=True).select_related("case")
    told = PhaseQuestion.objects.filter(experience__isnull=False).select_related("case")
    for question in (asked.order_by("-id")[0], told.order_by("-id")[0]):
        me = there.citizen(question.case.citizen_id)
        yield _of("citizen:experience", me, question.case.number, question.pk)
        yield _of("citizen:case", me, question.case.number)


def _administering(there: People) -> Iterator[Sample]:
    allan = there.employee(ALLAN)
    yield from (_of(f"admin:{name}", allan) for name in ("start", "types", "values", "units", "clients", "offers"))
    yield from (_of(f"admin:{name}", allan) for name in ("kodeks", "review-forms"))
    yield _of("admin:review-form", allan, ReviewForm.objects.order_by("number")[0].pk)
    yield _of("admin:offer-new", allan)
    yield _of("admin:offer", allan, Offer.objects.order_by("key")[0].key)
    yield _of("admin:type", allan, CaseTypeVersion.objects.filter(key="sel-85").order_by("-number")[0].pk)
    yield _of("admin:value", allan, "own.draft_retention")
    yield _of("admin:wordings", allan)
    yield _of("admin:wording", allan, "notice.closed", "alle")
    yield _of("admin:wording", allan, "decision.refused", "sel-85")
    yield _of("admin:wording-version", allan, WordingVersion.objects.order_by("-number")[0].pk)
    yield _of("admin:unit", allan, Unit.objects.get(key="voksenteamet").pk)


def _of(name: str, by: Actor, *arguments: object) -> Sample:
    return Sample(name, reverse(name, args=arguments), by)
