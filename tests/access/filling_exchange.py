"""An integration of the scene's own, told of everything in the cases of a program, with one delivery of each."""

from typing import TYPE_CHECKING

from borgerfokus.apps.exchange import service as exchange
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login.models import Client

if TYPE_CHECKING:
    from tests.access.scene import Scene


def integrate(scene: "Scene") -> None:
    """The integration "journal", which acts as the program `client` and has nowhere to send to."""
    from tests.access.scene import SYSTEM

    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        program = Client.objects.get(name="client")
        new = exchange.NewIntegration(
            "journal", "Journalsystemet", program.client_id, "webhook", "files", from_start=True
        )
        made = exchange.add(new=new, by=SYSTEM, at=scene.at)
    assert isinstance(made, exchange.Integration), made
    scene.ids["program"] = program.client_id
    exchange.place_all(at=scene.at)
    exchange.carry(integration_id=made.pk, at=scene.at, port=_AwayPort())


class _AwayPort:
    def send(self, parcel: exchange.Parcel, *, at: object) -> None:
        raise exchange.Unavailable(exchange.Trouble.UNREACHABLE)
