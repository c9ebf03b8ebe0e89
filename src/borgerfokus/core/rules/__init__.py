"""The law as dated, referenced values.

`Parameters.load().at("rsl.appeal_deadline", on=day)` answers the value in force together with its article.
A parameter is one TOML file, `parameters/<act>/<name>.toml`; a change in the law is a new row in it.
"""

from borgerfokus.core.rules.errors import (
    InvalidParameter,
    InvalidRow,
    NotForTheMunicipality,
    NotInForce,
    OutOfRange,
    UnknownParameter,
    WrongUnit,
)
from borgerfokus.core.rules.parameter import MunicipalRow, Parameter
from borgerfokus.core.rules.parameters_in_force import Parameters
from borgerfokus.core.rules.units import DecidedBy, Status, Unit
from borgerfokus.core.rules.value import Reference, Value

__all__ = [
    "DecidedBy",
    "InvalidParameter",
    "InvalidRow",
    "MunicipalRow",
    "NotForTheMunicipality",
    "NotInForce",
    "OutOfRange",
    "Parameter",
    "Parameters",
    "Reference",
    "Status",
    "Unit",
    "UnknownParameter",
    "Value",
    "WrongUnit",
]
