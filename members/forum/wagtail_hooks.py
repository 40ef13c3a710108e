"""What the forum registers with Wagtail."""

from wagtail.snippets.models import register_snippet

from members.forum.viewsets import CategoryViewSet

register_snippet(CategoryViewSet)
