"""A line on the admin's first page about mail that did not get through."""

from wagtail.admin.ui.components import Component

from members.organisations.queries import lost_mail
from portal.core.access import may


class LostMailPanel(Component):
    """How many; nothing is drawn when all got through."""

    name = "lost_mail"
    template_name = "wagtailadmin/home/lost_mail.html"
    order = 10

    def get_context_data(self, parent_context):
        """Count those that the person looks after."""
        user = parent_context["request"].user
        return {"count": lost_mail(user=user).count() if may(user, "organisations.look_after_mail") else 0}
