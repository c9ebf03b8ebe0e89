"""A meeting on video: the link comes from the municipality's parameter, for those who meet, and in no open e-mail."""

import pytest
from django.urls import reverse
from tests.apps.interventions.helped import Helped
from tests.web.partner.conftest import LogIn
from tests.web.partner.test_appointments_and_measures import first_free, new_at, ready
from tests.web.partner.test_partner_pages import text

from borgerfokus.apps.booking.models import Appointment
from borgerfokus.apps.booking.queries import letters
from borgerfokus.core.coordination.video import is_web_address
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox.models import Mail
from borgerfokus.foundation.parameters import service as parameters

SYSTEM = system("test")
PAGES = ("partner:appointment", "citizen:appointment", "staff:appointment")


def decide(helped: Helped, address: str) -> None:
    """The municipality has another video service."""
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        new = parameters.NewValue(
            key="own.video_address",
            from_day=helped.at.date(),
            value={"da": address, "en": address},
            reason="Ny videotjeneste",
        )
        saved = parameters.set_value(new=new, by=SYSTEM, at=helped.at)
        assert hasattr(saved, "pk"), saved


def on_video(helped: Helped, as_: LogIn) -> Appointment:
    """The partner books a talk on video."""
    order = ready(helped)
    answer = as_(helped.bo).post(new_at(order), {"place": "video", "starts": first_free(helped)})
    assert answer.status_code == 302, answer.content.decode()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        return Appointment.objects.select_related("reason").get()


def shown(helped: Helped, as_: LogIn, row: Appointment) -> list[str]:
    """The page of the appointment as the partner, the citizen and the caseworker open it."""
    everybody = (helped.bo, helped.citizen, helped.karen)
    pairs = zip(PAGES, everybody, strict=True)
    return [text(as_(who), reverse(name, args=[row.pk])) for name, who in pairs]


def test_the_link_is_the_municipalitys_and_stands_where_one_meets(helped: Helped, as_: LogIn) -> None:
    decide(helped, "https://video.nyby.example/m/{rum}?s=1")
    row = on_video(helped, as_)
    assert row.video.startswith("https://video.nyby.example/m/")
    assert row.video.endswith("?s=1")
    assert "{rum}" not in row.video
    for page in shown(helped, as_, row):
        assert f'href="{row.video}"' in page


def test_the_link_stands_in_no_open_e_mail(helped: Helped, as_: LogIn) -> None:
    row = on_video(helped, as_)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        assert "video" not in letters.invitation_to(row)
        said = " ".join(f"{one.subject} {one.body} {one.attachment}" for one in Mail.objects.all())
    assert "video" not in said


@pytest.mark.parametrize("address", ["javascript:alert(1)//{rum}", "ftp://video.example/{rum}", "data:text/html,{rum}"])
def test_a_hostile_address_is_never_a_link(helped: Helped, as_: LogIn, address: str) -> None:
    decide(helped, address)
    row = on_video(helped, as_)
    assert row.video == ""
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        Appointment.objects.filter(pk=row.pk).update(video=address)
        row.video = address
        assert address not in letters.where(row).da
    assert row.video_link == ""
    for page in shown(helped, as_, row):
        assert address not in page


def test_sabotage_a_check_that_takes_anything_makes_it_a_link(
    helped: Helped, as_: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = on_video(helped, as_)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        Appointment.objects.filter(pk=row.pk).update(video="javascript:alert(1)")
    assert not is_web_address(text="javascript:alert(1)")
    monkeypatch.setattr("borgerfokus.apps.booking.models.appointments.is_web_address", lambda *, text: bool(text))
    assert any("javascript:alert(1)" in page for page in shown(helped, as_, row))
