"""Who gets in with a token, with how much, and what are the others told?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone
from programs import Program

from shutaf.accounts.actions.api_tokens import token_make, token_revoke
from shutaf.accounts.models import ApiToken, Member, Workspace
from shutaf.accounts.viewer import NotAllowedError
from shutaf.stewardship.export import workspace_export
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def test_a_token_reads_what_its_maker_may_read(town: Town) -> None:
    found = Program(town, town.editor, ()).read("bodies?limit=2")
    assert len(found["items"]) == 2
    assert found["total"] > 2


def test_without_a_token_nothing_is_told(town: Town) -> None:
    program = Program(town, town.owner)
    for wrong in ("", "shutaf_none", "Basic x"):
        program.token = wrong
        response = program.ask("GET", "bodies")
        assert (response.status_code, response["Content-Type"], response["WWW-Authenticate"]) == (401, "application/problem+json", "Bearer")


def test_an_expired_and_a_revoked_token_open_nothing(town: Town) -> None:
    program = Program(town, town.editor)
    ApiToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert program.ask("GET", "bodies").status_code == 401
    other = Program(town, town.editor)
    token_revoke(town.editor, ref=ApiToken.objects.latest("pk").ref)
    assert other.ask("GET", "bodies").status_code == 401


def test_where_a_second_factor_is_asked_for_a_token_needs_a_maker_who_has_one(town: Town) -> None:
    program = Program(town, town.editor)
    Workspace.objects.update(requires_second_factor=True)
    assert program.ask("GET", "bodies").status_code == 401
    Authenticator.objects.create(user=town.eli, type=Authenticator.Type.TOTP, data={})
    assert program.ask("GET", "bodies").status_code == 200


def test_a_token_of_another_workspace_finds_nothing_here(town: Town) -> None:
    assert Program(town, town.elsewhere).ask("GET", "bodies").status_code == 404


def test_a_token_has_what_its_maker_has_now(town: Town) -> None:
    program = Program(town, town.editor)
    Member.objects.filter(user=town.eli).update(role="viewer")
    assert program.ask("POST", "bodies", {"name": "new"}).status_code == 403
    Member.objects.filter(user=town.eli).delete()
    assert program.ask("GET", "bodies").status_code == 401


def test_a_token_for_reading_writes_nothing(town: Town) -> None:
    assert Program(town, town.owner, ("read",)).ask("POST", "bodies", {"name": "new"}).status_code == 403


def test_only_an_owners_token_with_the_scope_takes_everything_along(town: Town) -> None:
    from shutaf.accounts.api_tokens import bearer

    def may(program: Program) -> bool:
        found = bearer(program.token)
        assert found
        try:
            return bool(workspace_export(found.viewer))
        except NotAllowedError:
            return False

    asked = [(town.owner, ("export",)), (town.owner, ("write",)), (town.editor, ("export",))]
    assert [may(Program(town, who, scopes)) for who, scopes in asked] == [True, False, False]


def test_a_stranger_and_a_token_make_no_token(town: Town) -> None:
    from dataclasses import replace

    for who in (replace(town.elsewhere, workspace_id=town.workspace.pk), replace(town.owner, kind="token")):
        with pytest.raises(NotAllowedError):
            token_make(who, name="x")


def test_an_owner_takes_back_anybodys_token_and_others_only_their_own(town: Town) -> None:
    token_make(town.editor, name="x")
    ref = ApiToken.objects.get().ref
    with pytest.raises(NotAllowedError):
        token_revoke(town.viewer, ref=ref)
    token_revoke(town.owner, ref=ref)
    assert ApiToken.objects.get().revoked_at


def test_too_many_questions_are_told_when_to_ask_again(town: Town, settings: object) -> None:
    settings.API_PER_MINUTE = 2  # type: ignore[attr-defined]
    program = Program(town, town.editor)
    answers = [program.ask("GET", "bodies") for _ in range(5)]
    refused = [one for one in answers if one.status_code == 429]
    assert refused
    assert 1 <= int(refused[0]["Retry-After"]) <= 60


def test_a_refusal_speaks_the_readers_language(town: Town) -> None:
    program = Program(town, town.editor)
    said = {code: program.ask("GET", "bodies/none", Accept_Language=code).json()["title"] for code in ("he", "ar", "en", "de")}
    assert len(set(said.values())) == 4


def test_whatever_goes_wrong_is_said_in_one_form(town: Town) -> None:
    program = Program(town, town.editor)
    asked = [("GET", "/api/v1/nothing"), ("PUT", "bodies"), ("GET", "bodies?limit=0"), ("GET", "bodies?cursor=%21")]
    answers = [program.ask(method, path) for method, path in asked]
    assert [one.status_code for one in answers] == [404, 405, 422, 422]
    assert {one["Content-Type"] for one in answers} == {"application/problem+json"}
    assert answers[2].json()["errors"] == [{"where": "query.limit", "says": "must be 1 or more"}]
