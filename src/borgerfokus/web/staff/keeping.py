"""What is typed into the forms of a case keeps itself: one draft for each form, person and thing that it is about.

A draft is put back when the page is opened again, and forgotten when the act is done. A draft that was begun on an
older version of what it changes is not put back: the page would overwrite what somebody has saved since.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.drafts.service import Stored

if TYPE_CHECKING:
    from borgerfokus.web.staff.casepage import OpenedCase
    from borgerfokus.web.staff.doing import ActForm

_VERSION = "version"


def kept(opened: "OpenedCase") -> dict[str, Stored]:
    """The actor's drafts on this case, by key. One query."""
    return {one.key: one for one in drafts.list_(by=opened.by, prefix=_prefix(opened))}


def put_back(form: "ActForm", stored: Mapping[str, Stored]) -> None:
    """Fill a fresh form with what was typed before, if it still fits."""
    if form.opened is None or (found := stored.get(key_of(form))) is None:
        return
    if fitting := form.fitting(found.content):
        form.initial.update(fitting)
        form.kept_at = found.saved_at


def keep(form: "ActForm", opened: "OpenedCase") -> Stored:
    """Keep a form as it stands."""
    data: Any = form.data
    content: dict[str, Any] = {}
    for name, field in form.fields.items():
        many = getattr(field.widget, "allow_multiple_selected", False)
        content[name] = data.getlist(name) if many else data.get(name, "")
    return drafts.save(key=key_of(form), content=content, by=opened.by, at=opened.at)


def forget(form: "ActForm") -> None:
    """What was typed has been done."""
    if form.opened is not None:
        drafts.drop(key=key_of(form), by=form.opened.by)


def key_of(form: "ActForm") -> str:
    """The form, and the thing that its hidden fields name."""
    if form.opened is None:
        raise ValueError("a form without a case keeps nothing")
    hidden = [name for name, field in form.fields.items() if field.widget.is_hidden and not name.endswith(_VERSION)]
    about = [str(form[name].value() or "") for name in hidden]
    return f"{_prefix(form.opened)}{'.'.join([form.act, *about])}"


def _prefix(opened: "OpenedCase") -> str:
    return f"act.{opened.case.pk}."
