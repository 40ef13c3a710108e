"""Forms and filters that offer, and accept, only what is the person's own."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from portal.core.permission_policies import RulesPermissionPolicy, rows_of
from portal.core.predicates import is_administrator


def narrow(field, user):
    """Let a field that chooses among network-owned rows offer the user's own alone, in a plain list.

    Not Wagtail's chooser: shown again after an error, it looks up whatever id was posted and prints its title.
    """
    queryset = field.queryset
    if not hasattr(queryset, "visible_to"):
        return
    field.queryset = rows_of(queryset, user)
    if not isinstance(field.widget, forms.widgets.ChoiceWidget):
        field.widget = forms.SelectMultiple() if isinstance(field, forms.ModelMultipleChoiceField) else forms.Select()
        field.widget.choices = field.choices
        field.widget.is_required = field.required


class ScopedFormMixin:
    """A form in Wagtail admin whose choices, and whose result, are the person's own.

    The network is chosen once: moved rows would take their files and answers into another network's view.
    """

    #: Set by the viewset on the form for editing.
    is_update = False
    network_field = "network"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                narrow(field, self.for_user)
        network = self.fields.get(self.network_field)
        if network is None:
            return
        if self.is_update:
            network.disabled = True
            network.queryset = network.queryset.model._default_manager.filter(
                pk=getattr(self.instance, f"{self.network_field}_id")
            )
            return
        open_ids = [row.pk for row in network.queryset if self._may("add", self._in_network(row))]
        network.queryset = network.queryset.filter(pk__in=open_ids)
        if len(open_ids) == 1 and not self.initial.get(self.network_field):
            self.initial[self.network_field] = open_ids[0]

    def _in_network(self, network):
        return self._meta.model(**{self.network_field: network})

    def _may(self, action, instance):
        policy = RulesPermissionPolicy(self._meta.model)
        return policy.user_has_permission_for_instance(self.for_user, action, instance)

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        if not self._may("change" if self.is_update else "add", self.instance):
            self.add_error(None, _("Du kan inte spara i det här nätverket."))


class ScopedFilterSet(WagtailFilterSet):
    """Filters of a listing: their choices name no other network's rows."""

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        for item in self.filters.values():
            if isinstance(item, ModelChoiceFilter) and hasattr(item.queryset, "visible_to"):
                # Administrators run no network and look after them all.
                if is_administrator(request.user):
                    item.queryset = item.queryset.visible_to(request.user)
                else:
                    item.queryset = rows_of(item.queryset, request.user)
