"""What the steps of the public application have in common."""

from django import forms

from portal.core.signs import printable

LONGEST = 10_000  # characters kept of one field, whatever is sent


class StepForm(forms.Form):
    """One step. What is typed is kept as it is, right or wrong; it is judged when the step is left forwards."""

    edit_number = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def __init__(self, data=None, *args, **kwargs):
        if data is not None:
            data = data.copy()
            for name in data:
                data[name] = printable(data[name])
                if isinstance(getattr(self.base_fields.get(name), "widget", None), forms.TextInput):
                    data[name] = " ".join(data[name].splitlines())
        super().__init__(data, *args, **kwargs)

    @property
    def kept_names(self):
        """The names of the fields that are kept in the draft."""
        unseen = ("edit_number", "stamp", "website")
        return [
            name for name, field in self.fields.items() if name not in unseen and not isinstance(field, forms.FileField)
        ]

    @property
    def values(self):
        """What was typed, as texts."""
        return {name: str(self.data.get(name, ""))[:LONGEST] for name in self.kept_names}

    @property
    def opened_at(self):
        """The number of the saving that this form was opened with."""
        number = str(self.data.get("edit_number", ""))
        return int(number) if number.isdecimal() and number.isascii() and len(number) < 9 else 0

    def go_on_from(self, number):
        """Let the next sending be based on that saving."""
        self.data = {**self.data.dict(), "edit_number": str(number)}

    @property
    def groups(self):
        """The fields as they stand together: (heading or nothing, fields)."""
        return [("", [field for field in self.visible_fields() if field.name != "website"])]

    def words_for(self, name, value):
        """Return what a kept value says to a reader."""
        choices = getattr(self.fields[name], "choices", None)
        if choices:
            return dict(choices).get(value, value)
        return value
