"""Who walks, with which browser, and what lies at the addresses they try?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from django.apps import apps
from django.test import Client
from django.utils import timezone

import world
from shutaf.accounts.actions import sign_in_link_make, user_create
from shutaf.accounts.actions.api_tokens import token_make
from shutaf.accounts.actions.invitations import member_invite
from shutaf.accounts.actions.links import link_make, link_revoke
from shutaf.accounts.actions.safety import second_factor_require, support_end, support_give
from shutaf.accounts.models import Invitation, Link, Mail, Member, SupportAccess, User
from shutaf.accounts.tokens import hashed
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.path import Recorded
from shutaf.bodies.planning import opportunities_add, running_actions_add
from shutaf.bodies.told_actions import integrity_save, interest_save, statement_save
from shutaf.cases.actions import ClaimGiven, MemberGiven, PlaceGiven, case_publish, case_save
from shutaf.intake.actions import upload_make
from shutaf.intake.requesting import request_make
from shutaf.partnerships.actions import gate_answer, partnership_save, step_record
from shutaf.partnerships.calls.actions import call_create, call_publish, call_save, told_add
from shutaf.partnerships.calls.answering import answer_fields, call_answer
from shutaf.partnerships.coalition_actions import coalition_keep
from shutaf.partnerships.criteria_actions import criterion_add
from shutaf.partnerships.model_actions import model_answers_save
from shutaf.partnerships.preparing import findings_of, preparation, signature_of
from shutaf.partnerships.round_actions import round_open, round_save
from shutaf.partnerships.rounds import rounds_list
from shutaf.relations.contact_actions import contact_save
from shutaf.relations.saved_views import saved_view_save
from shutaf.reports.call.text import CallAbout, call_texts
from shutaf.stewardship.defects.actions import defect_tell
from town import Town, build_town

TODAY = "2026-11-23"

OMARS_BODY, OTHER_BODY = "bakery", "merchants"
RATING = 6.87342  # a number no page has by chance; longer than the thousandths of a second in a log


def filled_town() -> Town:
    """The town of `world.py`: a marker in every field for editors. Omar's own body holds none, since its own words are his to read."""
    bodies = tuple(
        replace(body, barriers=(), opportunities="") if body.ref == OMARS_BODY
        else replace(body, influence_1_10=RATING) if body.ref == OTHER_BODY
        else body
        for body in world.town().bodies
    )  # fmt: skip
    first = replace(world.INITIATIVES[0], name="SECRETINITIATIVE")
    town = build_town(world.town(bodies=bodies, initiatives=(first, *world.INITIATIVES[1:])), partner_of=OMARS_BODY)
    Mail.objects.create(workspace=town.workspace, to="secretmail@town.example", subject="SECRETSUBJECT", text="SECRETLETTER")
    plan = {"body_ref": "economy", "title": "SECRETPLAN", "note": "SECRETPLAN"}
    running_actions_add(town.editor, rows=[plan])
    opportunities_add(town.editor, rows=[plan])
    upload_make(town.editor, files=[("SECRETFILE.csv", [b"name,sector\nSECRETROW,business\n"])])
    token_make(town.owner, name="SECRETTOKEN")
    _with_partnership(town)
    _with_round(town)
    told_in_confidence(town.editor)
    _with_call(town)
    _with_case(town)
    defect_tell(op="told-by-somebody", text="SECRETBARRIER", answer_to="secret@barrier.example")
    request_make(town.editor, kind="see", today=TODAY, body_ref=OTHER_BODY, person="SECRETASKER", text="SECRETREQUEST")
    saved_view_save(town.editor, name="SECRETVIEW", settings={"view": ["rings"]}, positions={OTHER_BODY: (1.0, 2.0)})
    return town


def _with_partnership(town: Town) -> None:
    """One in which Omar's body takes part: its name is his to read, what was recorded is not."""
    ref, _deed = partnership_save(town.editor, name="One street", partners=(OMARS_BODY,))
    step_record(town.editor, ref=ref, step="goals_commitment", values={"budget": Recorded("SECRETRECORD")})
    gate_answer(town.editor, partnership_ref=ref, answers=(("buy", "no"),))
    coalition_keep(town.editor, initiative_ref=str(SAMPLES["initiative"](town)), members=(OMARS_BODY, OTHER_BODY), note="SECRETCOALITION")
    gate_answer(town.editor, idea="SECRETIDEA", answers=(("buy", "yes"),))
    model_answers_save(town.editor, partnership_ref=ref, answers=(("change", 1.0),))
    criterion_add(town.editor, label="SECRETCRITERION", question="SECRETCRITERION")
    model_answers_save(town.editor, idea="SECRETIDEA", answers=(("change", 2.0),))


