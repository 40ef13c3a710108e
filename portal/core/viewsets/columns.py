"""Columns for listings in Wagtail admin."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column


class DayColumn(Column):
    """A day, written out. Wagtail's DateColumn tells how long ago: of what is still to come it says "just now"."""

    def get_value(self, instance):
        """Return the day, in Stockholm, or nothing."""
        value = super().get_value(instance)
        if isinstance(value, datetime.datetime):
            value = timezone.localtime(value)
        # In one piece: on a phone a day in two lines reads as two things.
        return date_format(value, "j F Y").replace(" ", "\N{NO-BREAK SPACE}") if value else ""
