"""Figures that anybody may see."""

from borgerfokus.apps.casework.models import PromiseFigure


def newest_promises() -> dict[str, PromiseFigure]:
    """The figures of the newest published quarter, by case type."""
    newest = PromiseFigure.objects.order_by("-quarter").values_list("quarter", flat=True).first()
    return {row.type_key: row for row in PromiseFigure.objects.filter(quarter=newest or "")}
