"""What if: faster answers, more hands, a phase less. And how well the reckoning foretold the last quarter."""

from dataclasses import dataclass
from pathlib import Path

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Record
from borgerfokus.core import simulation
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.simulation import Answer, Change, Course, Setting
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.fields import FieldView, field_view
from borgerfokus.web.design.views import Kpi
from borgerfokus.web.frame import say, show
from borgerfokus.web.management.flowreader import FlowReader
from borgerfokus.web.present import flow as flow_words
from borgerfokus.web.present import whatif as words
from borgerfokus.web.present.sheets import asked_format, file_answer

_FILTERS = ("log", "slags", "som", "enhed")
_FASTER, _MORE, _LESS = 0.2, 1, Phase.ASSESSMENT
_PHASES = (Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION)
_SHARES = (0, 10, 20, 30, 50)


class WhatIfForm(forms.Form):
    """What is changed, all in the address."""

    hurtigere = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    kilde = forms.ChoiceField(required=False)
    flere = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    uden = forms.ChoiceField(required=False)
    haender = forms.IntegerField(required=False, min_value=1, max_value=200)


@dataclass(frozen=True)
class Asked:
    """The change asked for, how many work, and the form."""

    change: Change
    workers: int
    fields: list[FieldView]

    @property
    def is_own(self) -> bool:
        """Whether something is changed at all."""
        return self.change != Change(source=self.change.source)


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def whatif(request: HttpRequest) -> HttpResponse:
    """The usual three changes and the reader's own; ?format= the same as a file."""
    reader = FlowReader(request)
    courses = insight.told_courses(reader.log, reader.question, rule=reader.rule) if reader.log else []
    enough = len(courses) >= words.FEWEST
    asked = _asked(request, courses)
    within = insight.answer_days(reader.spec, on=reader.today)
    setting = _setting(courses, asked.workers) if enough else None
    told = _answers(setting, asked, within, reader.rule) if setting else []
    table = words.table(told)
    if kind := asked_format(request):
        columns = [column.label for column in table.columns]
        return file_answer(kind, name=f"hvad-hvis-{reader.kind}", columns=columns, rows=flow_words.plain(table.rows))
    frame = reader.frame(title=_("Hvad hvis"), current="flow-whatif")
    held = _record(reader)
    return show(
        request,
        "management/flow_whatif.html",
        **(frame if told else frame | {"actions": ()}),
        fields=[*reader.fields(*_FILTERS), *asked.fields] if reader.log else (),
        active=(),
        finding=words.finding(told[0]) if told else "",
        kpis=_kpis(told[0][1], within) if told else (),
        told=table,
        record_say=words.record_say(held) if reader.is_own else "",
        record=words.record(held, {key: say(spec.title_staff) for key, spec in reader.specs.items()}),
        line=words.line_say(setting) if setting else "",
    )


def _record(reader: FlowReader) -> Record | None:
    """How the reckoning held; None for a log from outside."""
    if not reader.is_own:
        return None
    return insight.told_record(Path(settings.INSIGHT_ROOT), rule=insight.disclosure_rule(on=reader.today))


def _asked(request: HttpRequest, courses: list[Course]) -> Asked:
    sources = insight.sources(courses)
    form = WhatIfForm(request.GET, auto_id="f-%s", label_suffix="")
    _fill(form, sources)
    given = form.cleaned_data if form.is_valid() else {}
    workers = given.get("haender") or insight.WORKERS
    shown = form
    if form.is_valid():
        shown = WhatIfForm(initial=given | {"haender": workers}, auto_id="f-%s", label_suffix="")
        _fill(shown, sources)
    change = Change(
        faster=(given.get("hurtigere") or 0) / 100,
        source=given.get("kilde", ""),
        workers=given.get("flere") or 0,
        without=given.get("uden", ""),
    )
    return Asked(change, workers, [field_view(shown[name], marked=False) for name in shown.fields])


def _fill(form: WhatIfForm, sources: list[str]) -> None:
    labels = {
        "hurtigere": _("Svar hurtigere"),
        "kilde": _("Svar fra"),
        "flere": _("Flere sagsbehandlere"),
        "uden": _("Uden fasen"),
        "haender": _("Sagsbehandlere nu"),
    }
    choices = {
        "hurtigere": [(share, f"{share} %") for share in _SHARES],
        "kilde": [("", _("Alle udefra")), *((source, words.source(source)) for source in sources)],
        "flere": [(count, str(count)) for count in range(4)],
        "uden": [("", _("Ingen")), *((phase.value, say(PHASE_TITLES[phase])) for phase in _PHASES)],
    }
    for name, label in labels.items():
        form.fields[name].label = label
    for name, offered in choices.items():
        form.fields[name].choices = offered  # type: ignore[attr-defined]


def _setting(courses: list[Course], workers: int) -> Setting:
    arrivals = [course.began for course in courses]
    return simulation.calibrated(courses, arrivals, workers=workers, seed=1)


def _answers(setting: Setting, asked: Asked, within: int, rule: Rule | None) -> list[tuple[Change, Answer]]:
    """The reader's own change first, then the usual ones."""
    doctors = "doctor" if "doctor" in insight.sources(setting.courses) else ""
    usual = [Change(faster=_FASTER, source=doctors), Change(workers=_MORE), Change(without=_LESS)]
    wanted = list(dict.fromkeys([asked.change, *usual] if asked.is_own else usual))
    return list(zip(wanted, insight.told_answers(setting, wanted, within=within, rule=rule), strict=True))


def _kpis(first: Answer, within: int) -> tuple[Kpi, ...]:
    then = words.between_shares(first.kept_then)
    days = ngettext("%(days)s dag", "%(days)s dage", within) % {"days": within}
    return (
        Kpi(_("Halvdelen afgjort inden, nu"), flow_words.days(first.now.middle), note=words.between(first.now)),
        Kpi(_("Halvdelen afgjort inden, så"), flow_words.days(first.then.middle), note=words.between(first.then)),
        Kpi(_("Inden for fristen nu"), words.percent(first.kept_now.middle), note=_("frist %(days)s") % {"days": days}),
        Kpi(_("Inden for fristen så"), words.percent(first.kept_then.middle), note=then),
    )
