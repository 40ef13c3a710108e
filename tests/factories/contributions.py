"""What readers send to the library."""

import factory
from factory.django import DjangoModelFactory

from casestudies.models import Adaptation, Tip


class AdaptationFactory(DjangoModelFactory):
    """Waits for an editor; give `example`."""

    class Meta:
        model = Adaptation

    organisation_name = "Norrviks kommun"
    what_changed = "Vi bytte kvällar mot lördagar."
    outcome = "Fler kom."
    sender_name = "Sanna Sändare"
    sender_email = "sanna@norrvik.example"


class TipFactory(DjangoModelFactory):
    class Meta:
        model = Tip

    done = "De öppnade hallen."
    organisation_name = "Älvnäs kommun"
    why = factory.LazyAttribute(lambda tip: "Det var billigt.")
