"""What people type in about themselves."""

import math

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from members.accounts import services
from members.accounts.models import LoginPolicy, User
from members.accounts.validators import squares_of

LONGEST_PASSWORD = 512


def wait_in_words(seconds):
    """Return "vänta 4 sekunder", or minutes when that says it better."""
    if seconds < 90:
        return ngettext("Vänta %(count)s sekund.", "Vänta %(count)s sekunder.", seconds) % {"count": seconds}
    minutes = math.ceil(seconds / 60)
    return ngettext("Vänta %(count)s minut.", "Vänta %(count)s minuter.", minutes) % {"count": minutes}


class LoginForm(forms.Form):
    """Address and password. Says the same of a wrong password as of an address that nobody has."""

    username = forms.EmailField(
        label=_("E-postadress"),
        max_length=254,
        widget=forms.EmailInput(
            attrs={"autocomplete": "username webauthn", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Lösenord"),
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, request=None, device="", **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.device = request, device
        self.user = None

    @property
    def is_slowed(self):
        """Whether the password was not looked at, because of others that came from the same place."""
        return self.has_error(NON_FIELD_ERRORS, "slowed")

    def clean(self):
        """Try the password; after ten wrong ones in a quarter of an hour no more are looked at."""
        data = super().clean()
        if self.errors:
            return data
        try:
            self.user = services.try_login(
                request=self.request, email=data["username"], password=data["password"], device=self.device
            )
        except services.TooManyFromHere as error:
            raise ValidationError(
                _("Det har kommit ovanligt många felaktiga lösenord från din uppkoppling. %(wait)s Försök sedan igen."),
                code="slowed",
                params={"wait": wait_in_words(error.seconds)},
            ) from error
        if self.user is None and getattr(self.request, "axes_locked_out", False):
            raise ValidationError(
                _(
                    "Det har blivit för många försök med den här adressen. Vänta en kvart och försök igen, "
                    "eller välj ett nytt lösenord."
                ),
                code="locked",
            )
        if self.user is None:
            raise ValidationError(_("E-postadressen eller lösenordet stämmer inte."), code="wrong")
        return data


class CodeForm(forms.Form):
    """The six digits of the authenticator app, or a recovery code; `check` looks at it and uses it up."""

    code = forms.CharField(
        label=_("Kod"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
    )

    def __init__(self, *args, check=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.check = check
        self.device = None

    def look_at(self, code):
        """Return the device that the code opens."""
        return self.check(code=code)

    def clean_code(self):
        """Let the service look at the code, and say what to do when it is wrong or comes too early."""
        code = self.cleaned_data["code"]
        try:
            self.device = self.look_at(code)
        except services.TooEarly as error:
            raise ValidationError(
                _("Koden prövades inte, för det har blivit flera fel i rad. %(wait)s"),
                code="early",
                params={"wait": wait_in_words(error.seconds)},
            ) from error
        except services.WrongCode as error:
            raise ValidationError(
                _(
                    "Koden stämmer inte. Varje kod gäller i 30 sekunder och bara en gång: "
                    "vänta tills appen visar en ny. %(wait)s"
                ),
                code="wrong",
                params={"wait": wait_in_words(error.seconds) if error.seconds > 5 else ""},
            ) from error
        return code


class RememberingCodeForm(CodeForm):
    """The code at the door, with the offer not to be asked again on this device where the policy makes it."""

    remember = forms.BooleanField(
        label=_("Fråga inte efter kod på den här enheten i 30 dagar"),
        required=False,
        help_text=_("Bara på en enhet som ingen annan använder."),
    )

    def __init__(self, *args, offers=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not offers:
            del self.fields["remember"]


class PolicyForm(forms.ModelForm):
    """What the administrator decides about logging in."""

    class Meta:
        model = LoginPolicy
        fields = ["remembers_devices", "waiting_hours"]


class EnrolForm(CodeForm):
    """The first code of a new app, and what the owner calls it."""

    name = forms.CharField(
        label=_("Namn"),
        max_length=64,
        required=False,
        help_text=_("Så att du känner igen den i listan, till exempel ”Jobbtelefonen”. Får vara tomt."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ["name", "code"]

    def look_at(self, code):
        """Take the app into use under that name, if the code is right."""
        return self.check(code=code, name=self.cleaned_data.get("name", ""))


class FactorNameForm(forms.Form):
    """What the owner calls one of the factors."""

    name = forms.CharField(label=_("Namn"), max_length=64, widget=forms.TextInput(attrs={"autocomplete": "off"}))


class RecoveryCodeForm(RememberingCodeForm):
    """A recovery code, with a keyboard that has letters."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = _("Återställningskod")
        field.help_text = _("Fyra grupper om fyra tecken. Varje kod kan användas en gång.")
        field.widget.attrs |= {"inputmode": "text", "autocomplete": "off"}


class EmailForm(forms.Form):
    """Where the link to a new password is to go."""

    email = forms.EmailField(
        label=_("E-postadress"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}),
    )


class NewEmailForm(EmailForm):
    """The address to log in with from now on."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["email"].label = _("Ny e-postadress")

    def clean_email(self):
        """Refuse the address of today; says nothing of anybody else's."""
        email = User.objects.normalize_email(self.cleaned_data["email"])
        if email == self.user.email:
            raise ValidationError(_("Det är den adress du har nu."), code="same")
        return email


class NewPasswordForm(forms.Form):
    """A password that holds; a sentence that one remembers is welcome."""

    password = forms.CharField(
        label=_("Nytt lösenord"),
        strip=False,
        max_length=LONGEST_PASSWORD,
        help_text=_("Minst 12 tecken. Gärna en mening som bara du kommer på; mellanslag går bra."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def about(self):
        """Return the person whose name and address the password must not be."""
        return self.user

    def _post_clean(self):
        super()._post_clean()
        password = self.cleaned_data.get("password")
        if password:
            try:
                password_validation.validate_password(password, self.about())
            except ValidationError as error:
                self.add_error("password", error)


class ChangePasswordForm(NewPasswordForm):
    """The old password, and the new one."""

    current = forms.CharField(
        label=_("Nuvarande lösenord"),
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ["current", "password"]

    def __init__(self, *args, request=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_current(self):
        """Try the password of today, as a login does: guesses made here count as those made there."""
        current = self.cleaned_data["current"]
        if services.try_password(request=self.request, email=self.user.email, password=current) is None:
            raise ValidationError(_("Lösenordet stämmer inte."), code="wrong")
        return current


class NewAccountForm(NewPasswordForm):
    """Name and password of somebody new, whose address the invitation has proved."""

    name = forms.CharField(label=_("Ditt namn"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    field_order = ["name", "password"]

    def __init__(self, *args, email, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["password"].label = _("Välj ett lösenord")

    def about(self):
        """Return the person that is about to be made."""
        return User(email=self.email, name=self.cleaned_data.get("name", ""))


class DetailsForm(forms.ModelForm):
    """What colleagues see of a person, and the language that mails are written in."""

    class Meta:
        model = User
        fields = [
            "name",
            "name_audience",
            "email_audience",
            "title",
            "title_audience",
            "phone",
            "phone_audience",
            "can_help_with",
            "looking_for",
            "topics_audience",
            "language",
        ]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "title": forms.TextInput(attrs={"autocomplete": "organization-title"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        }
        help_texts = {
            "name_audience": _(
                "I deltagarlistan och sökningen. Det du själv skriver i forumet eller skickar står alltid i ditt namn."
            ),
            "title": _("Till exempel säkerhetsstrateg eller utvecklingsledare."),
            "can_help_with": _("Ämnen, med komma mellan. Till exempel: lägesbild, föräldrastöd."),
            "looking_for": _("Ämnen som du vill byta erfarenheter om, med komma mellan."),
            "language": _("Språket i mejlen till dig. Sidornas språk väljer du överst på varje sida."),
        }


class PortraitForm(forms.ModelForm):
    """A picture of oneself, and who sees it; cleans to the squares that are kept, or nothing for the one of before."""

    portrait = forms.FileField(
        label=_("Bild"),
        help_text=_("JPEG, PNG eller WebP, högst 10 MB. Vi behåller mitten av bilden, och inget om var den togs."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    class Meta:
        model = User
        fields = ["portrait_audience"]
        help_texts = {"portrait_audience": _("Den som inte ser ditt namn ser inte heller bilden.")}

    field_order = ["portrait", "portrait_audience"]

    def clean_portrait(self):
        """Return the squares of the file."""
        upload = self.cleaned_data["portrait"]
        return squares_of(upload) if upload else None
