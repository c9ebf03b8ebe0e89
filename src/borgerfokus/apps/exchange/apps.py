"""Start-up of the exchange app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Telling other systems what happens: the stream of events, and the integrations that are fed from it."""

    name = "borgerfokus.apps.exchange"
    label = "exchange"
