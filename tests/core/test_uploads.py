"""A body larger than any form takes is refused before it fills the disk."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.urls import reverse

from portal.core.uploads import BoundedUploadHandler
from tests.factories.files import PDF, upload
from tests.factories.meetings import MeetingFactory


@pytest.mark.django_db
def test_body_over_the_limit_is_refused(client, login, world, settings):
    settings.UPLOAD_BODY_MAX_BYTES = 100
    login(client, world.david)
    meeting = MeetingFactory(network=world.network)
    url = reverse("wagtailsnippets_meetings_meeting:materials", args=[meeting.pk])
    response = client.post(url, {"upload": "1", "files": [upload(content=PDF * 10)], "stage": "before"})
    assert response.status_code == 400
    assert not meeting.materials.exists()


def test_body_that_does_not_tell_its_length_is_counted(settings):
    settings.UPLOAD_BODY_MAX_BYTES = 10
    handler = BoundedUploadHandler()
    handler.handle_raw_input(None, {}, 0, b"")
    assert handler.receive_data_chunk(b"123456", 0) == b"123456"
    assert handler.file_complete(6) is None
    with pytest.raises(RequestDataTooBig):
        handler.receive_data_chunk(b"123456", 6)
