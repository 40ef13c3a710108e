"""Networks, memberships, invitations and the register in Wagtail admin."""

from django.contrib.admin.utils import quote
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from members.organisations import services
from members.organisations.forms import InvitationAdminForm, MembershipAdminForm, PlaceFormMixin
from members.organisations.models import Invitation, Membership, Network, Organisation
from members.organisations.querysets import is_portal_administrator
from portal.core.forms import KronorInput
from portal.core.viewsets import ScopedSnippetViewSet
from portal.core.viewsets.snippets import ScopedIndexView

FOR_ADMINISTRATORS = "organisations.add_network"


def day(name, label):
    """Return a column with the day itself: how long ago it was says less."""
    return Column(name, label=label, accessor=lambda row: _shown(getattr(row, name)), sort_key=name)


def _shown(moment):
    if moment is None:
        return ""
    return date_format(timezone.localtime(moment) if hasattr(moment, "tzinfo") else moment, "j M Y")


def ask(request, *, namespace, thing, question, yes):
    """Show a page in Wagtail's frame that asks before something is done."""
    title = str(thing)
    back = reverse(f"{namespace}:list")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Hem")}, {"url": back, "label": _("Listan")}]
    context = {
        "page_title": title,
        "header_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
        "question": question,
        "yes": yes,
        "back": back,
    }
    return TemplateResponse(request, "members/organisations/admin/ask.html", context)


class NetworkCreateView(snippets.CreateView):
    """A new network, written into the record."""

    def save_instance(self):
        """Save, and write that it was made."""
        network = super().save_instance()
        services.note_network_change(network=network, by=self.request.user, fields=self.form.changed_data)
        return network


class NetworkEditView(snippets.EditView):
    """A network's dates and texts, written into the record."""

    def save_instance(self):
        """Save, and write which fields were changed."""
        network = super().save_instance()
        services.note_network_change(network=network, by=self.request.user, fields=self.form.changed_data)
        return network


class NetworkViewSet(ScopedSnippetViewSet):
    """Networks: their coordinators keep dates and texts; address, price and ending are the administrator's."""

    model = Network
    icon = "group"
    add_to_admin_menu = False  # the group has an entry of its own
    menu_label = gettext_lazy("Nätverk")
    copy_view_enabled = False
    add_view_class = NetworkCreateView
    edit_view_class = NetworkEditView
    list_display = [
        "name",
        day("last_registration_date", gettext_lazy("Sista anmälningsdag")),
        day("first_meeting_at", gettext_lazy("Första träffen")),
        BooleanColumn("is_archived", label=gettext_lazy("Avslutat")),
    ]
    search_fields = ["name", "name_en"]
    search_backend_name = None
    ordering = "-first_meeting_at"
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldPanel("description"),
                    FieldPanel("name_en"),
                    FieldPanel("description_en"),
                ],
                heading=gettext_lazy("Namn och text"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("registration_opens_date"), FieldPanel("last_registration_date")]),
                    FieldRowPanel([FieldPanel("first_meeting_at"), FieldPanel("closes_at")]),
                ],
                heading=gettext_lazy("Datum"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("slug", permission=FOR_ADMINISTRATORS),
                    FieldPanel(
                        "price_per_person_ore",
                        heading=gettext_lazy("Pris per person, kronor"),
                        widget=KronorInput,
                        permission=FOR_ADMINISTRATORS,
                    ),
                    FieldPanel("capacity", permission=FOR_ADMINISTRATORS),
                    FieldPanel("archived_at", permission=FOR_ADMINISTRATORS),
                ],
                heading=gettext_lazy("För administratörer"),
                permission=FOR_ADMINISTRATORS,
            ),
        ]
    )
    inspect_view_fields = [
        "name",
        "name_en",
        "description",
        "description_en",
        "registration_opens_date",
        "last_registration_date",
        "first_meeting_at",
        "closes_at",
        "archived_at",
    ]

    def rows(self, user):
        """Return the networks that the person coordinates; all for an administrator."""
        return Network.objects.all() if is_portal_administrator(user) else Network.objects.coordinated_by(user)


