"""Statistics Denmark's CSV: what is read, and what is refused whole, with a sentence in both languages."""

import pytest

from borgerfokus.core.benchmark.keyfigures import LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, KeyRow, parse
from borgerfokus.core.benchmark.refused import Unusable

HEAD = "OMRÅDE;ALDER;TID;INDHOLD\n"
GOOD = HEAD + "101 København;65 år og derover;2025;84213\n147 Frederiksberg;65 år og derover;2025;15,8\n"


def test_a_file_of_the_statbank_is_read() -> None:
    assert parse(GOOD) == (
        KeyRow("101", "København", "2025", (("ALDER", "65 år og derover"),), 84213.0),
        KeyRow("147", "Frederiksberg", "2025", (("ALDER", "65 år og derover"),), 15.8),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_the_encodings_that_are_met(encoding: str) -> None:
    assert parse(GOOD.encode(encoding)) == parse(GOOD)


@pytest.mark.parametrize(("written", "read"), [("..", None), ("…", None), ("·", None), ("-", 0.0), ("-12,5", -12.5)])
def test_signs_and_numbers(written: str, read: float | None) -> None:
    assert parse(f"{HEAD}101;I alt;2025;{written}\n")[0].value == read


@pytest.mark.parametrize(("written", "read"), [("2025", "2025"), ("2025Q1", "2025K1"), ("2025M12", "2025M12")])
def test_periods(written: str, read: str) -> None:
    assert parse(f"{HEAD}101;I alt;{written};1\n")[0].period == read


CODES = [("0101", "101"), ("101", "101"), ("9990 Fjordby", "9990"), ("000 Hele landet", "000")]


@pytest.mark.parametrize(("written", "code"), CODES)
def test_codes_of_areas(written: str, code: str) -> None:
    row = parse(f"{HEAD}{written};I alt;2025;1\n")[0]
    assert row.area == code
    assert row.is_of_municipality == (code != "000")


def test_names_alone_need_their_codes() -> None:
    names = f"{HEAD}København;I alt;2025;1\n"
    assert parse(names, areas={"København": "101"})[0].area == "101"
    with pytest.raises(Unusable, match="has no code"):
        parse(names)


def test_a_file_without_dimensions_and_without_a_heading_of_the_figure() -> None:
    assert parse('"OMRÅDE";"TID";"Folketal"\r\n"101 København";"2025";"7"\r\n')[0].value == 7.0


HOSTILE = {
    "nothing": b"",
    "only headings": HEAD.encode(),
    "a spreadsheet": b"PK\x03\x04" + b"\0" * 100,
    "UTF-16": GOOD.encode("utf-16"),
    "a zero byte": GOOD.replace("København", "Kø\0benhavn").encode(),
    "an escape sequence": GOOD.replace("København", "\x1b[2J").encode(),
    "commas": GOOD.replace(";", ",").encode(),
    "no time": b"OMR;ALDER;INDHOLD\n101;I alt;5\n",
    "the time first": b"TID;OMR;INDHOLD\n2025;101;5\n",
    "two headings alike": b"OMR;tid;TID;INDHOLD\n101;2025;2025;5\n",
    "an empty heading": b"OMR;;TID;INDHOLD\n101;x;2025;5\n",
    "a column too few": f"{HEAD}101;2025;5\n".encode(),
    "a column too many": f"{HEAD}101;I alt;2025;5;6\n".encode(),
    "a dot in a number": f"{HEAD}101;I alt;2025;1.234\n".encode(),
    "a number in words": f"{HEAD}101;I alt;2025;mange\n".encode(),
    "an empty figure": f"{HEAD}101;I alt;2025;\n".encode(),
    "not a number": f"{HEAD}101;I alt;2025;nan\n".encode(),
    "no end to a number": f"{HEAD}101;I alt;2025;{'9' * 100}\n".encode(),
    "a formula as figure": f"{HEAD}101;I alt;2025;=1+1\n".encode(),
    "a formula as area": f"{HEAD}=cmd|'/c calc'!A1;I alt;2025;1\n".encode(),
    "a year of no calendar": f"{HEAD}101;I alt;20255;1\n".encode(),
    "a month of no year": f"{HEAD}101;I alt;2025M13;1\n".encode(),
    "a code of no area": f"{HEAD}99101;I alt;2025;1\n".encode(),
    "the same row again": f"{HEAD}101;I alt;2025;1\n0101;I alt;2025;2\n".encode(),
    "a quotation without end": f'{HEAD}"101;I alt;2025;1\n'.encode(),
    "a cell over two lines": f'{HEAD}101;"I\nalt";2025;1\n'.encode(),
    "a cell without end": f"{HEAD}101;{'x' * (LONGEST_CELL + 1)};2025;1\n".encode(),
    "columns without end": (";".join(f"K{n}" for n in range(MOST_COLUMNS + 1)) + "\n").encode(),
    "bytes without end": b"x" * (MOST_BYTES + 1),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_not_of_that_shape_is_refused_whole_in_two_languages(content: bytes) -> None:
    with pytest.raises(Unusable) as refused:
        parse(content)
    assert refused.value.text.da
    assert refused.value.text.en
    assert refused.value.text.da != refused.value.text.en


def test_a_fault_is_told_by_its_row() -> None:
    with pytest.raises(Unusable) as refused:
        parse(f"{HEAD}101;I alt;2025;1\n147;I alt;2025;x\n")
    assert refused.value.text.da.startswith("Række 3: ")
