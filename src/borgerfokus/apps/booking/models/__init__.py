"""What booking keeps."""

from borgerfokus.apps.booking.models.appointments import Appointment, AppointmentEntry, GroupTime, Hold, WaitingPlace
from borgerfokus.apps.booking.models.calendars import CalendarFeed, OutsideBusy, OutsideCalendar, OutsideCopy
from borgerfokus.apps.booking.models.places import Absence, AppointmentReason, OpeningHours, Room

__all__ = [
    "Absence",
    "Appointment",
    "AppointmentEntry",
    "AppointmentReason",
    "CalendarFeed",
    "GroupTime",
    "Hold",
    "OpeningHours",
    "OutsideBusy",
    "OutsideCalendar",
    "OutsideCopy",
    "Room",
    "WaitingPlace",
]
