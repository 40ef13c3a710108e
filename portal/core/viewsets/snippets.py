"""The viewset itself."""

from django.contrib.admin.utils import quote
from django.db import transaction
from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.log_actions import log
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.views import chooser, snippets

from portal.core.cells import PlainCells
from portal.core.permission_policies import RulesPermissionPolicy, rows_of
from portal.core.viewsets.forms import ScopedFilterSet, ScopedFormMixin
from portal.core.viewsets.gate import gated


def scoped_models():
    """Return the models that a ScopedSnippetViewSet looks after."""
    return [model for model in get_snippet_models() if isinstance(model.snippet_viewset, ScopedSnippetViewSet)]


class ScopedIndexView(PlainCells, snippets.IndexView):
    """A listing whose buttons follow the row's own rule: nothing to change in an archive."""

    base_filterset_class = ScopedFilterSet

    @cached_property
    def bulk_actions(self):
        """What the person may do to several rows at once; nothing is offered that each row would refuse."""
        names = self.model._meta.app_label, self.model._meta.model_name
        found = bulk_action_registry.get_bulk_actions_for_model(*names)
        return [row for row in found if self.permission_policy.user_has_permission(self.request.user, row.verb)]

    @cached_property
    def columns(self):
        """Leave out the boxes to tick where there is nothing to tick them for."""
        return [column for column in super().columns if column.name != "bulk_actions" or self.bulk_actions]

    @property
    def no_results_message(self):
        """Say why the list is empty; Wagtail's sentences bend the model's name wrongly, or are in English."""
        if self.is_searching or self.is_filtering:
            return _("Inget i listan passar det du söker.")
        return _("Här finns inget ännu.")

    def _may(self, action, instance):
        return self.user_has_permission_for_instance(action, instance)

    def get_edit_url(self, instance):
        """Return the address, or None for a row that may only be looked at."""
        return super().get_edit_url(instance) if self._may("change", instance) else None

    def get_delete_url(self, instance):
        """Return the address, or None for a row that may not be deleted."""
        return super().get_delete_url(instance) if self._may("delete", instance) else None


class ScopedInspectView(snippets.InspectView):
    """What a row holds, for reading; what is empty is a dash, not Python's None."""

    def get_field_display_value(self, field_name, field):
        """Return the value as it is shown."""
        value = super().get_field_display_value(field_name, field)
        return "–" if value in (None, "") else value


class ScopedDeleteView(snippets.DeleteView):
    """Says what happened when something else still needs the row."""

    def delete_action(self):
        """Let the viewset delete it: some write that into the record."""
        with transaction.atomic():
            log(instance=self.object, action="wagtail.delete")
            self.model.snippet_viewset.delete_row(self.object, self.request.user)

    def form_valid(self, form):
        """Delete, or lead back to the row with an explanation."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, _("Det gick inte att ta bort: något annat använder det."))
            return redirect(reverse(self.edit_url_name, args=[quote(self.object.pk)]))


class OwnRows:
    """Mixin for the chooser's views: the same rows as the listing's. The viewset sets `rows`."""

    rows = None

    def get_object_list(self):
        """Return what may be chosen."""
        return self.rows(self.request.user)

    def get_object(self, pk):
        """Return what was chosen; raises the model's DoesNotExist."""
        return self.rows(self.request.user).get(pk=pk)

    def get_objects(self, pks):
        """Return the several that were chosen."""
        return self.rows(self.request.user).filter(pk__in=pks)


class ScopedChooseView(OwnRows, chooser.ChooseView):
    """The chooser's window."""


class ScopedChooseResultsView(OwnRows, chooser.ChooseResultsView):
    """The chooser's list, by itself."""


class ScopedChosenView(OwnRows, chooser.SnippetChosenView):
    """The answer to a choice."""


class ScopedChosenMultipleView(OwnRows, chooser.SnippetChosenMultipleView):
    """The answer to several choices."""


