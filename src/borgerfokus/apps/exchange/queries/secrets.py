"""The secrets that messages are signed with: made of a key that lies outside the database, and kept nowhere."""

import hmac
from datetime import datetime
from hashlib import sha256

from django.conf import settings

from borgerfokus.apps.exchange.models import Integration
from borgerfokus.core.exchange import signing


def keys_of(integration: Integration, *, at: datetime) -> tuple[bytes, ...]:
    """The secrets in use: the newest, and the one before as long as the receiver may still know it alone."""
    keys = [_key(integration, integration.secret_number)]
    if integration.old_secret_until is not None and integration.old_secret_until > at:
        keys.append(_key(integration, integration.secret_number - 1))
    return tuple(keys)


def secret_of(integration: Integration) -> str:
    """The newest secret, as the receiver gets it. Shown when it is made, to who may edit clients."""
    return signing.secret_text(_key(integration, integration.secret_number))


def _key(integration: Integration, number: int) -> bytes:
    said = f"webhook:{integration.pk}:{integration.key}:{number}".encode()
    return hmac.new(settings.KEYS.exchange, said, sha256).digest()
