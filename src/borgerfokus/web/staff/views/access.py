"""Requests for access: the work list, the list of records of one, a single record, and the copy as it will be."""

from collections.abc import Mapping
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.service import AccessRequest, Treated
from borgerfokus.core.access import Verb
from borgerfokus.core.rights import AskedBy, Ground, Treatment, passages
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.documents import LetterRefused
from borgerfokus.web.design.views import Action, Alert, Cell, Chip, Column, Row, StateView, Term
from borgerfokus.web.frame import asked, on_day, say, today
from borgerfokus.web.frame import page as framed
from borgerfokus.web.frame import show as render
from borgerfokus.web.present import rights as words
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import casepage, doing
from borgerfokus.web.staff.acts import accessing
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.ACCESS_HANDLE)
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Every request that is to be answered, the nearest date first; `?vis=mine` for those of the reader's own cases."""
    by, at = asked(request).actor, asked(request).moment
    mine = request.GET.get("vis") == "mine"
    rows = rights.access_waiting(by=by, at=at)
    if mine:
        rows = [one for one in rows if one.case.caseworker_id == by.id]
    citizens = {one.case.citizen_id: one.case_id for one in rows}
    names = {number: card.name for number, card in people.cards(citizens, case_ids=citizens).items()}
    return render(
        request,
        "staff/access.html",
        page=framed(request, title=_("Anmodninger om aktindsigt"), place="staff", current="staff:access"),
        columns=_waiting_columns(),
        rows=tuple(_waiting(request, one, names) for one in rows),
        note=_("%(n)s venter på svar") % {"n": len(rows)},
        mine=mine,
        empty=StateView(
            "empty", _("Ingen venter"), (_("Der er ingen anmodninger om aktindsigt, som mangler svar."),)
        ),
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.ACCESS_HANDLE)
def workshop(request: HttpRequest, number: str, request_id: int) -> HttpResponse:
    """GET: the records, each with how it is treated, and the answer. POST: what is done with it."""
    opened = casepage.open_case(request, number)
    row = _of(opened, request_id)
    if request.method == "POST":
        if request.POST.get("request") != str(request_id):
            raise Hidden(f"access {request_id}")
        return doing.post(request, opened, accessing.OF_REQUEST, partial(_workshop, row.pk))
    return _workshop(row.pk, opened, {})


def _workshop(
    request_id: int, opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200
) -> HttpResponse:
    row = _of(opened, request_id)
    treated = rights.treated_of(request=row, by=opened.by, at=opened.at)
    faults = rights.faults_of(request=row, treated=treated) if treated else ()
    forms = FormsOf(opened, accessing.OF_REQUEST, given)
    is_open = row.state == rights.AccessState.OPEN
    about = {"request": row.pk}
    return casepage.show(
        opened,
        "rights",
        "staff/access_request.html",
        status=status,
        stick=False,
        terms=_terms(opened, row),
        chip_view=words.access_state(row),
        is_open=is_open,
        columns=_columns(),
        rows=tuple(_record(opened, row, one) for one in treated),
        unsettled=sum(1 for one in treated if not one.item.settled),
        faults=tuple(f"{say(one.text)} ({one.article})" if one.article else say(one.text) for one in faults),
        buttons=_buttons(opened, row, treated, ready=bool(treated) and not faults) if is_open else (),
        reasons=forms.get("reasons", **about, version=row.version, **_written(row)) if is_open else None,
        told=paragraphs(row.reasons) if not is_open else (),
        delay=forms.get("delay-access", **about) if is_open else None,
        complaint=_complaint(opened, row),
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.ACCESS_HANDLE)
@require_GET
def preview(request: HttpRequest, number: str, request_id: int) -> HttpResponse:
    """The copy as it would be given out now. Nothing is sent."""
    opened = casepage.open_case(request, number)
    row = _of(opened, request_id)
    treated = rights.treated_of(request=row, by=opened.by, at=opened.at)
    wrong = [one for one in treated if one.item.treatment != Treatment.RELEASED and not one.item.ground]
    if not treated or wrong:
        raise Hidden(f"preview of access {request_id}")
    try:
        content = rights.draw_up(request=row, treated=treated, on=opened.today)
    except LetterRefused:
        raise Hidden(f"preview of access {request_id}") from None
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="aktindsigt-{opened.case.number}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.ACCESS_HANDLE)
def item(request: HttpRequest, number: str, request_id: int, item_id: int) -> HttpResponse:
    """GET: one record and how it is treated. POST: treat it."""
    opened = casepage.open_case(request, number)
    _found(opened, request_id, item_id)
    if request.method == "POST":
        if request.POST.get("item") != str(item_id):
            raise Hidden(f"item {item_id}")
        return doing.post(request, opened, accessing.OF_ITEM, partial(_item, request_id, item_id))
    return _item(request_id, item_id, opened, {})