class ScopedChooserViewSet(chooser.SnippetChooserViewSet):
    """A chooser of the person's own rows, behind the same gate."""

    choose_view_class = ScopedChooseView
    choose_results_view_class = ScopedChooseResultsView
    chosen_view_class = ScopedChosenView
    chosen_multiple_view_class = ScopedChosenMultipleView
    extra_actions = {}
    rows = None

    def get_common_view_kwargs(self, **kwargs):
        """Hand the rows to each view."""
        return super().get_common_view_kwargs(rows=self.rows, **kwargs)

    def get_urlpatterns(self):
        """Return the chooser's patterns, each with the gate before it.

        There is no form for making a row inside the chooser, and so no address for it.
        """
        patterns = super().get_urlpatterns()
        return [gated(pattern, self) for pattern in patterns if pattern.name != "create"]


class ScopedSnippetViewSet(snippets.SnippetViewSet):
    """Base of each listing in Wagtail admin whose rows belong to a network.

    The model's manager needs `visible_to(user)`, and `coordinated_by(user)` where taking part and running differ;
    rules.py needs add, change, delete, publish and view permissions that answer for a row and, asked with None,
    for "some row". For views of your own: `get_own_urlpatterns` and `extra_actions`, {url name: action}.
    """

    index_view_class = ScopedIndexView
    delete_view_class = ScopedDeleteView
    inspect_view_class = ScopedInspectView
    chooser_viewset_class = ScopedChooserViewSet
    add_to_admin_menu = True
    # What a row of a network points at is no page, picture or document, and each save would cost a task.
    add_to_reference_index = False
    inspect_view_enabled = True
    extra_actions = {}
    form_mixin = ScopedFormMixin

    def rows(self, user):
        """Return the rows that the user runs: the only ones that any view of this viewset knows of."""
        return rows_of(self.model._default_manager.all(), user)

    def delete_row(self, row, by):
        """Delete the row, alone or as one of several; a viewset whose record says so lets its service do it."""
        row.delete()

    def chooser_rows(self, user):
        """Return the rows that may be chosen for something else: the same, unless some are of the past."""
        return self.rows(user)

    @property
    def permission_policy(self):
        """Ask rules, row by row."""
        return RulesPermissionPolicy(self.model)

    def get_queryset(self, request):
        """Return what the listing, its search, its filters and its export show."""
        return self.rows(request.user)

    def get_form_class(self, for_update=False):
        """Return the form, with choices narrowed to the person's own."""
        form_class = super().get_form_class(for_update)
        return type(form_class)(
            f"Scoped{form_class.__name__}",
            (self.form_mixin, form_class),
            {"is_update": for_update, "__module__": form_class.__module__},
        )

    @cached_property
    def url_finder_class(self):
        """Return a finder that gives no address, and so no title, for a row that is not the person's own."""
        viewset = self

        class ScopedURLFinder:
            def __init__(self, user=None):
                self.user = user

            def get_edit_url(self, instance):
                policy = viewset.permission_policy
                if self.user and not policy.user_has_permission_for_instance(self.user, "change", instance):
                    return None
                return reverse(viewset.get_url_name("edit"), args=[quote(instance.pk)])

        return ScopedURLFinder

    @property
    def chooser_viewset(self):
        """Build the chooser on the same rows and rules."""
        return self.chooser_viewset_class(
            self.get_chooser_admin_url_namespace(),
            model=self.model,
            url_prefix=self.get_chooser_admin_base_path(),
            icon=self.icon,
            per_page=self.chooser_per_page,
            rows=self.chooser_rows,
            permission_policy=self.permission_policy,
        )

    def get_urlpatterns(self):
        """Return Wagtail's patterns and the viewset's own, each with the gate before it."""
        return [gated(pattern, self) for pattern in [*super().get_urlpatterns(), *self.get_own_urlpatterns()]]

    def get_own_urlpatterns(self):
        """Return patterns beside Wagtail's; name each one's action in `extra_actions`."""
        return []
