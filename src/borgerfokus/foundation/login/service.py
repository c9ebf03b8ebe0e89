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
from borgerfokus.foundation.login.clients import end as end_client
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
    "end_client",
    "issue_token",
    "make_client",
    "make_emergency_account",
    "purge_tokens",
]
