"""Samples of the public front, of pages by editors, of the guide, and of what colleagues know."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.apps.guidance.models import AskedQuestion, Introduction
from borgerfokus.foundation.access.actor import Actor
from tests.journeys.small_demo import ALLAN, BIRGITTE, HENNY, KAREN, People, Sample

GUIDE = (
    {},
    {"who": "me", "area": "home", "age": "pension"},
    {"who": "me", "area": "home", "age": "pension", "ret": "area"},
    {"who": "me", "area": "home", "age": "pension", "lasting": "stays", "tried": "some"},
    {"who": "me", "area": "violence"},
    {"who": "worried"},
    {"who": "child", "child_area": "thriving"},
)


def samples(there: People) -> Iterator[Sample]:
    """Each page, and more than one of those that look different."""
    for words in ("hjælpemiddel", "rolator", "klage", "jeg drikker for meget", "rumraket", ""):
        yield Sample("public:search", reverse("public:search", query={"q": words}), None)
    yield Sample("public:search", reverse("public:search", query={"q": "træning", "slags": "offer"}), None)
    for answers in GUIDE:
        yield Sample("public:guide", reverse("public:guide", query=answers), None)
    for name in ("pages", "costs"):
        yield _of(f"public:{name}", None)
    for key in ("kontakt-og-aabningstider", "saadan-klager-du", "kvalitetsstandard-genoptraening", "naar-du-mister"):
        yield _of("public:page", None, key)
    yield _of("public:life", None, "getting-older")
    yield _of("public:help", None, "sel-83")
    yield from _written(there)


def _written(there: People) -> Iterator[Sample]:
    henny, karen, birgitte = (there.employee(name) for name in (HENNY, KAREN, BIRGITTE))
    yield _of("admin:pages", henny)
    yield _of("admin:guide", there.employee(ALLAN))
    yield _of("admin:guide-version", there.employee(ALLAN), 1)
    yield _of("admin:page-new", henny)
    yield _of("admin:page", henny, "saadan-klager-du")
    yield _of("staff:inbox", karen)
    yield _of("staff:knowledge", karen)
    for query in ({"q": "varig"}, {"q": "findes ikke"}, {"slags": "learning"}):
        yield Sample("staff:knowledge", reverse("staff:knowledge", query=query), birgitte)
    yield _of("staff:notes-kept", karen)
    yield _of("staff:note-new", karen)
    yield _of("staff:note", karen, "hjaelpemidler-varigt-behov")
    yield _of("staff:note-edit", karen, "laert-af-tilsyn-begrundelser")
    for row in AskedQuestion.objects.order_by("id"):
        yield _of("staff:question", karen, row.pk)
    yield _of("staff:introduction-new", karen)
    introduction = Introduction.objects.order_by("id")[0]
    yield _of("staff:introduction", there.employee("Oskar Brink"), introduction.pk)
    yield _of("staff:introduction-edit", birgitte, introduction.pk)


def _of(name: str, by: Actor | None, *arguments: object) -> Sample:
    return Sample(name, reverse(name, args=arguments), by)
