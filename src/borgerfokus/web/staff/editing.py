"""Writing pages, for everybody or for colleagues: one form with a preview, the acts on a page, and its versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.guidance.service import Kept, PageState
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.readability import measure
from borgerfokus.core.guidance.pages import KIND_NAMES, PageContent, PageKind
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Alert, Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, on_moment, page, say, show, today, told
from borgerfokus.web.keys import key_of
from borgerfokus.web.numbers import whole
from borgerfokus.web.present import pages, readable
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import pagekeeping
from borgerfokus.web.staff.pageform import PageForm, empty, first

_HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True)
class Desk:
    """Where pages are written: for everybody or for colleagues, in which place, and the names of its addresses."""

    public: bool
    place: str
    current: str
    list: str
    one: str
    read: str

    @property
    def new_draft(self) -> str:
        """Under what a new page keeps itself; no page has such a key."""
        return f"ny.{self.place}"


def new(request: HttpRequest, desk: Desk, given: Mapping[str, object] = MappingProxyType({})) -> HttpResponse:
    """A new page; `given` is what its form begins with, and `source` there what taught us."""
    if request.method != "POST":
        begun = {**empty(owner=asked(request).actor.id, day=today(request)), **given}
        form = _form(request, desk, None, initial=begun)
        note = "" if given else pagekeeping.put_back(request, form, key=desk.new_draft, seen=0)
        return _page(request, desk, form, None, note=note)
    form = _form(request, desk, None, data=True)
    if pagekeeping.asks(request):
        return pagekeeping.keep(request, form, key=desk.new_draft)
    if not form.is_valid() or request.POST.get("act") == "preview":
        return _page(request, desk, form, None, status=200 if form.is_valid() else 422)
    source = str(given.get("source", ""))
    begun_page = guidance.NewPage(_key(form.content.title), form.kind_chosen, form.content, form.ties, source)
    added = guidance.add(new=begun_page, by=asked(request).actor, at=asked(request).moment)
    if isinstance(added, Refusal):
        return _refused(request, desk, form, added, None)
    pagekeeping.forget(request, key=desk.new_draft)
    messages.success(request, _("Siden er gemt som udkast. Udgiv den, når den er klar."))
    return redirect(desk.one, added.key)


def one(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """One page: read as it will be, written, published, looked at again, or taken down."""
    kept = guidance.keeping(key=key, by=asked(request).actor)
    if kept.page.public is not desk.public:
        raise Hidden(f"page {key}")
    if request.method != "POST":
        form = _form(request, desk, kept, initial=first(kept))
        note = pagekeeping.put_back(request, form, key=key, seen=kept.newest.edits)
        return _page(request, desk, form, kept, note=note)
    if pagekeeping.asks(request):
        return pagekeeping.keep(request, _form(request, desk, kept, data=True), key=key)
    act = request.POST.get("act", "save")
    if act in {"save", "preview"}:
        return _save(request, desk, kept, preview=act == "preview")
    return _act(request, desk, kept, act)


def _key(title: str) -> str:
    """The title as an address, never that of a new page."""
    return key_of(title, kind="side", longest=55)


def rows(kept: list[Kept], desk: Desk, *, day: date) -> tuple[Row, ...]:
    """Pages as a list for those who write them."""
    return tuple(
        Row(
            cells=(
                Cell(
                    one.newest.title,
                    sub=say(KIND_NAMES[PageKind(one.page.kind)]),
                    href=reverse(desk.one, args=[one.page.key]),
                    chip=_chip(one, day),
                ),
                one.page.owner.name,
                short_date(one.page.review_on),
                str(one.newest.number),
            )
        )
        for one in kept
    )


def columns() -> tuple[Column, ...]:
    """The columns of the list."""
    return (Column(_("Side")), Column(_("Svarer for den")), Column(_("Ses efter")), Column(_("Udgave")))


def _chip(one: Kept, day: date) -> Chip | None:
    if one.page.retired_at is not None:
        return Chip(_("Taget ned"), "line")
    if one.published is None:
        return Chip(_("Udkast"), "line")
    if one.page.is_due(day):
        return Chip(_("Skal ses efter"), "warn")
    return Chip(_("Udkast venter"), "line") if one.concept else None


def _save(request: HttpRequest, desk: Desk, kept: Kept, *, preview: bool) -> HttpResponse:
    form = _form(request, desk, kept, data=True)
    if not form.is_valid() or preview:
        return _page(request, desk, form, kept, status=200 if form.is_valid() else 422)
    refused = guidance.save(
        key=kept.page.key,
        seen=form.cleaned_data["seen"] or 0,
        content=form.content,
        ties=form.ties,
        by=asked(request).actor,
        at=asked(request).moment,
    )
    if refused is not None:
        return _refused(request, desk, form, refused, kept)
    pagekeeping.forget(request, key=kept.page.key)
    old = _("Ændringen er gemt som udkast. Den udgivne side står, som den var, til du udgiver igen.")
    messages.success(request, old if kept.published else _("Siden er gemt."))
    return redirect(desk.one, kept.page.key)


def _act(request: HttpRequest, desk: Desk, kept: Kept, act: str) -> HttpResponse:
    by, at, key = asked(request).actor, asked(request).moment, kept.page.key
    seen = request.POST.get("seen", "")
    if act == "publish":
        refused = guidance.publish(key=key, seen=whole(seen) or 0, by=by, at=at)
        told(request, refused, _("Siden er udgivet."))
    elif act == "retire":
        guidance.retire(key=key, by=by, at=at)
        told(request, None, _("Siden er taget ned. Du kan udgive den igen."))
    elif act == "confirm":
        refused = guidance.confirm(key=key, until=today(request) + _HALF_A_YEAR, by=by, at=at)
        told(request, refused, _("Siden er set efter. Den skal ses efter igen om et halvt år."))
    else:
        raise Hidden(f"page {act}")
    return redirect(desk.one, key)


def _form(
    request: HttpRequest,
    desk: Desk,
    kept: Kept | None,
    *,
    initial: dict[str, object] | None = None,
    data: bool = False,
) -> PageForm:
    return PageForm(
        request.POST if data else None,
        public=desk.public,
        types=[(one.key, one.title) for one in casework.newest_in_force(on=today(request))],
        owners=_owners(request, desk, kept),
        initial=initial,
        kept=kept is not None,
    )


def _owners(request: HttpRequest, desk: Desk, kept: Kept | None) -> list[tuple[str, str]]:
    """Those who may answer for a page: who has it, oneself, and those nearby who may write it, leaders among them.

    Few write for everybody, so that all of them are near.
    """
    by, day = asked(request).actor, today(request)
    verb = Verb.PAGE_EDIT if desk.public else Verb.KNOWLEDGE_EDIT
    units = [unit.pk for unit in organisation.units(on=day)] if desk.public else [by.unit_id] if by.unit_id else []
    near = organisation.staff_of(unit_ids=units, on=day, carrying=verb)
    leaders = [] if desk.public else [one for some in organisation.leaders_by_unit(on=day).values() for one in some]
    own = organisation.colleagues({by.id, *({kept.page.owner_id} if kept else ())}).values()
    found = {one.id: f"{one.name}, {one.title}" for one in (*own, *near, *leaders)}
    return sorted(((str(number), name) for number, name in found.items()), key=lambda one: one[1])


def _refused(
    request: HttpRequest, desk: Desk, form: PageForm, refusal: Refusal, kept: Kept | None
) -> HttpResponse:
    form.add_error(None, say(refusal.text))
    return _page(request, desk, form, kept, status=409 if refusal.code == "edit.conflict" else 422)


def _page(
    request: HttpRequest, desk: Desk, form: PageForm, kept: Kept | None, *, status: int = 200, note: str = ""
) -> HttpResponse:
    here = request.path if kept else request.get_full_path()
    title = kept.newest.title if kept else _("Ny side")
    goal = parameters.at("own.lix_goal", on=today(request)).number
    content = _written(form, kept)
    typed = kept.page.kind if kept else form.data.get("kind")
    kind = next((kind for kind in PageKind if kind.value == typed), PageKind.FREE)
    found = measure(text=content.text if content else "", goal=goal)
    crumbs = [Crumb(_("Sider") if desk.public else _("Viden"), reverse(desk.list)), Crumb(title)]
    return show(
        request,
        "staff/page_edit.html",
        page=page(request, title=title, place=desk.place, current=desk.current, crumbs=crumbs),
        status=status,
        form=form,
        here=here,
        autosave=pagekeeping.address(here),
        note=note,
        kept=kept,
        published=kept is not None and kept.published is not None and kept.page.retired_at is None,
        may_publish=kept is not None and kept.newest.state != PageState.PUBLISHED,
        seen=kept.newest.edits if kept else 0,
        read=reverse(desk.read, args=[kept.page.key]) if kept else "",
        due=_due() if kept is not None and kept.page.is_due(today(request)) else None,
        preview=pages.of_content(content, kind=kind) if content else None,
        scale=readable.scale(found),
        reading=readable.reading(found),
        columns=(Column(_("Udgave")), Column(_("Gemt")), Column(_("Af")), Column(_("Står"))),
        versions=tuple(_version(row) for row in guidance.versions(page=kept.page)) if kept else (),
    )


def _due() -> Alert:
    text = _("Læs den igennem. Er den stadig rigtig, så sig det. Ellers ret den, og udgiv den igen.")
    return Alert("warning", text, heading=_("Siden skal ses efter"))


def _written(form: PageForm, kept: Kept | None) -> PageContent | None:
    """What is to be looked at: what was typed, or what was saved last."""
    if form.is_bound:
        return form.content if form.is_valid() else None
    return guidance.content_of(kept.newest) if kept else None


def _version(row: guidance.PageVersion) -> Row:
    states = {"concept": _("Udkast"), "published": _("Udgivet"), "retired": _("Afløst")}
    return Row(
        cells=(str(row.number), on_moment(row.saved_at), row.saved_by_name, states[row.state]),
        here=row.state == PageState.PUBLISHED,
    )
