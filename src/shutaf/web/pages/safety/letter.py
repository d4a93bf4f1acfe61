"""What does the letter to support say? In its language."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.accounts.actions.invitations import Letter


def support_letter(workspace_ref: str, workspace_name: str, by: str, *, hours: int, reason: str, language: str) -> Letter:
    """Where to look, for how long, and that each page is noted."""

    def of_access(_ref: str) -> tuple[str, str]:
        with translation.override(language):
            link = settings.PUBLIC_URL + reverse("home", args=[workspace_ref])
            long = ngettext("{n} hour", "{n} hours", hours).format(n=hours)
            text = _("{by} lets you look into the workspace {workspace} in Shutaf for {hours}, for this reason:")
            end = _(
                "You can change nothing there, and the members see which pages you open. Sign in with this address; a link by mail will do."
            )
            said = text.format(by=by, workspace=workspace_name, hours=long)
            return _("A look into {workspace}").format(workspace=workspace_name), f"{said}\n\n{reason}\n\n{link}\n\n{end}"

    return of_access
