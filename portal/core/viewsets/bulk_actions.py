"""Acting on several rows at once, one's own alone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import classproperty
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from portal.core.access import is_fresh, redirect_to_confirm
from portal.core.viewsets.gate import ids_or_404
from portal.core.viewsets.snippets import scoped_models


def listed(viewset, request):
    """Return what the viewset's listing shows for the request's search and filters, all its pages."""
    view = viewset.index_view
    listing = view.view_class(**view.view_initkwargs)
    listing.setup(request)
    return listing.get_queryset()


class OwnRowsAlone:
    """Mixin for a bulk action: Wagtail's own take any id of the model; here one of another network's is 404."""

    #: The action whose rule each row is asked.
    verb = "change"

    @classproperty
    def models(cls):  # noqa: N805 (a property of the class)
        """The models of all scoped viewsets."""
        return scoped_models()

    def _rows(self):
        return self.model.snippet_viewset.rows(self.request.user)

    def get_all_objects_in_listing_query(self, parent_id):
        """Return the ids of "select all": the rows of the person's own listing, as it was searched and filtered."""
        shown = set(listed(self.model.snippet_viewset, self.request).values_list("pk", flat=True))
        return [pk for pk in self._rows().values_list("pk", flat=True) if pk in shown]

    def get_queryset(self, model, object_ids):
        """Return the rows; raises Http404 unless each of them is the person's own."""
        ids = ids_or_404(model, object_ids)
        rows = list(self._rows().filter(pk__in=ids))
        if not rows or len(rows) != len(ids):
            raise Http404
        return rows

    def check_perm(self, snippet):
        """Whether the rule lets the person do it to this row."""
        return self.model.snippet_viewset.permission_policy.user_has_permission_for_instance(
            self.request.user, self.verb, snippet
        )


class OneByOne:
    """Mixin for a bulk action of our own, done row by row; those that it may not be done to are named, and left alone.

    Name `question`, and `act(row, by)`, which says whether anything was done.
    """

    #: Whether a code not older than a quarter of an hour is asked for first.
    asks_for_code = False
    template_name = "wagtailadmin/bulk_actions/scoped.html"
    question = ""

    def dispatch(self, request, *args, **kwargs):
        """Answer, or ask for a code before that."""
        if self.asks_for_code and not is_fresh(request):
            return redirect_to_confirm(request)
        return super().dispatch(request, *args, **kwargs)

    def warning(self, rows):
        """Return what should be known before it is done to these rows; mostly nothing."""
        return ""

    def get_context_data(self, **kwargs):
        """Add the warning."""
        context = super().get_context_data(**kwargs)
        return context | {"warning": self.warning([row["item"] for row in context["items"]])}

    def act(self, row, by):
        """Do it to one row, through its service."""
        raise NotImplementedError

    @classmethod
    def execute_action(cls, objects, **kwargs):
        """Do it one by one, so that each leaves its own mark in the record; return how many it was done to."""
        action = kwargs["self"]
        return sum(bool(action.act(row, action.request.user)) for row in objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say how many."""
        told = ngettext("Klart: %(count)s rad.", "Klart: %(count)s rader.", num_parent_objects)
        return told % {"count": num_parent_objects}


class ScopedBulkAction(OneByOne, OwnRowsAlone, SnippetBulkAction):
    """Something of our own done to several rows of a scoped listing: name `model_class` and `verb` too."""

    model_class = None

    @classproperty
    def models(cls):  # noqa: N805 (a property of the class)
        """The one model."""
        return [cls.model_class]


class ScopedDeleteBulkAction(OwnRowsAlone, DeleteBulkAction):
    """Registered after Wagtail's under the same name, it takes its place for scoped models."""

    verb = "delete"

    def prepare_action(self, objects, objects_without_access):
        """Delete nothing at all if something was chosen that may not be deleted."""
        if objects_without_access["items_with_no_access"]:
            raise PermissionDenied
        return super().prepare_action(objects, objects_without_access)

    @classmethod
    def execute_action(cls, objects, **kwargs):
        """Delete one by one, so that each leaves its own mark in the record."""
        action = kwargs["self"]
        for row in objects:
            action.model.snippet_viewset.delete_row(row, action.request.user)
        return len(objects), 0

    def form_valid(self, form):
        """Say so, and delete nothing, when something else still needs one of the rows."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, _("Inget togs bort: något annat använder det du valde."))
            return redirect(self.next_url)
