from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from members.notifications import registry
from portal.core.caching import shows, turns

TABLES = {"auth_group", "auth_permission", "wagtailcore_page", "wagtailcore_grouppagepermission"}


class OrganisationsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.organisations"
    label = "organisations"
    verbose_name = _("Organisationer")

    def ready(self):
        from members.organisations import receivers, rules  # noqa: F401 (rules: the table of permissions)

        receivers.connect()
        registry.register("organisations.confirm", label=_("Årlig fråga om uppgifterna stämmer"), may_see=may_be_asked)
        turns(closing_times)
        shows("organisations.Organisation", "organisations.Membership")  # those who take part in a network
        post_migrate.connect(make_groups, dispatch_uid="make_groups")


def may_be_asked(user, _key):
    """Whether the person takes part in any network: nobody else is asked."""
    return any(row.network_id for row in user.current_memberships)


def closing_times():
    """Return when registration closes in each network: public pages say something else from then on."""
    from members.organisations.models import Network

    return [network.registration_closes_at for network in Network.objects.all()]


def make_groups(sender, using="default", **kwargs):
    """Make Wagtail's groups when the last app has been migrated: only then do all permissions exist."""
    from members.organisations import services

    if sender is not list(apps.get_app_configs())[-1]:
        return
    # A migration backwards may have taken the tables along.
    if set(connections[using].introspection.table_names()) >= TABLES:
        services.ensure_groups()
