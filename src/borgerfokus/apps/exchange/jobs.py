"""Background work of the exchange."""

from datetime import datetime

from borgerfokus.apps.exchange.actions import carrying
from borgerfokus.foundation import jobs


@jobs.every_minute(name="exchange.move", own_transactions=True)
def move(*, at: datetime) -> None:
    """Give new events their place, and let each integration be carried by itself: none waits for another."""
    for integration_id in carrying.place_and_list(at=at):
        jobs.defer("exchange.carry", integration_id=integration_id)


@jobs.job(name="exchange.carry", own_transactions=True)
def carry(*, at: datetime, integration_id: int) -> None:
    """Bring one integration what is due; while it goes well there may be more."""
    if carrying.carry(integration_id=integration_id, at=at):
        jobs.defer("exchange.carry", integration_id=integration_id)


@jobs.daily(name="exchange.forget", hour=5, own_transactions=True)
def forget(*, at: datetime) -> None:
    """Forget what arrived a month ago."""
    carrying.forget(at=at)
