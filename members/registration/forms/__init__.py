"""Input of applications: the steps of the public one in their order, and what stands beside them."""

from members.registration.forms.base import StepForm
from members.registration.forms.decision import DecisionForm
from members.registration.forms.on_behalf import AnswerOnBehalfForm, DeclineForm, OnBehalfForms, ReminderForm
from members.registration.forms.organisation import BeginningForm, OrganisationForm, find_organisation, labels_to_pick
from members.registration.forms.own import AnswerForm, DecisionTakenForm, NamesForm, WithdrawForm
from members.registration.forms.people import ContactPeopleForm, PeopleForm
from members.registration.forms.registrar import PostponedForm, RegistrarForm, RegistrarLinkForm
from members.registration.forms.rest import CompletionForm, InvoiceForm, LinkForm, NeedsForm, RenewForm

__all__ = [
    "AnswerForm",
    "AnswerOnBehalfForm",
    "BeginningForm",
    "CompletionForm",
    "ContactPeopleForm",
    "DecisionForm",
    "DecisionTakenForm",
    "DeclineForm",
    "InvoiceForm",
    "LinkForm",
    "NamesForm",
    "NeedsForm",
    "OnBehalfForms",
    "OrganisationForm",
    "PeopleForm",
    "PostponedForm",
    "RegistrarForm",
    "RegistrarLinkForm",
    "ReminderForm",
    "RenewForm",
    "StepForm",
    "WithdrawForm",
    "find_organisation",
    "labels_to_pick",
]
