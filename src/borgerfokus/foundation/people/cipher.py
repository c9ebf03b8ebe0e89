"""Personal numbers and addresses at rest: encrypted with AES-GCM. Numbers are found again by a keyed blind index."""

import hmac
import secrets
from hashlib import sha256

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from borgerfokus.core.identity import Cpr

_VERSION = b"\x01"
_WORDS = b"\x02"


def seal(cpr: Cpr) -> bytes:
    """Encrypt a personal number: one version byte, 12 bytes of nonce, then the sealed text."""
    return seal_text(cpr.digits)


def unseal(sealed: bytes) -> Cpr:
    """Decrypt what `seal` made. Raises cryptography's InvalidTag when it was tampered with."""
    return Cpr(unseal_text(sealed))


def seal_text(text: str) -> bytes:
    """Encrypt a short secret in the same way."""
    nonce = secrets.token_bytes(12)
    return _VERSION + nonce + AESGCM(settings.KEYS.cpr).encrypt(nonce, text.encode(), _VERSION)


def unseal_text(sealed: bytes) -> str:
    """Decrypt what `seal_text` made. Raises cryptography's InvalidTag when it was tampered with."""
    sealed = bytes(sealed)
    return AESGCM(settings.KEYS.cpr).decrypt(sealed[1:13], sealed[13:], sealed[:1]).decode()


def seal_words(words: str) -> bytes:
    """Encrypt an address that somebody is reached at, or an entrusted secret: the same shape, another first byte."""
    nonce = secrets.token_bytes(12)
    return _WORDS + nonce + AESGCM(settings.KEYS.cpr).encrypt(nonce, words.encode(), _WORDS)


def unseal_words(sealed: bytes | memoryview) -> str:
    """Decrypt what `seal_words` made. Raises cryptography's InvalidTag when it was tampered with."""
    sealed = bytes(sealed)
    return AESGCM(settings.KEYS.cpr).decrypt(sealed[1:13], sealed[13:], _WORDS).decode()


def blind_index(cpr: Cpr) -> bytes:
    """32 bytes by which an equal number is found without being readable."""
    return blind_text(cpr.digits)


def blind_text(text: str) -> bytes:
    """32 bytes by which an equal secret is found without being readable."""
    return hmac.new(settings.KEYS.index, text.encode(), sha256).digest()