class MembershipIndexView(ScopedIndexView):
    """The listing, with a way to end each membership that holds."""

    def get_base_queryset(self):
        """Fetch what the columns show in one query."""
        return super().get_base_queryset().select_related("user", "organisation", "network")

    def get_list_more_buttons(self, instance):
        """Return Wagtail's buttons and the one that ends the membership."""
        buttons = super().get_list_more_buttons(instance)
        if instance.to_date is None and self.user_has_permission_for_instance("end", instance):
            address = reverse("wagtailsnippets_organisations_membership:end", args=[quote(instance.pk)])
            buttons.append(Button(_("Avsluta"), url=address, icon_name="cross", priority=20))
        return buttons


class MembershipCreateView(snippets.CreateView):
    """A membership made by hand, by an administrator."""

    def save_instance(self):
        """Let the service make it."""
        return services.create_membership(by=self.request.user, **self.form.cleaned_data)


def end_membership(request, pk):
    """Ask, and end the membership."""
    rows = Membership.objects.coordinated_by(request.user).select_related("user", "organisation", "network")
    membership = get_object_or_404(rows, pk=pk)
    namespace = "wagtailsnippets_organisations_membership"
    if request.method == "POST":
        services.end_membership(membership=membership, by=request.user)
        messages.success(request, _("Deltagandet är avslutat."))
        return redirect(f"{namespace}:list")
    question = _("Vill du avsluta deltagandet för %(name)s? Det gäller genast, och personen får veta det med e-post.")
    return ask(
        request,
        namespace=namespace,
        thing=membership,
        question=question % {"name": membership.user.name},
        yes=_("Ja, avsluta"),
    )


class MembershipViewSet(ScopedSnippetViewSet):
    """Who takes part: read, made by administrators, ended."""

    model = Membership
    icon = "user"
    add_to_admin_menu = False  # the group has an entry of its own
    menu_label = gettext_lazy("Deltaganden")
    copy_view_enabled = False
    index_view_class = MembershipIndexView
    add_view_class = MembershipCreateView
    form_mixin = PlaceFormMixin
    list_display = [
        "user",
        Column("organisation", label=gettext_lazy("Organisation"), sort_key="organisation__name"),
        Column("network", label=gettext_lazy("Nätverk"), sort_key="network__name"),
        Column("get_role_display", label=gettext_lazy("Roll"), sort_key="role"),
        day("from_date", gettext_lazy("Från")),
        day("to_date", gettext_lazy("Till och med")),
    ]
    list_filter = ["network", "role"]
    search_fields = ["user__name", "user__email", "organisation__name"]
    search_backend_name = None
    ordering = "user__name"
    edit_handler = ObjectList(
        [FieldPanel("user"), FieldPanel("organisation"), FieldPanel("network"), FieldPanel("role")],
        base_form_class=MembershipAdminForm,
    )
    inspect_view_fields = ["user", "organisation", "network", "role", "from_date", "to_date", "ended_at"]
    extra_actions = {"end": "end"}

    def get_own_urlpatterns(self):
        """Return the address of the ending."""
        return [path("end/<int:pk>/", end_membership, name="end")]


class InvitationIndexView(ScopedIndexView):
    """The listing, with ways to send an invitation again and to withdraw it."""

    def get_base_queryset(self):
        """Fetch what the columns show in one query."""
        return super().get_base_queryset().select_related("organisation", "network", "invited_by")

    def get_list_more_buttons(self, instance):
        """Return Wagtail's buttons and those for an invitation that nobody has answered."""
        buttons = super().get_list_more_buttons(instance)
        waiting = instance.used_at is None and instance.withdrawn_at is None
        if waiting and self.user_has_permission_for_instance("withdraw", instance):
            for name, label, icon in [("renew", _("Skicka igen"), "mail"), ("withdraw", _("Återta"), "cross")]:
                address = reverse(f"wagtailsnippets_organisations_invitation:{name}", args=[quote(instance.pk)])
                buttons.append(Button(label, url=address, icon_name=icon, priority=20))
        return buttons


class InvitationCreateView(snippets.CreateView):
    """Somebody is invited."""

    def save_instance(self):
        """Let the service send it."""
        return services.invite(by=self.request.user, **self.form.cleaned_data)


def renew_invitation(request, pk):
    """Ask, and send the link anew."""
    question = _("Vill du skicka en ny länk till %(email)s? Den gamla slutar gälla.")
    return _answer(request, pk, question, _("Ja, skicka"), services.renew_invitation)


def withdraw_invitation(request, pk):
    """Ask, and make the link useless."""
    question = _("Vill du återta inbjudan till %(email)s?")
    return _answer(request, pk, question, _("Ja, återta"), services.withdraw_invitation)


