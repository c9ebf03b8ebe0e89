"""Every field of every model is declared, and no table with personal data is open (G1 and A4 begin here)."""

import pytest
from django.db import connection, models

from borgerfokus.foundation.access.declare import Declared, declaration, own_models

MODELS = list(own_models())


def _fields(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.get_fields() if getattr(field, "column", None)}


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one._meta.label)
def test_every_field_is_declared_once(model: type[models.Model]) -> None:
    declared = declaration(model)
    words = (declared.plain, declared.ordinary, declared.sensitive, declared.number)
    listed = [name for part in words for name in part.split()]
    assert sorted(listed) == sorted(_fields(model))
    assert set(declared.article15.split()) <= set(listed)


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one._meta.label)
def test_personal_data_is_behind_row_level_security(model: type[models.Model]) -> None:
    declared = declaration(model)
    if declared.is_personal:
        assert declared.rows.using is not None or declared.rows.because


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one._meta.label)
def test_the_database_holds_what_the_declaration_says(model: type[models.Model], db: None) -> None:
    declared = declaration(model)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("select relrowsecurity from pg_class where oid = %s::regclass", [table])
        assert cursor.fetchone() == (declared.rows.using is not None,)
        for right in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"):
            cursor.execute("select has_table_privilege(current_user, %s, %s)", [table, right])
            assert cursor.fetchone() == (right in declared.rights.value.split(", "),), right


def test_a_model_that_declares_nothing_is_found() -> None:
    class Undeclared:
        """Stands for a model whose author forgot."""

    with pytest.raises(LookupError):
        declaration(Undeclared)  # type: ignore[arg-type]


def test_a_field_left_out_is_found() -> None:
    declared = Declared(purpose="", retention=MODELS[0].declared.retention, rows=MODELS[0].declared.rows, plain="id")  # type: ignore[attr-defined]
    assert declared.protections().keys() != _fields(MODELS[0])
