"""The themes of a case's frame on the tab of the assessment: each a fold with its fields, what stood before beside."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from borgerfokus.apps.assessment.service import CaseThemes
from borgerfokus.core.assessment import ProfileRow, Standing, Theme
from borgerfokus.web.design.fields import FieldView, field_view
from borgerfokus.web.design.views import Action, Alert, Chip
from borgerfokus.web.frame import on_moment, say
from borgerfokus.web.present import profile
from borgerfokus.web.present.themes import SaidView, said
from borgerfokus.web.staff.acts import theming
from borgerfokus.web.staff.acts.theming import ThemesForm
from borgerfokus.web.staff.casepage import OpenedCase


@dataclass(frozen=True)
class ThemeView:
    """One theme: how far it is, its fields, what is saved of it, and what earlier rounds said."""

    key: str
    title: str
    standing: Chip
    level: str
    note: str
    fields: tuple[FieldView, ...]
    version: FieldView | None
    now: SaidView | None
    earlier: tuple[SaidView, ...]
    may_confirm: bool
    is_open: bool
    conflict: Alert | None


@dataclass(frozen=True)
class GroupView:
    """A group of themes, and what it says of levels."""

    key: str
    title: str
    note: str
    themes: tuple[ThemeView, ...]


@dataclass(frozen=True)
class _Shown:
    """What the rows of the page are made of."""

    opened: OpenedCase
    there: CaseThemes
    form: ThemesForm | None
    conflicts: Mapping[str, Alert]
    kept: frozenset[str]


def groups(opened: OpenedCase, there: CaseThemes, form: ThemesForm | None) -> tuple[GroupView, ...]:
    """Every group of the frame. Without a form the themes are shown only."""
    rows = {row.theme: row for row in there.profile}
    shown = _Shown(opened, there, form, _conflicts(there, form), _kept(there, form))
    return tuple(
        GroupView(
            key=group.key,
            title=say(group.title),
            note=_("Hvert tema skal have et niveau") if group.level else "",
            themes=tuple(_theme(shown, theme, rows[theme.key]) for theme in group.themes),
        )
        for group in there.frame.groups
    )


def _theme(shown: _Shown, theme: Theme, row: ProfileRow) -> ThemeView:
    key, there = theme.key, shown.there
    now, earlier = there.now(key), there.earlier(key)
    bound = _bound(shown.form, key)
    return ThemeView(
        key=key,
        title=say(theme.title),
        standing=_chip(row.standing),
        level=profile.level_of(there.frame, now.level_now if now else None),
        note=_("Kladde") if key in shown.kept else "",
        fields=tuple(field_view(one, marked=False) for one in bound if not one.is_hidden),
        version=next((field_view(one) for one in bound if one.is_hidden), None),
        now=said(there.frame, now) if now else None,
        earlier=tuple(said(there.frame, one) for one in earlier),
        may_confirm=shown.form is not None and now is None and bool(earlier),
        is_open=_is_open(shown, key, bound),
        conflict=shown.conflicts.get(key),
    )


def _is_open(shown: _Shown, key: str, bound: tuple[BoundField, ...]) -> bool:
    """A theme stands open when there is something to see to in it, or when the address names it."""
    to_see_to = key in shown.kept or key in shown.conflicts or any(one.errors for one in bound)
    return to_see_to or shown.opened.request.GET.get("vis") == f"theme-{key}"


def _chip(standing: Standing) -> Chip:
    match standing:
        case Standing.ASSESSED:
            return Chip(_("Udredt nu"), "ok")
        case Standing.CONFIRMED:
            return Chip(_("Bekræftet igen"), "ok")
        case Standing.EARLIER:
            return Chip(_("Kun tidligere"), "warn")
        case Standing.NOT_YET:
            return Chip(_("Ikke udredt"), "line")


def _bound(form: ThemesForm | None, theme: str) -> tuple[BoundField, ...]:
    if form is None:
        return ()
    return tuple(form[name] for name in form.fields if name.startswith(theming.name_of(theme, "")))


def _kept(there: CaseThemes, form: ThemesForm | None) -> frozenset[str]:
    """Themes where a draft was put back."""
    if form is None or form.is_bound or not form.kept_at:
        return frozenset()
    saved = theming.beginning(there)
    differs = {name for name, value in form.initial.items() if not theming.same(value, saved.get(name))}
    return frozenset(name.split("__")[0] for name in differs)


def _conflicts(there: CaseThemes, form: ThemesForm | None) -> dict[str, Alert]:
    """What somebody else has saved since the posted form was read; the form then goes on from the newer version."""
    found: dict[str, Alert] = {}
    if form is None or not form.is_bound:
        return found
    for theme in form.chosen:
        row, name = there.now(theme), theming.name_of(theme, "version")
        if row is None or str(form[name].value() or 0) == str(row.version):
            continue
        form.put(name, row.version)
        found[theme] = Alert(
            "warning",
            _("Din tekst står i felterne. Det, der nu er gemt, står ved siden af."),
            _("%(who)s har gemt temaet imens, %(when)s") % {"who": row.by_name, "when": on_moment(row.at)},
        )
    return found


def round_note(there: CaseThemes) -> str:
    """Which round this is, and how far it is."""
    looked = sum(row.counts for row in there.profile)
    words = {"number": there.round, "looked": looked, "all": len(there.profile)}
    return _("Udredning nr. %(number)s: %(looked)s af %(all)s temaer") % words


def begin_again(opened: OpenedCase, there: CaseThemes) -> Action | None:
    """The button that begins a new round."""
    if not there.is_begun:
        return None
    fields = (("act", "round"),)
    return Action(
        _("Begynd en ny udredning"),
        opened.href("assessment"),
        "secondary",
        "post",
        fields=fields,
        confirm=_("Alle temaer skal ses på igen. Det, der står nu, bliver stående som tidligere."),
    )
