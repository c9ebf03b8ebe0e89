"""Acts of the themes of an assessment: save one or all that were changed, confirm again, begin anew.

All themes stand in one form, so that what is typed into one is kept whichever button is pressed. The buttons of a theme
carry its key: `only` saves that theme, `again` confirms what an earlier round said of it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.service import CaseThemes, NewTheme, ThemeAssessment
from borgerfokus.core.access import Verb
from borgerfokus.core.assessment import Frame, SourceKind, Theme, ThemeContent, lacking
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.web.frame import say
from borgerfokus.web.present.profile import level_of
from borgerfokus.web.staff import fields, keeping
from borgerfokus.web.staff.acts import informing
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm, Nothing

_TEXTS = ("own_words", "no_words_why", "observed", "source", "entry", "resources")
_LEVELS = ("level_now", "level_expected")
_OWN = ("performance", "meaning")
SOURCES = {
    SourceKind.STATEMENT: __("Udtalelse"),
    SourceKind.DOCUMENT: __("Dokument"),
    SourceKind.VISIT: __("Besøg"),
}


def name_of(theme: str, part: str) -> str:
    """The name of a field of one theme."""
    return f"{theme}__{part}"


class ThemesForm(ActForm):
    """Every theme of the frame: own words, observation, source, resources, and levels where the frame has them."""

    submit = __("Gem alle ændrede temaer")
    keeps = True
    there: CaseThemes | None = None
    chosen: tuple[str, ...] = ()

    def prepare(self) -> None:
        """The fields of each theme."""
        if self.opened is None or self.opened.themes is None:
            return
        self.there = self.opened.themes
        entries = informing.entry_choices(self.opened)
        for theme in self.there.frame.themes:
            self.fields.update(
                {name_of(theme.key, part): one for part, one in _fields(self.there.frame, theme, entries).items()}
            )

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the visible fields of each theme."""
        keys = [theme.key for theme in self.there.frame.themes] if self.there else []
        return {
            key: tuple(
                name
                for name, field in self.fields.items()
                if name.startswith(name_of(key, "")) and not field.widget.is_hidden
            )
            for key in keys
        }

    def clean(self) -> dict[str, Any]:
        """Which themes are to be saved, each checked for what it lacks."""
        said = super().clean()
        said["again"] = str(self.data.get("again", ""))
        only = str(self.data.get("only", ""))
        wanted = [] if said["again"] else [only] if only in self.parts else self._changed(said)
        self.chosen = tuple(wanted)
        said["chosen"] = [self._new(theme, said) for theme in wanted]
        said["only"] = only if wanted == [only] else ""
        for new in said["chosen"]:
            self._tell_lacks(new)
        return said

    def _changed(self, said: Mapping[str, Any]) -> list[str]:
        return [
            theme
            for theme, names in self.parts.items()
            if not all(same(said.get(name), self._read(theme, said).get(name)) for name in names)
        ]

    def _read(self, theme: str, said: Mapping[str, Any]) -> dict[str, Any]:
        """What stood in the fields when the page was read, whoever has saved since."""
        version = int(said.get(name_of(theme, "version")) or 0)
        return initial_of(theme, self.there.version(theme, version) if self.there else None)

    def _new(self, theme: str, said: Mapping[str, Any]) -> NewTheme:
        def part(name: str) -> Any:
            return said.get(name_of(theme, name)) or ""

        content = ThemeContent(
            **{name: str(part(name)) for name in ("own_words", "no_words_why", "observed", "resources", *_OWN)},
            source=SourceKind(part("source")) if part("source") else None,
            level_now=int(part("level_now")) if part("level_now") else None,
            level_expected=int(part("level_expected")) if part("level_expected") else None,
            subthemes=tuple(part("subthemes") or ()),
        )
        entry = part("entry")
        version = int(part("version") or 0)
        return NewTheme(theme=theme, version=version, content=content, entry_id=int(entry) if entry else None)

    def _tell_lacks(self, new: NewTheme) -> None:
        if self.there is None:
            return
        title = say(self.there.frame.theme(new.theme).title)
        for lack in lacking(frame=self.there.frame, theme=new.theme, content=new.content):
            name = name_of(new.theme, lack.field)
            if name in self.fields and name not in self.errors:
                self.add_error(name, f"{title}: {say(lack.text)}")

    def fitting(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """The themes of a draft that differ from what is saved, unless somebody has saved them since."""
        found: dict[str, Any] = {}
        for theme, names in self.parts.items():
            version = name_of(theme, "version")
            if str(content.get(version, "")) != str(self.initial.get(version, "")):
                continue
            typed = {name: content[name] for name in names if name in content}
            if not all(same(value, self.initial.get(name)) for name, value in typed.items()):
                found |= typed
        return found

    def settle(self) -> None:
        """When one theme was saved or confirmed, what is typed into the others is kept as a draft."""
        if self.opened is not None and (self.cleaned_data["only"] or self.cleaned_data["again"]):
            keeping.keep(self, self.opened)
        else:
            super().settle()

    def put(self, name: str, value: object) -> None:
        """As for other forms; boxes that are ticked stay so."""
        data = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
        data[name] = str(value)
        self.data = data


def _fields(frame: Frame, theme: Theme, entries: list[tuple[str, str]]) -> dict[str, forms.Field]:
    """The fields of one theme, in the order of the method: the citizen's own words first."""
    found: dict[str, forms.Field] = {
        "version": forms.IntegerField(widget=forms.HiddenInput, required=False),
        "own_words": fields.area(__("Med borgerens egne ord"), rows=3, required=False),
        "no_words_why": fields.line(__("Hvis der ingen egne ord er: hvorfor?"), required=False, longest=300),
    }
    if theme.subthemes:
        choices = [(part.key, say(part.title)) for part in theme.subthemes]
        found["subthemes"] = fields.several_of(__("Det handler om"), choices, required=False)
    if frame.group_of(theme.key).own_view:
        for question in frame.own_view:
            answers = [("", _("Ikke spurgt")), *((one.key, say(one.title)) for one in question.choices)]
            found[question.key.value] = fields.one_of(say(question.title), answers, required=False)
    sources: list[tuple[str, Any]] = [("", _("Vælg kilde")), *SOURCES.items()]
    found |= {
        "observed": fields.area(__("Det har du set og hørt"), rows=3, required=False),
        "source": fields.one_of(__("Hvor har du det fra?"), sources, required=False),
        "entry": fields.one_of(__("Hvor står det i journalen?"), entries, required=False),
        "resources": fields.area(__("Ressourcer og netværk"), rows=2, required=False),
    }
    if frame.carries_level(theme.key):
        levels = [("", _("Vælg niveau")), *((str(one.value), level_of(frame, one.value)) for one in frame.levels)]
        found["level_now"] = fields.one_of(__("Niveau nu"), levels, required=False)
        found["level_expected"] = fields.one_of(__("Forventet niveau"), levels, required=False)
    return found


def initial_of(theme: str, row: ThemeAssessment | None) -> dict[str, Any]:
    """What the fields of a theme are filled with: what this round says of it."""
    if row is None:
        return {name_of(theme, "version"): 0}
    found: dict[str, Any] = {part: getattr(row, part) for part in (*_TEXTS, *_OWN) if part != "entry"}
    found |= {part: "" if getattr(row, part) is None else str(getattr(row, part)) for part in _LEVELS}
    found |= {"version": row.version, "entry": str(row.entry_id or ""), "subthemes": list(row.subthemes)}
    return {name_of(theme, part): value for part, value in found.items()}


def beginning(there: CaseThemes) -> dict[str, Any]:
    """What the whole form is filled with."""
    return {
        name: value
        for theme in there.frame.themes
        for name, value in initial_of(theme.key, there.now(theme.key)).items()
    }


def same(one: object, other: object) -> bool:
    """Whether two values of a field say the same: line breaks and blanks at the ends do not count."""
    return _plain(one) == _plain(other)


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return sorted(str(one) for one in value)
    text = "" if value is None else str(value)
    return text.replace("\r\n", "\n").strip() or []


def _save(opened: OpenedCase, said: dict[str, Any]) -> Refusal | HttpResponse | str:
    if said["again"]:
        return _confirm(opened, said["again"])
    news: Iterable[NewTheme] = said["chosen"]
    refusal = assessment.save_themes(case_id=opened.case.pk, themes=list(news), by=opened.by, at=opened.at)
    if refusal is not None:
        return refusal
    if said["only"]:
        return _back(opened, said["only"], _("Temaet er gemt."))
    return _("Temaerne er gemt.")


def _confirm(opened: OpenedCase, theme: str) -> Refusal | HttpResponse:
    refusal = assessment.confirm_theme(case_id=opened.case.pk, theme=theme, by=opened.by, at=opened.at)
    return refusal or _back(opened, theme, _("Temaet er bekræftet igen."))


def _back(opened: OpenedCase, theme: str, told: str) -> HttpResponse:
    messages.success(opened.request, told)
    return HttpResponseRedirect(opened.href("assessment", f"theme-{theme}"))


def _begin(opened: OpenedCase, _said: dict[str, Any]) -> Refusal | None:
    if opened.themes is None:
        raise Hidden("themes")
    return assessment.begin_round(case_id=opened.case.pk, by=opened.by, at=opened.at)


ACTS = {
    "themes": Act(Verb.FACT_RECORD, ThemesForm, _save),
    "round": Act(Verb.FACT_RECORD, Nothing, _begin, gettext_noop("En ny udredning er begyndt.")),
}