def _with_round(town: Town) -> None:
    """Open, on an initiative that raters may read of."""
    ref, _deed = round_save(town.editor, name="SECRETROUND", initiatives=[str(world.INITIATIVES[1].ref)], criteria=("chance",))
    round_open(town.editor, ref=ref)


def _round_token(town: Town) -> str:
    found = rounds_list(town.owner)[0]
    return found.token


def _with_call(town: Town) -> None:
    """One that is public and was answered: its text is everybody's to read; who was told and who answered is not."""
    initiative = str(apps.get_model("partnerships.initiative").objects.filter(workspace=town.workspace).order_by("pk").first().ref)
    ref, _deed = call_create(town.editor, texts=call_texts(world.town(), CallAbout(NAME_OF_WORKSPACE)), initiative_ref=initiative)
    call_save(town.editor, ref=ref, texts={}, channels=["website"], closes_on="2099-12-31")
    call_publish(town.editor, ref=ref, today=TODAY)
    told_add(town.editor, ref=ref, channel="letter", told_on=TODAY, body_refs=[OTHER_BODY], told_by="SECRETTELLER", note="SECRETNOTE")
    fields = answer_fields("SECRETANSWER", {"person": "SECRETCONTACT", "email": "secret@answer.example", "interests": "SECRETDECLARED"})
    call_answer(Viewer("public", town.workspace.pk, town.ref), call_ref=ref, op="walked-answer", **fields)


def _with_case(town: Town) -> None:
    """One that is told to everybody, in which Omar's body and another take part that confirmed nothing; and a draft."""
    given = {
        "language": "en",
        "place": PlaceGiven("A town"),
        "members": (MemberGiven("סוחרי הרחוב הראשי", "m1", OTHER_BODY), MemberGiven("Bakery", "m2", OMARS_BODY)),
    }
    ref, _deed = case_save(
        town.editor, name="One street", is_without_names=True, claims=(ClaimGiven("done", "סוחרי הרחוב הראשי gave a room."),), **given
    )
    case_publish(town.editor, ref=ref, audience="public", today=TODAY)
    inside, _deed = case_save(town.editor, name="Inside", claims=(ClaimGiven("done", "INSIDEONLY"),), **given)
    case_publish(town.editor, ref=inside, audience="workspace", today=TODAY)
    case_save(town.editor, name="SECRETCASE", claims=(ClaimGiven("lesson", "SECRETCLAIM"),), **given)


def _address(town: Town, audience: str) -> str:
    found = apps.get_model("cases.owncase").objects.filter(workspace=town.workspace, audience=audience, state="published").first()
    return str(found.address)


def told_in_confidence(editor: Viewer) -> None:
    """What informants said, what is assumed, what a procedure must know."""
    statement_save(editor, body_ref=OTHER_BODY, said_by="SECRETTELLER", said_role="clerk", answers={"size": "SECRETSIZE"})
    interest_save(editor, body_ref=OTHER_BODY, text="SECRETINTEREST")
    integrity_save(editor, body_ref=OTHER_BODY, text="SECRETFACT", source="SECRETFILENUMBER", as_of="2026")
    contact_save(
        editor, body_ref=OTHER_BODY, on_date="2026-03-02", ours="SECRETOURS", said="SECRETQUOTE", theirs="SECRETVOICE", theirs_role="chair",
        promised_by_us="SECRETPROMISE",
    )  # fmt: skip


FOR_EDITORS = frozenset(world.SECRETS.values()) - {world.SECRETS["registration"]} | {
    "SECRETINITIATIVE", "SECRETSUBJECT", "SECRETLETTER", "SECRETFILE", "SECRETTOKEN", "SECRETRECORD", "SECRETIDEA", "SECRETCRITERION",
    "SECRETCOALITION",
    "SECRETTELLER", "SECRETSIZE", "SECRETINTEREST", "SECRETFACT", "SECRETFILENUMBER",
    "SECRETPLAN",
    "SECRETOURS", "SECRETQUOTE", "SECRETVOICE", "SECRETPROMISE",
    "SECRETBARRIER", "secret@barrier.example",
    "SECRETVIEW", "SECRETASKER", "SECRETREQUEST",
    "SECRETCASE", "SECRETCLAIM",
    "SECRETNOTE", "SECRETANSWER", "SECRETCONTACT", "secret@answer.example", "SECRETDECLARED",
    "SECRETROW", f"{RATING:.5f}", f"{RATING:.5f}".replace(".", ","),
}  # fmt: skip
"""What nobody below a viewer may read anywhere. A registration number is public, partners see it."""

