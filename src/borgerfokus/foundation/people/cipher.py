"""Personal numbers and entrusted secrets at rest: encrypted with AES-GCM; a number is found through a blind index."""

import hmac
import secrets
from hashlib import sha256

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from borgerfokus.core.identity import Cpr

_VERSION = b"\x01"
_SECRET = b"secret"


def seal(cpr: Cpr) -> bytes:
    """Encrypt a personal number: one version byte, 12 bytes of nonce, then the sealed text."""
    nonce = secrets.token_bytes(12)
    return _VERSION + nonce + AESGCM(settings.KEYS.cpr).encrypt(nonce, cpr.digits.encode(), _VERSION)


def unseal(sealed: bytes) -> Cpr:
    """Decrypt what `seal` made. Raises cryptography's InvalidTag when it was tampered with."""
    sealed = bytes(sealed)
    return Cpr(AESGCM(settings.KEYS.cpr).decrypt(sealed[1:13], sealed[13:], sealed[:1]).decode())


def seal_secret(secret: str) -> bytes:
    """Encrypt a secret that somebody has entrusted us with, as `seal`, and never to be mistaken for a number."""
    nonce = secrets.token_bytes(12)
    return _VERSION + nonce + AESGCM(settings.KEYS.cpr).encrypt(nonce, secret.encode(), _VERSION + _SECRET)


def unseal_secret(sealed: bytes) -> str:
    """Decrypt what `seal_secret` made. Raises cryptography's InvalidTag when it was tampered with."""
    sealed = bytes(sealed)
    return AESGCM(settings.KEYS.cpr).decrypt(sealed[1:13], sealed[13:], sealed[:1] + _SECRET).decode()


def blind_index(cpr: Cpr) -> bytes:
    """32 bytes by which an equal number is found without being readable."""
    return hmac.new(settings.KEYS.index, cpr.digits.encode(), sha256).digest()
