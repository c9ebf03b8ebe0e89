"""Signing what is released with the installation's own Ed25519 key, and believing what others have signed."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings


def own_key() -> bytes:
    """Our public key, which others need to believe our releases."""
    return _own().public_key().public_bytes_raw()


def sign(content: bytes) -> bytes:
    """Our signature of the content."""
    return _own().sign(content)


def is_signed(content: bytes, *, key: bytes, signature: bytes) -> bool:
    """Whether the holder of a public key has signed just this."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _own() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(settings.KEYS.release)