def _item(
    request_id: int, item_id: int, opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200
) -> HttpResponse:
    row = _of(opened, request_id)
    treated = rights.treated_of(request=row, by=opened.by, at=opened.at)
    place = next(index for index, one in enumerate(treated) if one.item.pk == item_id)
    one = treated[place]
    form = given.get("treat") or _treat_form(opened, row, one)
    if isinstance(form, accessing.TreatForm):
        form.grounds(AskedBy(row.asked_by))
        if "sentences" in form.fields:
            form.sentences_of(one.record.text)
    following = next((after for after in treated[place + 1 :] if not after.item.settled), None)
    return casepage.show(
        opened,
        "rights",
        "staff/access_item.html",
        status=status,
        stick=False,
        kind_name=say(one.record.kind),
        title=one.record.title or say(one.record.kind),
        meta=f"{on_day(one.record.day)} {one.record.author}".strip(),
        pieces=passages(text=one.record.text, marks=rights.marks_of(one.item)),
        flags=_flags(one),
        file=_file(opened, one),
        form=form if row.state == rights.AccessState.OPEN else None,
        back=reverse("staff:access-request", args=[opened.case.number, row.pk]),
        following=reverse("staff:access-item", args=[opened.case.number, row.pk, following.item.pk])
        if following
        else "",
        given_out=paragraphs(rights.given_text(one.record, one.item, language="da"))
        if one.item.ground or one.item.treatment == Treatment.RELEASED
        else (),
    )


def _of(opened: OpenedCase, request_id: int) -> AccessRequest:
    if not opened.may(Verb.ACCESS_HANDLE):
        raise Hidden(f"access {request_id}")
    row = rights.access_of(request_id=request_id, by=opened.by, at=opened.at)
    if row.case_id != opened.case.pk:
        raise Hidden(f"access {request_id}")
    return row


def _found(opened: OpenedCase, request_id: int, item_id: int) -> Treated:
    row = _of(opened, request_id)
    treated = rights.treated_of(request=row, by=opened.by, at=opened.at)
    found = next((one for one in treated if one.item.pk == item_id), None)
    if found is None:
        raise Hidden(f"item {item_id}")
    return found


def _waiting_columns() -> tuple[Column, ...]:
    return (
        Column(_("Sag")),
        Column(_("Hvem beder")),
        Column(_("Kom")),
        Column(_("Frist")),
        Column(_("Sagsbehandler")),
        Column(_("Klage")),
    )


def _waiting(request: HttpRequest, one: AccessRequest, names: Mapping[int, str]) -> Row:
    case = one.case
    who = one.name or (_("Borgeren") if one.person_id == case.citizen_id else _("Den, der handler for borgeren"))
    complaint = ""
    if one.complained_at is not None and one.forwarded_at is None and one.forward_by is not None:
        complaint = _("Send videre senest %(day)s") % {"day": short_date(one.forward_by)}
    return Row(
        cells=(
            Cell(
                names.get(case.citizen_id, case.number),
                sub=f"{case.number} {say(case.type_version.spec.title_staff)}",
                href=reverse("staff:access-request", args=[case.number, one.pk]),
            ),
            Cell(who, sub="" if one.asked_by == AskedBy.PARTY else _("Ikke part")),
            short_date(one.received_on),
            words.due(one.due, on=today(request)),
            case.caseworker.name if case.caseworker else case.unit.name,
            complaint,
        )
    )


def _columns() -> tuple[Column, ...]:
    return (Column(_("Nr. og titel")), Column(_("Dato")), Column(_("Art")), Column(_("Sådan")), Column(_("Grund")))


def _record(opened: OpenedCase, row: AccessRequest, one: Treated) -> Row:
    item, record = one.item, one.record
    ground = Ground(item.ground) if item.ground else None
    return Row(
        cells=(
            Cell(
                f"{item.place}. {record.title or say(record.kind)}",
                sub=". ".join(chip.text for chip in _flags(one)),
                href=reverse("staff:access-item", args=[opened.case.number, row.pk, item.pk]),
            ),
            short_date(record.day),
            say(record.kind),
            _treatment(one),
            Cell(say(ground.label), sub=ground.article) if ground else "",
        )
    )


def _treatment(one: Treated) -> Chip:
    treatment = Treatment(one.item.treatment)
    text = say(treatment.label)
    if one.changed:
        return Chip(_("Teksten er rettet siden"), "bad")
    if not one.item.settled:
        return Chip(_("Forslag: %(what)s") % {"what": text.lower()}, "warn", "help")
    return Chip(text, "ok" if treatment is Treatment.RELEASED else "line")


