"""Single sign-on on the pages of accounts, which know nothing of it."""

from django import template

from members.signon import queries, services
from members.signon.models import Provider

register = template.Library()


@register.simple_tag
def sign_on_is_offered():
    """Whether any organisation signs its people on."""
    return Provider.objects.filter(is_on=True).exists()


@register.simple_tag(takes_context=True)
def sign_on_confirms(context):
    """The identity by which an organisation says that it is still the person; None for whoever has a factor here."""
    return services.confirming_identity_of(context["request"].user)


@register.inclusion_tag("members/signon/ways.html", takes_context=True)
def sign_on_ways(context):
    """The part of the account about it; nothing for whom there is none."""
    return {"ways": queries.ways_of(context["request"].user)}
