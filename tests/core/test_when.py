"""When something happened, as a person would say it."""

import datetime

import pytest
import time_machine
from django.utils import translation

from portal.core.templatetags.portal import when

NOW = datetime.datetime(2026, 11, 23, 16, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime.datetime(2026, 11, 23, 8, 5, tzinfo=datetime.UTC), "i dag 9.05"),
        (datetime.datetime(2026, 11, 22, 23, 30, tzinfo=datetime.UTC), "i dag 0.30"),
        (datetime.datetime(2026, 11, 22, 8, 5, tzinfo=datetime.UTC), "i går 9.05"),
        (datetime.datetime(2026, 3, 3, tzinfo=datetime.UTC), "3 mars"),
        (datetime.datetime(2024, 3, 3, tzinfo=datetime.UTC), "3 mars 2024"),
    ],
)
def test_when(moment, said):
    with time_machine.travel(NOW, tick=False):
        assert when(moment) == said


def test_when_in_english():
    with time_machine.travel(NOW, tick=False), translation.override("en"):
        assert when(datetime.datetime(2024, 3, 3, tzinfo=datetime.UTC)) == "3 March 2024"
