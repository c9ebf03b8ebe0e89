"""A8: no mutated ID token is let in. Each check is shown to be needed by a verifier without it."""

import base64
import hmac
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

from borgerfokus.foundation.login import tokens
from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.login.tokens import Expected, TokenRefused, verify

AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
NOW = int(AT.timestamp())
EC = ECKey.generate_key("P-256", auto_kid=True)
RSA = RSAKey.generate_key(2048, auto_kid=True)
KEYS = KeySet.import_key_set({"keys": [EC.as_dict(private=False), RSA.as_dict(private=False)]})
EXPECTED = Expected(
    issuer="https://login.example/borger",
    client_id="borgerfokus",
    nonce="n-0S6_WzA2Mj",
    level=Level.SUBSTANTIAL,
    at=AT,
)
GOOD: dict[str, Any] = {
    "iss": EXPECTED.issuer,
    "aud": EXPECTED.client_id,
    "sub": "abc",
    "iat": NOW - 5,
    "exp": NOW + 300,
    "nonce": EXPECTED.nonce,
    "loa": "substantial",
    "cpr": "6101500001",
}
Mutant = tuple[str, str]
Key = ECKey | RSAKey


def signed(claims: dict[str, Any], key: Key = EC, alg: str = "ES256") -> str:
    return jwt.encode({"alg": alg, "kid": key.kid}, claims, key, algorithms=[alg])


def b64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def with_claim(name: str, values: list[Any]) -> Iterator[Mutant]:
    for value in values:
        yield name, signed({**GOOD, name: value})
    yield name, signed({key: value for key, value in GOOD.items() if key != name})


def wrong_issuers() -> Iterator[Mutant]:
    good = EXPECTED.issuer
    yield from with_claim(
        "iss",
        [
            good + "/",
            good.upper(),
            good[:-1],
            good + "x",
            "http://login.example/borger",
            "https://login.example",
            "https://login.example/medarbejder",
            "https://login.example.evil.example/borger",
            "",
            " " + good,
            None,
            1,
            True,
            [good],
            {"iss": good},
            good + "\x00",
            good.replace("o", "о"),
            "https://demo-login.invalid/borger",
        ],
    )


def wrong_audiences() -> Iterator[Mutant]:
    good = EXPECTED.client_id
    yield from with_claim(
        "aud",
        [
            good.upper(),
            good + "x",
            good[:-1],
            "",
            None,
            1,
            True,
            [],
            [None],
            ["another"],
            [good, "another"],
            [[good]],
            {"aud": good},
            f"{good},another",
            f" {good}",
            "*",
            "another",
        ],
    )
    for party in ("another", "", None, 1, [good]):
        claims = {**GOOD, "aud": [good, "another"], "azp": party}
        yield "azp", signed(claims)
    yield "azp", signed({**GOOD, "azp": "another"})


def wrong_nonces() -> Iterator[Mutant]:
    good = EXPECTED.nonce
    yield from with_claim(
        "nonce",
        [
            good[:-1],
            good + "x",
            good.upper(),
            good.lower(),
            good[::-1],
            "",
            " ",
            None,
            0,
            1,
            True,
            False,
            [good],
            {"nonce": good},
            good + "\x00",
            good.replace("_", "-"),
            "æøå",
        ],
    )


def wrong_times() -> Iterator[Mutant]:
    yield from with_claim(
        "exp",
        [
            NOW - 31,
            NOW - 60,
            NOW - 3600,
            NOW - 10**6,
            0,
            -1,
            None,
            "",
            str(NOW + 300),
            True,
            False,
            [NOW + 300],
            NOW - 30.5,
            "never",
        ],
    )
    yield from with_claim("iat", [NOW + 31, NOW + 3600, NOW + 10**9, None, "", str(NOW), True, [NOW]])
    for value in (NOW + 31, NOW + 3600, "", str(NOW), True, [NOW], NOW + 10**6):
        yield "nbf", signed({**GOOD, "nbf": value})


def wrong_levels() -> Iterator[Mutant]:
    eidas, nsis = "http://eidas.europa.eu/LoA/", "https://data.gov.dk/concept/core/nsis/"
    yield from with_claim(
        "loa",
        [
            "low",
            "Low",
            "LOW",
            "SUBSTANTIAL",
            "",
            "none",
            "substantial ",
            " high",
            "3",
            3,
            4,
            None,
            True,
            ["high"],
            {"loa": "high"},
            eidas + "low",
            nsis + "Low",
            eidas + "substantia",
            nsis,
            "betydelig",
            "høj",
        ],
    )
    for acr in ("low", eidas + "low", "", None, 4, "unknown"):
        yield "acr", signed({**GOOD, "acr": acr})
        yield "acr alone", signed({**{k: v for k, v in GOOD.items() if k != "loa"}, "acr": acr})


