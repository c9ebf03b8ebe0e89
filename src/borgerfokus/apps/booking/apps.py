"""Start-up of the booking app."""

from django.apps import AppConfig


class BookingConfig(AppConfig):
    """Appointments: reasons, hours, rooms, booking, groups, waiting, calendars outside."""

    name = "borgerfokus.apps.booking"
    label = "booking"

    def ready(self) -> None:
        """Let the citizen be written to about appointments."""
        from borgerfokus.apps.booking import handlers

        handlers.connect()