OF_THE_WORKSPACE = FOR_EDITORS | {
    world.SECRETS["registration"], "סוחרי הרחוב הראשי", "Green Circle", "جمعية الزيتون", "dana@ein-haruv.example", "a store in the same street",
    "INSIDEONLY",
}  # fmt: skip
"""What nobody outside the workspace may read anywhere."""

NAME_OF_WORKSPACE = "עין חרוב"


def sample(town: Town, what: str) -> str:
    """A ref, id or token of the town that stands in an address."""
    return SAMPLES[what](town)


def _row(table: str, **having: object) -> Callable[[Town], str]:
    return lambda town: str(apps.get_model(table).objects.filter(workspace=town.workspace, **having).order_by("pk").first().ref)


def _made(model: type[Invitation] | type[Link], town: Town, make: Callable[[Town], str]) -> int:
    """The id of what a token was just made for."""
    return model.objects.get(token_hash=hashed(make(town))).pk


def _a_finding(town: Town) -> str:
    """The signature of a finding that editors and partners read alike."""
    read = [[signature_of(one) for one in findings_of(who, preparation(who, today=TODAY))] for who in (town.partner, town.owner)]
    return next(one for one in read[0] if one in read[1])


SAMPLES: Mapping[str, Callable[[Town], str]] = {
    "body": lambda town: OTHER_BODY,
    "defect": lambda town: str(apps.get_model("stewardship.defect").objects.get().ref),
    "department": lambda town: "economy",
    "action": _row("bodies.runningaction"),
    "resource": _row("exchange.resource", visible_to="editors", body__ref="olive"),
    "initiative": _row("partnerships.initiative"),
    "criterion": _row("partnerships.criterion"),
    "coalition": _row("partnerships.coalitiondraft"),
    "partnership": _row("partnerships.partnership"),
    "person": _row("bodies.person", name=world.SECRETS["holder"]),
    "tie": _row("relations.tie"),
    "round": _row("partnerships.ratinground"),
    "round_token": _round_token,
    "deed": _row("accounts.deed"),
    "contact": _row("relations.contact"),
    "call": _row("partnerships.call"),
    "call_token": lambda town: str(apps.get_model("partnerships.call").objects.get(workspace=town.workspace).address),
    "case": _row("cases.owncase"),
    "case_token": lambda town: _address(town, "public"),
    "case_draft": _row("cases.owncase", state="draft"),
    "case_inside": lambda town: _address(town, "workspace"),
    "finding": lambda town: _a_finding(town),
    "statement": _row("bodies.statement"),
    "interest": _row("bodies.interest"),
    "fact": _row("bodies.integrityfact"),
    "upload": _row("intake.upload"),
    "request": _row("intake.rightsrequest"),
    "saved_view": _row("relations.savedview"),
    "member": lambda town: str(Member.objects.get(workspace=town.workspace, user=town.vera).pk),
    "invitation": lambda town: str(_made(Invitation, town, SAMPLES["invitation_token"])),
    "support": lambda town: support_give(town.owner, email="another@support.example", hours=1, reason="SECRETREASON"),
    "link": lambda town: str(_made(Link, town, SAMPLES["link_token"])),
    "invitation_token": lambda town: member_invite(town.owner, email="new@town.example", role="viewer"),
    "sign_in_token": lambda town: sign_in_link_make(town.dana),
    "token": _row("accounts.apitoken"),
    "link_token": lambda town: link_make(town.editor, body_ref=OTHER_BODY, person=world.SECRETS["person"], person_role="chair"),
}


@dataclass(frozen=True)
class Walker:
    """Somebody with a browser. levels: the doors that are open to them, in words of `walk_table.py`. elsewhere: tries the refs in another workspace. is_member: may know the name of it."""

    name: str
    levels: frozenset[str]
    browser: Callable[[Town], Client]
    elsewhere: bool = False
    is_member: bool = False

    def unseen(self) -> frozenset[str]:
        """The texts that must not reach this person."""
        if "everything" in self.levels and not self.elsewhere:
            return frozenset()
        if "shared" in self.levels and not self.elsewhere:
            return FOR_EDITORS
        return OF_THE_WORKSPACE if self.is_member else OF_THE_WORKSPACE | {NAME_OF_WORKSPACE}