def broken_signatures() -> Iterator[Mutant]:
    random = Random(20261123)
    for key, alg in ((EC, "ES256"), (RSA, "RS256")):
        head, body, signature = signed(GOOD, key, alg).split(".")
        raw = base64.urlsafe_b64decode(signature + "==")
        for _turn in range(30):
            place = random.randrange(len(raw) * 8)
            flipped = bytearray(raw)
            flipped[place // 8] ^= 1 << place % 8
            yield "bit of the signature", f"{head}.{body}.{b64(bytes(flipped))}"
        for cut in (b"", raw[:-1], raw + b"\x00", bytes(len(raw)), raw[::-1]):
            yield "length of the signature", f"{head}.{body}.{b64(cut)}"
        for name, value in (("cpr", "6101500002"), ("loa", "high"), ("sub", "other"), ("exp", NOW + 9999)):
            yield "content", f"{head}.{b64(json.dumps({**GOOD, name: value}).encode())}.{signature}"
        yield "parts", f"{head}.{body}"
        yield "parts", f"{head}.{body}.{signature}.{signature}"
        yield "parts", f"{head}..{signature}"


def wrong_keys() -> Iterator[Mutant]:
    stranger, strange_rsa = ECKey.generate_key("P-256"), RSAKey.generate_key(2048)
    yield "key of a stranger", jwt.encode({"alg": "ES256", "kid": EC.kid}, GOOD, stranger)
    yield "key of a stranger", jwt.encode({"alg": "RS256", "kid": RSA.kid}, GOOD, strange_rsa)
    yield "unknown key", jwt.encode({"alg": "ES256", "kid": "unknown"}, GOOD, stranger)
    yield "no key named", jwt.encode({"alg": "ES256"}, GOOD, stranger)
    header = {"alg": "ES256", "jwk": stranger.as_dict(private=False)}
    yield "key brought along", jwt.encode(header, GOOD, stranger)
    yield "key brought along", jwt.encode({**header, "kid": EC.kid}, GOOD, stranger)


def wrong_algorithms() -> Iterator[Mutant]:
    body = b64(json.dumps(GOOD).encode())
    for alg in ("none", "None", "NONE", "nOnE", "", None, "HS256", "ES512", "EdDSA"):
        for kid in (EC.kid, None):
            head = b64(json.dumps({"alg": alg, "kid": kid} if kid else {"alg": alg}).encode())
            yield "alg", f"{head}.{body}."
            yield "alg", f"{head}.{body}.{b64(b'x' * 64)}"
    for public in (EC, RSA):
        forms = [public.as_pem(private=False), public.as_der(private=False)]
        forms.append(json.dumps(public.as_dict(private=False)).encode())
        for form in forms:
            for size in ("256", "384", "512"):
                head = b64(json.dumps({"alg": f"HS{size}", "kid": public.kid}).encode())
                mac = hmac.digest(form, f"{head}.{body}".encode(), f"sha{size}")
                yield "public key as secret", f"{head}.{body}.{b64(mac)}"


def not_tokens() -> Iterator[tuple[str, Any]]:
    for value in (None, "", "a", "a.b.c", 7, b"a.b.c", [], {}, "." * 5, "é.é.é", "x" * 20_000, "a" * 16_000):
        yield "form", value


FAMILIES: list[Callable[[], Iterator[tuple[str, Any]]]] = [
    wrong_issuers,
    wrong_audiences,
    wrong_nonces,
    wrong_times,
    wrong_levels,
    broken_signatures,
    wrong_keys,
    wrong_algorithms,
    not_tokens,
]
pytestmark = pytest.mark.filterwarnings("ignore::joserfc.errors.SecurityWarning")


def is_accepted(token: object, expected: Expected = EXPECTED) -> bool:
    try:
        verify(token, keys=KEYS, expected=expected)
    except TokenRefused:
        return False
    return True


@pytest.mark.parametrize(("key", "alg"), [(EC, "ES256"), (RSA, "RS256"), (RSA, "PS256")])
def test_a_true_token_is_accepted(key: Key, alg: str):
    assert verify(signed(GOOD, key, alg), keys=KEYS, expected=EXPECTED)["cpr"] == GOOD["cpr"]


@pytest.mark.parametrize("level", ["substantial", "high", "https://data.gov.dk/concept/core/nsis/High"])
def test_a_level_that_reaches_is_accepted(level: str):
    assert is_accepted(signed({**GOOD, "loa": level}))


def test_no_mutated_token_is_accepted():
    mutants = [mutant for family in FAMILIES for mutant in family()]
    assert len(mutants) >= 200, len(mutants)
    assert [name for name, token in mutants if is_accepted(token)] == []


@pytest.mark.parametrize(
    ("check", "family"),
    [
        ("issuer", wrong_issuers),
        ("audience", wrong_audiences),
        ("nonce", wrong_nonces),
        ("expiry", wrong_times),
        ("issued", wrong_times),
        ("level", wrong_levels),
    ],
)
def test_a_verifier_without_the_check_lets_one_through(
    check: str, family: Callable[[], Iterator[Mutant]], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delitem(tokens.CHECKS, check)
    assert any(is_accepted(token) for _name, token in family())


def test_a_verifier_without_the_signature_lets_one_through(monkeypatch: pytest.MonkeyPatch):
    def unsigned(token: str, _keys: KeySet) -> object:
        return json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))

    monkeypatch.setattr(tokens, "signed_claims", unsigned)
    assert all(is_accepted(token) for name, token in wrong_algorithms() if name == "public key as secret")


def test_an_expectation_without_nonce_or_issuer_accepts_nothing():
    for empty in ({"nonce": ""}, {"issuer": ""}):
        expected = Expected(**{**EXPECTED.__dict__, **empty})
        claims = {**GOOD, "nonce": expected.nonce, "iss": expected.issuer}
        assert not is_accepted(signed(claims), expected)
