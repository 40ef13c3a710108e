"""A bound on what one request may carry, held before any of it reaches the disk."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class BoundedUploadHandler(FileUploadHandler):
    """Refuse a body that no form of ours takes; each file's own limit is the form's to tell of, in plain words.

    The first of FILE_UPLOAD_HANDLERS. Also counts, for a body that does not say how long it is.
    """

    def __init__(self, request=None):
        super().__init__(request)
        self.received = 0

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803 (Django's name)
        """Refuse what says itself that it is too large."""
        self._hold(content_length)

    def receive_data_chunk(self, raw_data, start):
        """Count, and pass on."""
        self.received += len(raw_data)
        self._hold(self.received)
        return raw_data

    def file_complete(self, file_size):
        """Leave the file to the next handler."""
        return

    def _hold(self, size):
        if size > settings.UPLOAD_BODY_MAX_BYTES:
            raise RequestDataTooBig(f"The request carries {size} bytes of files.")
