"""The forum is seen by the network."""

from django.db import models
from django.db.models import BooleanField, Case, F, FilteredRelation, Q, Value, When
from django.db.models.functions import Coalesce

from members.organisations.access import coordinated_network_ids, network_ids_of


class CategoryQuerySet(models.QuerySet):
    """Categories of networks."""

    def visible_to(self, user):
        """Those of the person's networks."""
        return self.filter(network_id__in=network_ids_of(user))

    def coordinated_by(self, user):
        """Those of the networks that the person coordinates."""
        return self.filter(network_id__in=coordinated_network_ids(user))


class ThreadQuerySet(models.QuerySet):
    """Threads; `network` is kept on the thread so that a list needs no join."""

    def visible_to(self, user):
        """Those of the person's networks; removed ones only for its coordinators."""
        return self.filter(
            Q(network_id__in=network_ids_of(user), removed_at=None) | Q(network_id__in=coordinated_network_ids(user))
        )

    def present(self):
        """Those that have not been removed."""
        return self.filter(removed_at=None)

    def with_reading(self, user):
        """Each with `read_number`, `is_followed`, `is_muted` and `is_unread` for the person.

        What a person has muted is never unread. At most one mark and one follow a person and thread, so the
        joins add no rows.
        """
        return self.annotate(
            mark=FilteredRelation("read_marks", condition=Q(read_marks__user=user)),
            following=FilteredRelation("follows", condition=Q(follows__user=user)),
            read_number=Coalesce(F("mark__number"), 0),
            is_muted=Coalesce(F("following__is_muted"), False),
            is_followed=Case(
                When(following__is_muted=False, then=Value(True)), default=False, output_field=BooleanField()
            ),
            is_unread=Case(
                When(following__is_muted=True, then=Value(False)),
                When(last_number__gt=F("read_number"), then=Value(True)),
                default=False,
                output_field=BooleanField(),
            ),
        )


class PostQuerySet(models.QuerySet):
    """Posts follow their thread."""

    def visible_to(self, user):
        """Those of threads that the person sees."""
        return self.filter(
            Q(thread__network_id__in=network_ids_of(user), thread__removed_at=None)
            | Q(thread__network_id__in=coordinated_network_ids(user))
        )

    def standing(self):
        """Those that have not been removed, nor their thread."""
        return self.filter(deleted_at=None, thread__removed_at=None)

    def to_be_told(self):
        """Those whose thread's followers are still to be told."""
        return self.standing().filter(is_to_be_told=True)
