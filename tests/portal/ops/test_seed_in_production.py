"""The demonstration never enters a portal that real people use."""

import pytest
from django.core.management import CommandError, call_command

from members.accounts.models import User


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["seed", "accounts"])
def test_command_is_refused_in_production(command, settings):
    settings.DEVELOPMENT = False
    with pytest.raises(CommandError):
        call_command(command)
    assert not User.objects.exists()
