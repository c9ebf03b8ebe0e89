"""A projection as the StatBank writes it becomes need by age group; a file that is not whole is refused."""

import pytest

from borgerfokus.cli.demo.projection import AREA, document
from borgerfokus.core.benchmark.refused import Unusable
from borgerfokus.core.demography import GROUPS, Population, group_of, outlook, read

HEAD = "OMRÅDE;KØN;ALDER;TID;INDHOLD"


def file(*rows: str, head: str = HEAD) -> str:
    return "\n".join([head, *rows])


def test_people_are_counted_once_in_their_age_group() -> None:
    found = read(
        file(
            "000 Hele landet;I alt;0 år;2026;99",
            *(f"751 Aarhus;{sex};{age};{year};{number}" for year in (2026, 2027) for sex, age, number in (
                ("I alt", "I alt", 34), ("I alt", "0 år", 10), ("Mænd", "0 år", 6), ("Kvinder", "0 år", 4),
                ("I alt", "5-9 år", 20), ("I alt", "80 år og derover", 4),
            )),
        )
    )  # fmt: skip
    assert (found.area, found.name) == ("751", "Aarhus")
    assert found.years == {2026: (30, 0, 0, 0, 0, 4), 2027: (30, 0, 0, 0, 0, 4)}


def test_without_totals_the_parts_are_added() -> None:
    rows = [f"751 Aarhus;{sex};18 år;{year};3" for sex in ("Mænd", "Kvinder") for year in (2026, 2027)]
    assert read(file(*rows)).years[2027] == (0, 6, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["751 Aarhus;I alt;0 år;2026;1"], "mindst to år"),
        (["751 Aarhus;I alt;15-19 år;2026;1", "751 Aarhus;I alt;0 år;2027;1"], "trin på ét år"),
        (["751 Aarhus;I alt;gammel;2026;1", "751 Aarhus;I alt;0 år;2027;1"], "ikke en alder"),
        (["751 Aarhus;I alt;0 år;2026;..", "751 Aarhus;I alt;0 år;2027;1"], "skal være hel"),
        (["751 Aarhus;I alt;0 år;2026K1;1", "751 Aarhus;I alt;0 år;2027;1"], "hele år"),
        (["751 Aarhus;I alt;0 år;2026;1", "461 Odense;I alt;0 år;2027;1"], "netop én kommune"),
        (["000 Hele landet;I alt;0 år;2026;1", "000 Hele landet;I alt;0 år;2027;1"], "netop én kommune"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(rows: list[str], said: str) -> None:
    with pytest.raises(Unusable) as refused:
        read(file(*rows))
    assert said in refused.value.text.da
    assert refused.value.text.en


def test_one_of_several_municipalities_is_named() -> None:
    rows = [f"{area};I alt;0 år;{year};7" for area in ("751 Aarhus", "461 Odense") for year in (2026, 2027)]
    assert read(file(*rows), area="461").name == "Odense"


def test_every_age_has_its_group() -> None:
    assert [group_of(age) for age in (0, 17, 18, 66, 67, 79, 80, 110)] == [0, 0, 1, 3, 4, 4, 5, 5]
    assert len(GROUPS) == 6


def test_need_follows_the_population_and_small_groups_are_not_told_of() -> None:
    people = Population("751", "Aarhus", {2026 + n: (1_000, 1_000, 0, 1_000, 1_000, 100 * (n + 1)) for n in range(12)})
    found = outlook(people, helped=(None, 50, 10, 100, 200, 30), year=2026)
    assert found is not None
    assert found.years == tuple(range(2026, 2037))
    assert found.groups[0] is None
    assert found.groups[2] is None, "nobody there to be a part of"
    oldest = found.groups[5]
    assert oldest is not None
    assert [round(one.expected) for one in oldest] == [30 * (n + 1) for n in range(11)]
    assert oldest[0].low < 30 < oldest[0].high
    assert round(found.whole[10].expected) == 50 + 100 + 200 + 330
    assert found.whole[10].high - found.whole[10].low > found.whole[0].high - found.whole[0].low
    assert outlook(people, helped=(1,) * 6, year=2040) is None


def test_the_demos_invented_projection_can_be_read() -> None:
    found = read(document(year=2026), area=AREA)
    assert len(found.years) == 11
    assert found.years[2036][5] > found.years[2026][5] > 0
    assert found.years[2036][0] < found.years[2026][0]
