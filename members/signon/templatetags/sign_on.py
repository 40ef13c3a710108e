"""Single sign-on on the pages of accounts, which know nothing of it."""

from django import template

from members.signon import queries
from members.signon.models import Provider

register = template.Library()


@register.simple_tag
def sign_on_is_offered():
    """Whether any organisation signs its people on."""
    return Provider.objects.filter(is_on=True).exists()


@register.inclusion_tag("members/signon/ways.html", takes_context=True)
def sign_on_ways(context):
    """The part of the account about it; nothing for whom there is none."""
    return {"ways": queries.ways_of(context["request"].user)}
