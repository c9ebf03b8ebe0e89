"""Samples of the dashboards, and of what stands beside the figures."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from django.urls import reverse

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.models import FigureAlert, FigureNote, FigureSubscription, IndicatorFigure
from borgerfokus.apps.offers.models import Offer
from borgerfokus.foundation.organisation.models import Employee
from tests.journeys.small_demo import BIRGITTE, People, Sample

_MADE = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)


def samples(there: People) -> Iterator[Sample]:
    """A leader's pages with an alert, a note, figures by e-mail and a release; and what everybody reads of it."""
    birgitte = there.employee(BIRGITTE)
    alert = _fill(birgitte.id)
    for name in ("overview", "alerts", "notes", "subscriptions", "committee"):
        yield Sample(f"management:{name}", reverse(f"management:{name}"), birgitte)
    yield Sample("management:overview", reverse("management:overview", query={"print": "1"}), birgitte)
    yield Sample("management:alert", reverse("management:alert", args=[alert]), birgitte)
    for name in ("indicator-cases", "committee-one"):
        yield Sample(f"management:{name}", reverse(f"management:{name}", args=["decision_time"]), birgitte)
    for name in ("indicator", "committee-one"):
        yield Sample(f"management:{name}", reverse(f"management:{name}", args=["offer_effect"]), birgitte)
    yield Sample("management:indicator", reverse("management:indicator", args=["coherent"]), birgitte)
    yield Sample("public:figures", reverse("public:figures"), None)
    yield Sample("public:figure", reverse("public:figure", args=["decision_time"]), None)
    token = insight.token_of(1)
    yield Sample("public:figures-stop", reverse("public:figures-stop", args=[1, token]), None)


def _fill(employee: int) -> int:
    unit = Employee.objects.get(pk=employee).engagements.get(primary=True).unit.key
    FigureNote.objects.get_or_create(
        on=date(2026, 5, 1),
        text="Ny blanket",
        defaults={"written_at": _MADE, "written_by": f"employee:{employee}", "written_by_name": BIRGITTE},
    )
    FigureSubscription.objects.get_or_create(
        employee_id=employee, unit="", ended_at=None, defaults={"rhythm": "weekly", "language": "da", "begun_at": _MADE}
    )
    for place, until in enumerate((date(2026, 7, 1), date(2026, 10, 1))):
        for month in (0, *range(202604 + 3 * place, 202607 + 3 * place)):
            IndicatorFigure.objects.get_or_create(
                until=until,
                indicator="decision_time",
                month=month,
                unit="",
                defaults={"version": 1, "value": 50.0 + place + month % 5, "cases": 40, "reckoned_at": _MADE},
            )
    _offers(date(2026, 10, 1))
    alert, _made = FigureAlert.objects.get_or_create(
        indicator="decision_time",
        unit=unit,
        rule="outside",
        ended_at=None,
        defaults={"since": 202610, "month": 202610, "value": 80.0, "raised_at": _MADE},
    )
    return alert.pk


def _offers(until: date) -> None:
    """Effect per offer: one offer that is told of, and one that is too small."""
    told, held = Offer.objects.order_by("key").values_list("key", flat=True).distinct()[:2]
    for part, value in (("", 0.6), (told, 0.8), (held, None)):
        IndicatorFigure.objects.get_or_create(
            until=until,
            indicator="offer_effect",
            part=part,
            defaults={"version": 1, "value": value, "cases": 40 if value else None, "reckoned_at": _MADE},
        )
