"""Start-up of the reminders app."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Reminders to staff by e-mail, as each of them chooses."""

    name = "borgerfokus.apps.reminders"
    label = "reminders"
