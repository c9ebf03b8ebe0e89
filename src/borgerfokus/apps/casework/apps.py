"""Start-up of the casework app."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Case types, cases, phases, deadlines, parties, tasks, handovers and the event log."""

    name = "borgerfokus.apps.casework"
    label = "casework"