def _signed_in(user: Callable[[Town], User]) -> Callable[[Town], Client]:
    def browser(town: Town) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(user(town), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return browser


def _noa(role: str) -> Callable[[Town], User]:
    def user(town: Town) -> User:
        made = user_create(email="noa@ein-haruv.example", name="Noa", password="a long password 1")
        Member.objects.create(workspace=town.workspace, user=made, role=role)
        return made

    return user


def _unproved(town: Town) -> Client:
    """An owner, with a password only, in a workspace that asks for more."""
    second_factor_require(town.owner, is_required=True)
    return _signed_in(_noa("owner"))(town)


def _support(spoil: Callable[[Town, str], None]) -> Callable[[Town], Client]:
    """Somebody from outside whom the owner let look in, after which something happened to it."""

    def browser(town: Town) -> Client:
        user = user_create(email="help@support.example", name="Help", password="a long password 1")
        spoil(town, support_give(town.owner, email=user.email, hours=4, reason="the import stops"))
        return _signed_in(lambda _town: user)(town)

    return browser


def _over(town: Town, ref: str) -> None:
    SupportAccess.objects.filter(workspace=town.workspace, ref=ref).update(expires_at=timezone.now() - timedelta(seconds=1))


def _with_link(spoil: Callable[[Town, int], None], body_ref: str = OMARS_BODY, sheet: str = "body") -> Callable[[Town], Client]:
    """A browser that traded the token of a personal link, after which something happened to the link."""

    def browser(town: Town) -> Client:
        client = Client(raise_request_exception=False)
        token = link_make(town.editor, body_ref=body_ref, sheet=sheet, person="Hadar", person_role="baker")
        client.post(f"/l/{token}/")
        spoil(town, Link.objects.get(token_hash=hashed(token)).pk)
        return client

    return browser


def _rater(town: Town) -> Client:
    """A browser that took a seat in the round."""
    client = Client(raise_request_exception=False)
    client.post(f"/r/{_round_token(town)}/")
    return client


def _expire(town: Town, link_id: int) -> None:
    Link.objects.filter(pk=link_id).update(expires_at=timezone.now() - timedelta(days=1))


OUTSIDE = frozenset({"all"})
INSIDE = OUTSIDE | {"signed in"}
EVERY_LEVEL = INSIDE | {"members", "shared", "everything", "editors", "rounds", "owners", "own body"}

CAST = (
    Walker("nobody", OUTSIDE, lambda town: Client(raise_request_exception=False)),
    Walker("a stranger", INSIDE, _signed_in(lambda town: town.ruth)),
    Walker("the owner of another workspace", EVERY_LEVEL, _signed_in(lambda town: town.ruth), elsewhere=True),
    Walker("an expired link", OUTSIDE, _with_link(_expire)),
    Walker("a revoked link", OUTSIDE, _with_link(lambda town, link_id: link_revoke(town.editor, link_id=link_id))),
    Walker("an open link", OUTSIDE | {"link", "link taking part"}, _with_link(lambda town, link_id: None)),
    Walker("an open link of a department", OUTSIDE | {"link"}, _with_link(lambda town, link_id: None, "economy", "department")),
    Walker("a rater", OUTSIDE | {"round"}, _rater),
    Walker("the partner of another body", INSIDE | {"members", "shared"}, _signed_in(lambda town: town.omar)),
    Walker("a viewer", INSIDE | {"members", "shared", "everything"}, _signed_in(lambda town: town.vera)),
    Walker("a member without the second factor that is asked for", INSIDE, _unproved, is_member=True),
    Walker("support", INSIDE | {"shared", "everything"}, _support(lambda town, ref: None)),
    Walker("support whose hours are over", INSIDE, _support(_over)),
    Walker("support that was ended", INSIDE, _support(lambda town, ref: support_end(town.owner, ref=ref))),
    Walker("a facilitator", INSIDE | {"members", "shared", "everything", "rounds"}, _signed_in(_noa("facilitator"))),
    Walker("an editor", EVERY_LEVEL - {"owners"}, _signed_in(lambda town: town.eli)),
    Walker("the owner", EVERY_LEVEL, _signed_in(lambda town: town.dana)),
)
