"""People and their second factors."""

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory

from members.accounts.models import Portrait, TotpDevice, User
from tests.pictures import picture

PASSWORD = "Vinterljus-over-sjon-7"


class UserFactory(DjangoModelFactory):
    """Somebody with a password and, unless told otherwise, no second factor."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@lindasa.example")
    name = factory.Sequence(lambda number: f"Person Nummer{number}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(password=kwargs.pop("password", PASSWORD), **kwargs)


class TotpDeviceFactory(DjangoModelFactory):
    """An authenticator app that has been tried once."""

    class Meta:
        model = TotpDevice

    user = factory.SubFactory(UserFactory)
    name = "Telefonen"
    secret = factory.LazyFunction(TotpDevice.new_secret)
    confirmed = True


class PortraitFactory(DjangoModelFactory):
    """A picture with nobody in it."""

    class Meta:
        model = Portrait

    user = factory.SubFactory(UserFactory)
    large = factory.LazyFunction(lambda: ContentFile(picture(size=(480, 480)), "large.jpg"))
    small = factory.LazyFunction(lambda: ContentFile(picture(size=(96, 96)), "small.jpg"))
