"""The provider's signing key: made once, kept beside the installation's other keys."""

import json
import os
from contextlib import suppress
from functools import cache
from pathlib import Path

from django.conf import settings
from joserfc.jwk import ECKey


@cache
def signing_key() -> ECKey:
    """The key on P-256. Processes that start together end up with the same."""
    path = Path(settings.HOME) / "keys" / "demo-login"
    if not path.exists():
        _make(path)
    return ECKey.import_key(json.loads(path.read_text("ascii")))


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, auto_kid=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(key.as_dict(private=True)), "ascii")
    with suppress(FileExistsError):
        os.link(fresh, path)
    fresh.unlink()
