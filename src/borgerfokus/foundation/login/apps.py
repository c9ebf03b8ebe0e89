"""Start-up of the login app."""

from django.apps import AppConfig


class LoginConfig(AppConfig):
    """Who is at the other end: citizens, employees and programs."""

    name = "borgerfokus.foundation.login"
    label = "login"
