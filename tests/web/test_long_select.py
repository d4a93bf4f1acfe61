"""Is a choice among thousands written as Django writes it, only quicker?"""

from __future__ import annotations

import pytest
from django import forms
from django.test.html import parse_html

from shutaf.web.parts.long_select import LongChoice, LongSelect, LongSelectMultiple

CHOICES = [("", "–"), ("a", "<b>מאפייה</b>"), ('x" onclick="', "y & z")]


def test_it_says_what_djangos_own_says() -> None:
    for ours, theirs, value in (
        (LongSelect, forms.Select, "a"),
        (LongSelectMultiple, forms.SelectMultiple, ["a", 'x" onclick="']),
        (LongSelect, forms.Select, None),
    ):
        attrs = {"id": "id_who", "size": 8}
        assert parse_html(ours(choices=CHOICES).render("who", value, attrs)) == parse_html(
            theirs(choices=CHOICES).render("who", value, attrs)
        )


def test_only_what_stands_there_can_be_chosen() -> None:
    field = LongChoice(choices=CHOICES, required=False)
    assert field.clean(["a"]) == ["a"]
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(["a", "b"])
    assert refused.value.code == "invalid_choice"
