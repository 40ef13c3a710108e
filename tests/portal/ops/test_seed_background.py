"""What seeding leaves to the background is done before it ends."""

import pytest
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.core.outbox import deliver
from portal.ops.management.commands.seed import do_background_work


@pytest.mark.django_db(transaction=True)
def test_background_work_is_done_before_the_seed_ends(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    deliver.enqueue()
    do_background_work()
    assert [result.status for result in DBTaskResult.objects.all()] == [TaskResultStatus.SUCCESSFUL]
