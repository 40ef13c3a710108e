"""The picture that a person shows of themselves."""

import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _


def private_storage():
    """Return the storage outside the public media; a function, so that migrations name no place."""
    return storages["private"]


def portrait_path(portrait, filename):
    """Store under the picture's own number: nothing of what somebody called the file reaches the disk."""
    return f"portraits/{portrait.uuid.hex[:2]}/{portrait.uuid.hex}-{filename}"


class Portrait(models.Model):
    """A picture in two sizes, private: each request for it asks the rule. A new picture gets a new number."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="portrait")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    large = models.FileField(_("stor"), storage=private_storage, upload_to=portrait_path)
    small = models.FileField(_("liten"), storage=private_storage, upload_to=portrait_path)
    created_at = models.DateTimeField(_("uppladdad"), auto_now_add=True)

    class Meta:
        verbose_name = _("bild")
        verbose_name_plural = _("bilder")

    def __str__(self):
        return f"#{self.user_id}"
