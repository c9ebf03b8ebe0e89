"""Complaints that are no appeals, in words."""

from django.utils.translation import gettext as _


def kind_words(kind: str) -> str:
    """What a complaint is about."""
    return {
        "waiting": _("Ventetid"),
        "conduct": _("Den måde, jeg er blevet mødt på"),
        "accessibility": _("Noget på siden, der er svært at bruge"),
    }[kind]
