"""What the start page and the organisation's work show, read across the other apps."""

from members.journey.queries.around import around
from members.journey.queries.beginning import beginning
from members.journey.queries.confirming import still_right
from members.journey.queries.coordinator import organisations_at_work, today
from members.journey.queries.work import own_work, timeline

__all__ = ["around", "beginning", "organisations_at_work", "own_work", "still_right", "timeline", "today"]
