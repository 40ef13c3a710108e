"""Inventories of local needs."""

import factory
from factory.django import DjangoModelFactory

from members.needs.models import Inventory
from tests.factories.organisations import NetworkFactory, OrganisationFactory


class InventoryFactory(DjangoModelFactory):
    """An inventory that somebody has begun."""

    class Meta:
        model = Inventory

    network = factory.SubFactory(NetworkFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    situation = "Vi ser enstaka fall i två skolor, fler än för ett år sedan."
    edit_number = 1
