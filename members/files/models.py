"""Files that are never public."""

import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.files.querysets import PrivateFileQuerySet


def private_storage():
    """Return the storage outside the public media; a function, so that migrations name no place."""
    return storages["private"]


def private_path(instance, filename):
    """Store under the file's own id: nothing of what somebody called it reaches the disk."""
    return f"{instance.uuid.hex[:2]}/{instance.uuid.hex}"


class PrivateFile(models.Model):
    """One stored file. `kind` says which app's rule decides who may read it (members.files.registry)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("slag"), max_length=60)
    file = models.FileField(_("fil"), storage=private_storage, upload_to=private_path)
    name = models.CharField(_("filnamn"), max_length=200)
    content_type = models.CharField(_("typ"), max_length=120)
    size = models.PositiveBigIntegerField(_("storlek i byte"))
    sha256 = models.CharField(_("kontrollsumma"), max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("uppladdad av"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("uppladdad"), auto_now_add=True)

    objects = PrivateFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("fil")
        verbose_name_plural = _("filer")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def extension(self):
        """The ending of the name, in lower case and without the dot."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""
