"""What organisations register with Wagtail."""

from wagtail.snippets.models import register_snippet

from members.organisations.viewsets import OrganisationsGroup

register_snippet(OrganisationsGroup)
