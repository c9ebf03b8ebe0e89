"""Samples of the pages of messages, and of questions about look-ups."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.apps.messages.models import AnswerTemplate, Thread
from borgerfokus.apps.rights.models import LookupQuestion
from tests.journeys.small_demo import ALLAN, BIRGITTE, KAREN, MALENE, People, Sample

NOT_PAGES = {"staff:messages-csv": "sends a file"}


def samples(there: People) -> Iterator[Sample]:
    """Every page of messages: waiting, late, delegated, answered; empty lists; a question open and answered."""
    karen, allan, malene = (there.employee(name) for name in (KAREN, ALLAN, MALENE))
    waiting = list(Thread.objects.filter(due__isnull=False).select_related("case").order_by("due", "id"))
    answered = Thread.objects.filter(due__isnull=True).select_related("case").order_by("id")[0]
    me = there.citizen(answered.case.citizen_id)
    asker = there.citizen(next(one for one in waiting if one.about_id).case.citizen_id)
    for who in (me, asker):
        yield Sample("citizen:messages", reverse("citizen:messages"), who)
    yield Sample("citizen:case_messages", reverse("citizen:case_messages", args=[answered.case.number]), me)
    yield Sample("citizen:message_new", reverse("citizen:message_new", args=[answered.case.number]), me)
    for one in (*waiting, answered):
        who = there.citizen(one.case.citizen_id)
        yield Sample("citizen:thread", reverse("citizen:thread", args=[one.case.number, one.pk]), who)
        yield Sample("staff:thread", reverse("staff:thread", args=[one.case.number, one.pk]), karen)
    for query in ({}, {"hvem": "unit", "status": "all"}, {"q": "findes ikke"}):
        yield Sample("staff:messages", reverse("staff:messages", query=query), karen)
    yield Sample("staff:case-messages", reverse("staff:case-messages", args=[answered.case.number]), karen)
    yield Sample("staff:delegation", reverse("staff:delegation"), karen)
    yield Sample("staff:answer-templates", reverse("staff:answer-templates"), allan)
    yield Sample("staff:answer-template", reverse("staff:answer-template", args=["ny"]), allan)
    common = AnswerTemplate.objects.filter(unit__isnull=True).order_by("id")[0]
    yield Sample("staff:answer-template", reverse("staff:answer-template", args=[common.key]), allan)
    yield Sample("management:messages", reverse("management:messages"), there.employee(BIRGITTE))
    yield Sample("management:lookup-questions", reverse("management:lookup-questions"), malene)
    for row in LookupQuestion.objects.order_by("id"):
        yield Sample("management:lookup-question", reverse("management:lookup-question", args=[row.pk]), malene)
        yield Sample("citizen:lookup", reverse("citizen:lookup", args=[row.lookup_id]), there.citizen(row.person_id))
