"""The door of login: what commands, the API and the pages of administration call."""

from borgerfokus.foundation.login.clients import (
    API_VERBS,
    Credentials,
    NewClient,
    NotAllowed,
    Token,
    all_clients,
    issue_token,
)
from borgerfokus.foundation.login.clients import actor_of as client_actor
from borgerfokus.foundation.login.clients import change as change_client
from borgerfokus.foundation.login.clients import end as end_client
from borgerfokus.foundation.login.clients import find as find_client
from borgerfokus.foundation.login.clients import make as make_client
from borgerfokus.foundation.login.clients import purge as purge_tokens
from borgerfokus.foundation.login.emergency import NewAccount, Secret, make_emergency_account

__all__ = [
    "API_VERBS",
    "Credentials",
    "NewAccount",
    "NewClient",
    "NotAllowed",
    "Secret",
    "Token",
    "all_clients",
    "change_client",
    "client_actor",
    "end_client",
    "find_client",
    "issue_token",
    "make_client",
    "make_emergency_account",
    "purge_tokens",
]
