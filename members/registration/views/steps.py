"""The steps in their order, and what a page of one of them shows."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.registration.forms import (
    DecisionForm,
    InvoiceForm,
    NeedsForm,
    OrganisationForm,
    PeopleForm,
    labels_to_pick,
)


@dataclass(frozen=True)
class Step:
    """One page of the application."""

    slug: str
    title: str
    form: type
    text: str = ""

    def bound_to(self, draft):
        """Return the form with what has been kept, held to account."""
        return self.form(draft.values_of(self.slug))

    @property
    def place(self):
        """Which one it is, from 1."""
        return STEPS.index(self) + 1

    @property
    def following(self):
        """The step after it, or None before the summary."""
        return STEPS[self.place] if self.place < len(STEPS) else None

    @property
    def preceding(self):
        """The step before it, or None."""
        return STEPS[self.place - 2] if self.place > 1 else None


STEPS = (
    Step("organisation", _("Er organisation"), OrganisationForm),
    Step(
        "personer",
        _("Personer"),
        PeopleForm,
        _("En kontaktperson räcker, men två är bättre. Nätverksledaren hör av sig till er efter anmälan."),
    ),
    Step(
        "beslut",
        _("Beslut"),
        DecisionForm,
        _(
            "För att delta krävs ett beslut i styrelse eller nämnd. Är det inte fattat än kan ni anmäla er ändå: då "
            "gäller platsen med villkor."
        ),
    ),
    Step("behov", _("Vad ni vill och behöver"), NeedsForm),
    Step(
        "faktura",
        _("Faktura"),
        InvoiceForm,
        _("Ni faktureras först när platsen är bekräftad. Vet ni inte än, så lämna tomt och komplettera senare."),
    ),
)
NAMES = [*(step.title for step in STEPS), _("Granska och skicka")]


def step_called(slug):
    """Return the step; raises Http404 for one that there is not."""
    for step in STEPS:
        if step.slug == slug:
            return step
    raise Http404


def show_step(request, network, step, form, *, status=200, **context):
    """Show one step, with the register to pick from where it is asked for."""
    others = context.get("others", {})
    groups = [(title, [(field, others.get(field.name)) for field in fields]) for title, fields in form.groups]
    shown = {"network": network, "step": step, "steps": NAMES, "form": form, "groups": groups, **context}
    about = getattr(context.get("draft"), "on_behalf", None)
    shown["told_in_time"] = about is not None and not about.is_late
    if "organisation_name" in form.fields:
        shown["organisations"] = labels_to_pick()
    return render(request, "members/registration/step.html", shown, status=status)


def address_of(name, draft, token, *args):
    """Return the address of a page of the draft."""
    return reverse(f"registration:{name}", args=[draft.network.slug, token, *args])


def unlogged(response):
    """Keep the page's address out of the log: Django writes that of every answer from 400 on, and it holds the link."""
    response._has_been_logged = True
    return response