def _flags(one: Treated) -> tuple[Chip, ...]:
    found = []
    if one.record.held:
        why = _("Holdt tilbage i journalen: %(ground)s") % {"ground": one.record.held_ground}
        found.append(Chip(why, "line", "lock"))
    if one.record.internal:
        found.append(Chip(_("Internt arbejdsdokument"), "line"))
    if one.record.others:
        found.append(Chip(_("Nævner %(names)s") % {"names": ", ".join(one.record.others)}, "warn", "persons"))
    return tuple(found)


def _terms(opened: OpenedCase, row: AccessRequest) -> tuple[Term, ...]:
    who = row.name
    if row.person_id is not None:
        who = people.card(row.person_id, case_id=opened.case.pk).name
    moved = _("Først lovet %(day)s. %(reason)s") % {"day": on_day(row.first_due), "reason": row.delay_reason}
    terms = [
        Term(_("Bedt om af"), who, sub=row.reach),
        Term(_("Modtaget"), on_day(row.received_on)),
        Term(_("Svar senest"), on_day(row.due), sub=moved if row.delayed_at else ""),
        Term(_("Vil se"), row.wanted or _("Det hele")),
    ]
    if row.halted_until is not None:
        terms.append(Term(_("Klagefrist i sagen"), _("Står stille, til der er svaret"), sub=on_day(row.halted_until)))
    if row.reader is not None and row.read_at is not None:
        terms.append(Term(_("Læst igennem af"), row.reader.name, sub=on_day(row.read_at)))
    return tuple(terms)


def _written(row: AccessRequest) -> dict[str, object]:
    return {"reasons": row.reasons, "more_access": row.more_access, "more_access_why": row.more_access_why}


def _buttons(
    opened: OpenedCase, row: AccessRequest, treated: list[Treated], *, ready: bool
) -> tuple[Action, ...]:
    here = reverse("staff:access-request", args=[opened.case.number, row.pk])

    def do(label: str, act: str, kind: str = "secondary", confirm: str = "") -> Action:
        fields = (("act", act), ("request", str(row.pk)))
        return Action(label, here, kind, "post", fields=fields, confirm=confirm)  # type: ignore[arg-type]

    if not treated:
        return (do(_("Find alt i sagen frem"), "prepare-access", "primary"),)
    found = [do(_("Hent nyt fra sagen"), "prepare-access", "tertiary")]
    if any(not one.item.settled for one in treated):
        found.append(do(_("Godkend forslag om at udlevere"), "settle-access"))
    if row.read_at is None and row.prepared_by_id not in {None, opened.by.id}:
        found.append(do(_("Jeg har læst afslaget og er enig"), "read-access"))
    if all(one.item.ground or one.item.treatment == Treatment.RELEASED for one in treated):
        preview_href = reverse("staff:access-preview", args=[opened.case.number, row.pk])
        found.append(Action(_("Se kopien (PDF)"), preview_href, icon="file-pdf"))
    if ready:
        sure = _("Borgeren får kopien nu. Det kan ikke trækkes tilbage.")
        found.insert(0, do(_("Send svaret"), "answer-access", "primary", sure))
    return tuple(found)


def _complaint(opened: OpenedCase, row: AccessRequest) -> Alert | None:
    if row.complained_at is None:
        return None
    if row.forwarded_at is not None:
        text = _("Sendt videre %(day)s.") % {"day": on_day(row.forwarded_at)}
        return Alert("info", f"{row.complaint} {text}", _("Klage over ventetiden"))
    here = reverse("staff:access-request", args=[opened.case.number, row.pk])
    fields = (("act", "forward-complaint"), ("request", str(row.pk)))
    due = on_day(row.forward_by) if row.forward_by else ""
    return Alert(
        "warning",
        row.complaint,
        _("Klage over ventetiden: send den videre senest %(day)s") % {"day": due},
        (Action(_("Klagen er sendt videre"), here, "secondary", "post", fields=fields),),
    )


def _treat_form(opened: OpenedCase, row: AccessRequest, one: Treated) -> accessing.TreatForm:
    item = one.item
    marked = {(start, end) for start, end in item.marks}
    ticked = [f"{start}-{end}" for start, end in sorted(marked)]
    black = [one.record.text[start:end] for start, end in sorted(marked)]
    initial = {
        "item": item.pk,
        "version": item.version,
        "treatment": item.treatment,
        "ground": item.ground,
        "note": item.note,
        "sentences": ticked,
        "phrases": "\n".join(text.strip() for text in black if "\n" not in text.strip()),
        "extract": item.extract,
        "facts_seen": item.facts_seen,
    }
    form = accessing.TreatForm("treat", opened, initial=initial)
    form.grounds(AskedBy(row.asked_by))
    form.sentences_of(one.record.text)
    return form


def _file(opened: OpenedCase, one: Treated) -> Action | None:
    if one.record.file is None:
        return None
    href = reverse("staff:document", args=[opened.case.number, one.record.file.id])
    return Action(one.record.file.name, href, "link", icon="attach-file")