def _answer(request, pk, question, yes, act):
    namespace = "wagtailsnippets_organisations_invitation"
    invitation = get_object_or_404(Invitation.objects.coordinated_by(request.user), pk=pk)
    if request.method == "POST":
        try:
            act(invitation=invitation, by=request.user)
        except services.InvitationIsClosed:
            messages.error(request, _("Inbjudan är redan använd eller återtagen."))
        else:
            messages.success(request, _("Det är gjort."))
        return redirect(f"{namespace}:list")
    return ask(request, namespace=namespace, thing=invitation, question=question % {"email": invitation.email}, yes=yes)


class InvitationViewSet(ScopedSnippetViewSet):
    """Invitations to join, to networks and, by administrators, to the portal's own roles."""

    model = Invitation
    icon = "mail"
    add_to_admin_menu = False  # the group has an entry of its own
    menu_label = gettext_lazy("Inbjudningar att delta")
    copy_view_enabled = False
    index_view_class = InvitationIndexView
    add_view_class = InvitationCreateView
    form_mixin = PlaceFormMixin
    list_display = [
        "email",
        Column("organisation", label=gettext_lazy("Organisation"), sort_key="organisation__name"),
        Column("network", label=gettext_lazy("Nätverk"), sort_key="network__name"),
        Column("get_role_display", label=gettext_lazy("Roll"), sort_key="role"),
        Column("state_label", label=gettext_lazy("Läge")),
        day("expires_at", gettext_lazy("Gäller till")),
    ]
    list_filter = ["network", "role"]
    search_fields = ["email", "name", "organisation__name"]
    search_backend_name = None
    ordering = "-created_at"
    edit_handler = ObjectList(
        [
            FieldPanel("email"),
            FieldPanel("name"),
            FieldPanel("organisation"),
            FieldPanel("network"),
            FieldPanel("role"),
        ],
        base_form_class=InvitationAdminForm,
    )
    inspect_view_fields = ["email", "name", "organisation", "network", "role", "invited_by", "created_at", "expires_at"]
    extra_actions = {"renew": "withdraw", "withdraw": "withdraw"}

    def get_own_urlpatterns(self):
        """Return the addresses of sending again and withdrawing."""
        return [
            path("renew/<int:pk>/", renew_invitation, name="renew"),
            path("withdraw/<int:pk>/", withdraw_invitation, name="withdraw"),
        ]


class OrganisationCreateView(snippets.CreateView):
    """A new organisation in the register, written into the record."""

    def save_instance(self):
        """Save, and write that it was made."""
        organisation = super().save_instance()
        services.note_organisation_change(organisation=organisation, by=self.request.user)
        return organisation


class OrganisationEditView(snippets.EditView):
    """A changed organisation, written into the record."""

    def save_instance(self):
        """Save, and write which fields were changed."""
        organisation = super().save_instance()
        fields = self.form.changed_data
        services.note_organisation_change(organisation=organisation, by=self.request.user, fields=fields)
        return organisation


class OrganisationViewSet(ScopedSnippetViewSet):
    """The register of organisations, kept by administrators."""

    model = Organisation
    icon = "home"
    add_to_admin_menu = False  # the group has an entry of its own
    menu_label = gettext_lazy("Organisationer")
    copy_view_enabled = False
    add_view_class = OrganisationCreateView
    edit_view_class = OrganisationEditView
    list_display = [
        "name",
        Column("get_kind_display", label=gettext_lazy("Typ"), sort_key="kind"),
        Column("code", label=gettext_lazy("Kod"), sort_key="code"),
        Column("county_code", label=gettext_lazy("Länskod"), sort_key="county_code"),
        day("to_date", gettext_lazy("Till")),
    ]
    list_filter = ["kind", "county_code"]
    search_fields = ["name", "code", "organisation_number"]
    search_backend_name = None
    ordering = "name"
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("code"), FieldPanel("county_code")]),
            FieldRowPanel([FieldPanel("parent"), FieldPanel("organisation_number")]),
            FieldRowPanel([FieldPanel("from_date"), FieldPanel("to_date")]),
        ]
    )


class OrganisationsGroup(SnippetViewSetGroup):
    """One entry in Wagtail's menu for all four."""

    menu_label = gettext_lazy("Nätverk och deltagare")
    menu_icon = "group"
    menu_order = 130
    add_to_admin_menu = True
    items = (NetworkViewSet, MembershipViewSet, InvitationViewSet, OrganisationViewSet)
