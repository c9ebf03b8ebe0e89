"""The door of booking: what the web, the API and the commands may call."""

from borgerfokus.apps.booking.actions.booking import (
    NewAppointment,
    book,
    cancel,
    interpret,
    move,
    tell,
)
from borgerfokus.apps.booking.actions.calendar import (
    add_absence,
    drop_absence,
    hashed,
    make_feed,
    revoke_feed,
    set_hours,
)
from borgerfokus.apps.booking.actions.grouping import NewGroup, cancel_group, open_group, stop_waiting, wait
from borgerfokus.apps.booking.actions.grouping import join as join_group
from borgerfokus.apps.booking.actions.keeping import (
    ReasonContent,
    add_reason,
    add_room,
    change_reason,
    close_room,
    content_of,
)
from borgerfokus.apps.booking.actions.offering import accept as accept_offer
from borgerfokus.apps.booking.actions.offering import decline as decline_offer
from borgerfokus.apps.booking.actions.offering import lapse as lapse_offers
from borgerfokus.apps.booking.actions.offering import offer_freed
from borgerfokus.apps.booking.actions.outside import connect as connect_calendar
from borgerfokus.apps.booking.actions.outside import disconnect as disconnect_calendar
from borgerfokus.apps.booking.actions.outside import synchronise as synchronise_calendar
from borgerfokus.apps.booking.actions.reminding import run as remind
from borgerfokus.apps.booking.actions.reminding import synchronise_due
from borgerfokus.apps.booking.actions.seats import SEATED, offer_seats
from borgerfokus.apps.booking.models import (
    Absence,
    Appointment,
    AppointmentEntry,
    AppointmentReason,
    GroupTime,
    Hold,
    OutsideBusy,
    OutsideCalendar,
    Room,
    WaitingPlace,
)
from borgerfokus.apps.booking.policies import booker_of, may_book
from borgerfokus.apps.booking.queries.appointments import (
    appointment,
    entries_of,
    group,
    groups,
    in_group,
    of_case,
    of_citizen,
    of_employee,
    of_partner,
    seats_taken,
    staff_of,
    visible_to,
    waiting_for,
    waiting_in,
)
from borgerfokus.apps.booking.queries.calendars import (
    absences_of,
    bookable_staff,
    busy_of,
    entry_uid,
    feed,
    feed_made,
    holds_of,
    hours_of,
    outside_of,
    taken,
)
from borgerfokus.apps.booking.queries.free import Asked, times, window
from borgerfokus.apps.booking.queries.letters import where
from borgerfokus.apps.booking.queries.reasons import bookable, in_use, kept, reason, rooms, versions

__all__ = [
    "SEATED",
    "Absence",
    "Appointment",
    "AppointmentEntry",
    "AppointmentReason",
    "Asked",
    "GroupTime",
    "Hold",
    "NewAppointment",
    "NewGroup",
    "OutsideBusy",
    "OutsideCalendar",
    "ReasonContent",
    "Room",
    "WaitingPlace",
    "absences_of",
    "accept_offer",
    "add_absence",
    "add_reason",
    "add_room",
    "appointment",
    "book",
    "bookable",
    "bookable_staff",
    "booker_of",
    "busy_of",
    "cancel",
    "cancel_group",
    "change_reason",
    "close_room",
    "connect_calendar",
    "content_of",
    "decline_offer",
    "disconnect_calendar",
    "drop_absence",
    "entries_of",
    "entry_uid",
    "feed",
    "feed_made",
    "group",
    "groups",
    "hashed",
    "holds_of",
    "hours_of",
    "in_group",
    "in_use",
    "interpret",
    "join_group",
    "kept",
    "lapse_offers",
    "make_feed",
    "may_book",
    "move",
    "of_case",
    "of_citizen",
    "of_employee",
    "of_partner",
    "offer_freed",
    "offer_seats",
    "open_group",
    "outside_of",
    "reason",
    "remind",
    "revoke_feed",
    "rooms",
    "seats_taken",
    "set_hours",
    "staff_of",
    "stop_waiting",
    "synchronise_calendar",
    "synchronise_due",
    "taken",
    "tell",
    "times",
    "versions",
    "visible_to",
    "wait",
    "waiting_for",
    "waiting_in",
    "where",
    "window",
]
