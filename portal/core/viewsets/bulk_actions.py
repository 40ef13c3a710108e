"""Deleting several rows at once, one's own alone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import classproperty
from django.utils.translation import gettext as _
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from portal.core.viewsets.gate import ids_or_404
from portal.core.viewsets.snippets import scoped_models


class ScopedDeleteBulkAction(DeleteBulkAction):
    """Wagtail's own takes any id of the model; this one answers 404 if a single one is another network's.

    Registered after Wagtail's under the same name, it takes its place for scoped models.
    """

    @classproperty
    def models(cls):  # noqa: N805 (a property of the class)
        """The models of all scoped viewsets."""
        return scoped_models()

    def _rows(self):
        return self.model.snippet_viewset.rows(self.request.user)

    def get_all_objects_in_listing_query(self, parent_id):
        """Return the ids of "select all": the rows in the person's own listing."""
        return list(self._rows().values_list("pk", flat=True))

    def get_queryset(self, model, object_ids):
        """Return the rows; raises Http404 unless each of them is the person's own."""
        ids = ids_or_404(model, object_ids)
        rows = list(self._rows().filter(pk__in=ids))
        if not rows or len(rows) != len(ids):
            raise Http404
        return rows

    def check_perm(self, snippet):
        """Whether the rule lets the person delete this row."""
        return self.model.snippet_viewset.permission_policy.user_has_permission_for_instance(
            self.request.user, "delete", snippet
        )

    def prepare_action(self, objects, objects_without_access):
        """Delete nothing at all if something was chosen that may not be deleted."""
        if objects_without_access["items_with_no_access"]:
            raise PermissionDenied
        return super().prepare_action(objects, objects_without_access)

    @classmethod
    def execute_action(cls, objects, **kwargs):
        """Delete one by one, so that each leaves its own mark in the record."""
        for row in objects:
            row.delete()
        return len(objects), 0

    def form_valid(self, form):
        """Say so, and delete nothing, when something else still needs one of the rows."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, _("Inget togs bort: något annat använder det du valde."))
            return redirect(self.next_url)
