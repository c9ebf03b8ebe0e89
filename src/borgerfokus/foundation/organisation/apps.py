"""Start-up of the organisation app."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """Units, employees, engagements and responsibilities."""

    name = "borgerfokus.foundation.organisation"
    label = "organisation"
