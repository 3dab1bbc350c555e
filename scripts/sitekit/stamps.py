"""Days as moments, for formats that know no day without an hour: noon in Viet Nam, which is the same day almost everywhere."""

from __future__ import annotations

import datetime

VIET_NAM = datetime.timezone(datetime.timedelta(hours=7))


def moment(day: str) -> datetime.datetime:
    """Noon in Viet Nam of an ISO `day`; ValueError when the calendar has no such day."""
    return datetime.datetime.combine(datetime.date.fromisoformat(day), datetime.time(12), VIET_NAM)


def internet(day: str) -> str:
    """`day` as feeds write it (RFC 3339): 2026-11-24T12:00:00+07:00."""
    return moment(day).isoformat()


def universal(day: str) -> str:
    """`day` as calendar files write it (RFC 5545, UTC): 20261124T050000Z."""
    return f"{moment(day).astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
