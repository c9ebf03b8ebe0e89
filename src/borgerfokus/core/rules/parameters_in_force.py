"""All parameters: loaded once from the package, asked by key and day."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from borgerfokus.core.rules.errors import InvalidParameter, InvalidRow, NotInForce, UnknownParameter
from borgerfokus.core.rules.parameter import MunicipalRow, Parameter
from borgerfokus.core.rules.reader import Act, ContentError, read_content, read_parameter
from borgerfokus.core.rules.value import Content, Value
from borgerfokus.core.texts import IncompleteText, Text


class Parameters:
    """The parameters of the acts, with or without a municipality's own rows. Never changes once made."""

    def __init__(self, parameters: Iterable[Parameter]) -> None:
        self._by_key = {parameter.key: parameter for parameter in parameters}

    @staticmethod
    def load() -> Parameters:
        """The parameters that come with the program, read once per process. Raises `InvalidParameter`."""
        return _packaged()

    @classmethod
    def read(cls, root: Traversable) -> Parameters:
        """The parameters below a folder that holds `acts.toml` and `parameters/<act>/<name>.toml`."""
        acts = _acts(root)
        documents = _documents(root.joinpath("parameters"))
        return cls(read_parameter(key=key, document=document, acts=acts) for key, document in documents)

    def __iter__(self) -> Iterator[Parameter]:
        return iter(sorted(self._by_key.values(), key=lambda parameter: parameter.key))

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def get(self, key: str) -> Parameter:
        """The whole parameter. Raises `UnknownParameter`."""
        try:
            return self._by_key[key]
        except KeyError:
            raise UnknownParameter(key=key) from None

    def at(self, key: str, *, on: date) -> Value:
        """The value in force on the day, with its reference. Raises `UnknownParameter` or `NotInForce`."""
        return self.get(key).at(on=on)

    def history(self, key: str) -> tuple[Value, ...]:
        """Every value that the parameter has had or will have, oldest first. Raises `UnknownParameter`."""
        return self.get(key).history()

    def all_at(self, day: date) -> tuple[Value, ...]:
        """Every value in force on the day, by key; parameters without one are left out."""
        return tuple(value for parameter in self for value in _in_force(parameter, day))

    def with_values(self, rows: Iterable[MunicipalRow]) -> Parameters:
        """These parameters with the municipality's own rows laid over them.

        Raises `UnknownParameter`, `NotForTheMunicipality`, `OutOfRange`, `NotInForce`, or `InvalidRow` for
        a value of the wrong kind, a missing source or two rows of one day.
        """
        by_key: defaultdict[str, list[tuple[MunicipalRow, Content]]] = defaultdict(list)
        for row in rows:
            by_key[row.key].append((row, _content(self.get(row.key), row)))
        changed = {key: self.get(key).overlaid(own) for key, own in by_key.items()}
        return Parameters({**self._by_key, **changed}.values())


def _in_force(parameter: Parameter, day: date) -> Iterator[Value]:
    try:
        yield parameter.at(on=day)
    except NotInForce:
        return


def _content(parameter: Parameter, row: MunicipalRow) -> Content:
    if not row.source.strip():
        raise InvalidRow(key=row.key, problem="the row does not say where it was decided")
    try:
        return read_content(unit=parameter.unit, labels=parameter.labels, raw=row.value)
    except (ContentError, IncompleteText) as error:
        raise InvalidRow(key=row.key, problem=str(error)) from error


@cache
def _packaged() -> Parameters:
    return Parameters.read(files("borgerfokus.core.rules"))


def _acts(root: Traversable) -> Mapping[str, Act]:
    document = tomllib.loads(root.joinpath("acts.toml").read_text(encoding="utf-8"))
    return {
        key: Act(name=Text(da=table["da"], en=table["en"]), whole=table.get("whole", False))
        for key, table in document.items()
    }


def _documents(folder: Traversable) -> Iterator[tuple[str, dict[str, object]]]:
    for act in sorted((entry for entry in folder.iterdir() if entry.is_dir()), key=lambda entry: entry.name):
        for file in sorted(act.iterdir(), key=lambda entry: entry.name):
            if not file.name.endswith(".toml"):
                continue
            key = f"{act.name}.{file.name.removesuffix('.toml')}"
            try:
                yield key, tomllib.loads(file.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise InvalidParameter(key=key, problem=f"not a TOML document: {error}") from error
