"""Start-up of the people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Citizens, their addresses, relations and those who act for them."""

    name = "borgerfokus.foundation.people"
    label = "people"
