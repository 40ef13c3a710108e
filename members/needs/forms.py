"""The inventory as people type it."""

from django.utils.text import capfirst

from members.needs.models import TEXTS, Inventory
from portal.core.shared_texts import SharedTextField, SharedTextsForm


class InventoryForm(SharedTextsForm):
    """The whole inventory in one form."""

    def __init__(self, *args, inventory, **kwargs):
        inventory = inventory or Inventory()
        fields = {name: text_field(name) for name in TEXTS}
        super().__init__(*args, texts=fields, saved=inventory.texts, number=inventory.edit_number, **kwargs)


def text_field(name):
    """Return the form's field for a text of the inventory."""
    about = Inventory._meta.get_field(name)
    return SharedTextField(label=capfirst(about.verbose_name), help_text=about.help_text, required=False)
