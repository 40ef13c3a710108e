"""The forum is seen by the network."""

from django.db import models

from members.organisations.access import network_ids_of


class CategoryQuerySet(models.QuerySet):
    """Categories of networks."""

    def visible_to(self, user):
        """Those of the person's networks."""
        return self.filter(network_id__in=network_ids_of(user))


class ThreadQuerySet(models.QuerySet):
    """Threads; `network` is kept on the thread so that a list needs no join."""

    def visible_to(self, user):
        """Those of the person's networks."""
        return self.filter(network_id__in=network_ids_of(user))


class PostQuerySet(models.QuerySet):
    """Posts follow their thread."""

    def visible_to(self, user):
        """Those of threads that the person sees."""
        return self.filter(thread__network_id__in=network_ids_of(user))

    def standing(self):
        """Those that have not been removed."""
        return self.filter(deleted_at=None)
