"""What does an invitation say? In the language of whoever is asked."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.accounts.actions.invitations import Letter


def invitation_letter(workspace_name: str, by: str) -> Callable[[str], Letter]:
    """language -> token -> (subject, text)."""

    def in_language(language: str) -> Letter:
        def of_token(token: str) -> tuple[str, str]:
            with translation.override(language):
                link = settings.PUBLIC_URL + reverse("invitation", args=[token])
                subject = _("Invitation to {workspace}").format(workspace=workspace_name)
                text = _(
                    "{by} asks you into the workspace {workspace} in Shutaf, to work on partnerships together. The link is open for 14 days:"
                )
                end = _("If you did not expect this, do nothing.")
                return subject, f"{text.format(by=by, workspace=workspace_name)}\n\n{link}\n\n{end}"

        return of_token

    return in_language
