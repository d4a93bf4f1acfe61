"""Forms of the door and of one's own account."""

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _


class EmailForm(forms.Form):
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "username"}))


class AccountForm(forms.Form):
    name = forms.CharField(
        label=_("Name"), help_text=_("As colleagues know it; history shows it beside what you write."), max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "name"}),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class JoinForm(AccountForm):
    """Whoever accepts an invitation for the first time."""

    password = forms.CharField(
        label=_("Password"), help_text=_("At least 10 characters. Several words are easy to remember and hard to guess."),
        widget=forms.PasswordInput(attrs={"dir": "ltr", "autocomplete": "new-password"}),
    )  # fmt: skip

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password
