"""Start-up of the offers app."""

from django.apps import AppConfig


class OffersConfig(AppConfig):
    """The catalogue of offers, and the offer chosen in a case."""

    name = "borgerfokus.apps.offers"
    label = "offers"
