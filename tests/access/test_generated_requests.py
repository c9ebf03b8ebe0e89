"""Bar B1: made-up requests for every address, by everybody: no answer is 5xx, none takes over 5 s.

A short turn stands here. The bar's own size, with what it came to in `benchmarks/README.md`:
`python -m tests.access.generated 100000`.
"""

from functools import wraps
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponseBase

from tests.access.generated import SEED, maker_of
from tests.access.generating.making import Made, Maker
from tests.access.generating.running import MOST_SECONDS, Came, Told, run, smallest
from tests.access.harness import addresses
from tests.access.scene import Scene

pytestmark = pytest.mark.django_db

MANY = 1_500


def not_asked(maker: Maker, names: set[str]) -> set[tuple[str, str]]:
    """The addresses and methods for which no request is made."""
    made = {(one.row.url, one.row.method) for one in maker.each}
    wanted = {(name, method) for name in names for method in ("GET", "POST") if not name.startswith("api-v1:")}
    of_api = {(name, "") for name in names if name.startswith("api-v1:") and name not in {url for url, _ in made}}
    return (wanted - made) | of_api


@pytest.fixture
def plain(scene: Scene) -> Maker:
    """A maker that has not read the pages for forms, which takes its time."""
    return maker_of(scene, seed=SEED, forms={})


def test_every_address_and_method_is_asked(plain: Maker) -> None:
    assert not_asked(plain, set(addresses())) == set()
    first = [plain.make(number) for number in range(len(plain.each))]
    assert [(one.url, one.method) for one in first] == [(one.row.url, one.row.method) for one in plain.each]


def test_an_address_that_is_not_asked_is_found(plain: Maker) -> None:
    """The sabotage: a page that no request is made for."""
    assert ("staff:brand-new", "POST") in not_asked(plain, {*addresses(), "staff:brand-new"})


def test_the_same_seed_and_number_make_the_same_request(scene: Scene, plain: Maker) -> None:
    again = maker_of(scene, seed=SEED, forms={})
    assert [plain.make(number) for number in range(40)] == [again.make(number) for number in reversed(range(40))][::-1]
    assert maker_of(scene, seed="another", forms={}).make(700) != plain.make(700)


@pytest.mark.slow
def test_nothing_that_is_made_up_breaks_the_site(scene: Scene) -> None:
    maker = maker_of(scene, seed=SEED)
    told = run(maker, range(MANY))
    assert list(told.faults.values()) == []
    assert told.held, (told.past, told.slow)
    assert {(one.row.url, one.row.method) for one in maker.each} <= told.covered


def test_a_view_that_raises_is_found(plain: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: one page fails on one value, and the smallest request that shows it is told."""
    pattern = addresses()["staff:search"][0]
    sound = pattern.callback

    @wraps(sound)
    def failing(request: HttpRequest, *args: Any, **more: Any) -> HttpResponseBase:
        if request.GET.get("q"):
            raise RuntimeError("sabotage")
        answer: HttpResponseBase = sound(request, *args, **more)
        return answer

    monkeypatch.setattr(pattern, "callback", failing)
    numbers = [number for number, one in enumerate(plain.each) if one.row.url == "staff:search"]
    told = run(plain, numbers)
    assert told.failed > 0
    assert not told.held
    (fault,) = told.faults.values()
    assert "RuntimeError" in fault.what
    assert fault.smallest["query"].count("b'q'") == 1
    assert "headers" not in fault.smallest


def test_what_does_not_matter_is_left_out() -> None:
    fields = tuple((b"%d" % one, b"") for one in range(20))
    made = Made(1, "x", "leader", "POST", "/x", fields=fields, headers={"A": "b"})
    found = smallest(made, lambda one: any(name == b"7" for name, _value in one.fields))
    assert (found.fields, found.headers) == (((b"7", b""),), {})


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (Told(asked=2, past=1, statuses={200: 1, 404: 1}), True),
        (Told(asked=2, past=0, statuses={404: 2}), False),
        (Told(asked=1, past=1, statuses={500: 1}), False),
        (Told(asked=1, past=1, statuses={200: 1}, slow=[{"again": MOST_SECONDS + 1}]), False),
        (Told(asked=1, past=1, statuses={200: 1}, slow=[{"again": 0.1}]), True),
    ],
)
def test_the_bar(told: Told, held: bool) -> None:
    assert told.held is held


def test_being_sent_to_log_in_is_not_past_the_doors() -> None:
    assert not Came(302, 0.1, location="/log-ind/?next=x").past
    assert not Came(405, 0.1).past
    assert Came(422, 0.1).past
