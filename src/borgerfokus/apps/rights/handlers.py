"""What rights tell casework at start-up: which act goes before all others."""

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.rights.queries.next_act import kind_of_next_act


def connect() -> None:
    """Register with casework."""
    casework.register_urgent_act(kind_of_next_act)
