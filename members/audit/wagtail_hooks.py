"""What the record registers with Wagtail."""

from wagtail import hooks

from members.audit.viewsets import RecordViewSet


@hooks.register("register_admin_viewset")
def record_viewset():
    """Give administrators the record."""
    return RecordViewSet()
