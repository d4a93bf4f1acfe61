"""What is written when a barrier was told, and when it was settled? The number and where to look; nothing of what was told."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from shutaf.stewardship.defects.actions import DAYS, Letter


def told_letter() -> Letter:
    """To whoever answers for accessibility, in the language of the service."""

    def letter(ref: str) -> tuple[str, str]:
        with translation.override(settings.SHUTAF_LANG or settings.LANGUAGE_CODE):
            text = _("Somebody told of a barrier in the service at {address}, under the number {number}. It is to be removed or answered within {days} days. What was told stands under “More”, “Barriers told”, for the owners of the first workspace.")  # fmt: skip
            return _("A barrier was told: {number}").format(number=ref), text.format(address=settings.PUBLIC_URL, number=ref, days=DAYS)

    return letter


def settled_letter(language: str, answer: str) -> Letter:
    """To whoever told it, in the language it was told in."""

    def letter(ref: str) -> tuple[str, str]:
        with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
            where = f"{settings.PUBLIC_URL}{reverse('defect_told')}?{urlencode({'number': ref})}"
            text = _("Thank you for telling us of a barrier. This became of it:\n\n{answer}\n\nIt can also be read here:\n{where}")
            return _("What became of the barrier you told of"), text.format(answer=answer, where=where)

    return letter
