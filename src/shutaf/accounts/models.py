"""Tables of users, workspaces, members, invitations, links, mail and deeds."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from shutaf.accounts.fields import TextsField
from shutaf.accounts.viewer import ROLES

ROLE_CHOICES = [(role, role) for role in ROLES]


class Users(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A person who signs in with an e-mail address. Rights come from memberships only; nobody is above the workspaces."""

    email = models.EmailField(unique=True, max_length=254)
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=5, blank=True)
    theme = models.CharField(max_length=5, blank=True)  # light, dark, or "" as the machine says
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Users] = Users()

    def __str__(self) -> str:
        return self.name or self.email


class Workspace(models.Model):
    """What one municipality or network owns. revision rises with every deed.

    contact_log_days: how long it is remembered who read contact data. is_network: its editors look at the cases that others of this server tell; said
    on the machine (`shutaf network`), so that nobody makes oneself the judge of others.
    """

    ref = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=5, default="he")
    time_zone = models.CharField(max_length=60, default="Asia/Jerusalem")
    is_fictional = models.BooleanField(default=False)
    revision = models.BigIntegerField(default=0)
    requires_second_factor = models.BooleanField(default=False)
    contact_log_days = models.IntegerField(default=365)
    is_network = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A user's role in a workspace. body_refs: the bodies a partner speaks for."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=ROLE_CHOICES)
    body_refs = TextsField()
    joined_at = models.DateTimeField(auto_now_add=True)
    seen_revision = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "user"], name="member_once")]


class Secret(models.Model):
    """Abstract: something a random token opens until it expires, is used up or is taken back. Only the token's hash is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    created_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class SignInLink(Secret):
    """Signs one user in, once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")


class Invitation(Secret):
    """Makes whoever holds the link a member."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=12, choices=ROLE_CHOICES)
    body_refs = TextsField()
    language = models.CharField(max_length=5, default="he")
    invited_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")


class Link(Secret):
    """A personal link: opens one sheet without an account. person and person_role: who it was sent to, as written. used_at: last opened."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    sheet = models.CharField(max_length=20, default="body")
    body_ref = models.CharField(max_length=300)
    person = models.CharField(max_length=200, blank=True)
    person_role = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=5, default="he")
    answered_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)


class ApiToken(Secret):
    """Lets a program act for a member, never with more than that member may now. scopes: read, write, export."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    ref = models.CharField(max_length=40)
    name = models.CharField(max_length=100)
    scopes = TextsField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "ref"], name="api_token_ref_unique")]


class ApiCall(models.Model):
    """What a write with an idempotency key was answered, so that a retry is answered alike and does nothing. asked_hash: of method, path and body."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+", db_index=False)
    token = models.ForeignKey(ApiToken, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    asked_hash = models.CharField(max_length=64)
    status = models.IntegerField(default=0)  # 0: still at work
    answer = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "token", "key"], name="api_call_once")]


class SupportAccess(models.Model):
    """An owner lets somebody from outside look for a while, and says why. Nobody has it by default; each use is counted in the workspace's sight."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    ref = models.CharField(max_length=40)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    given_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=500)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    last_seen_at = models.DateTimeField(null=True, blank=True)
    pages_seen = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "ref"], name="support_ref_unique")]


class SupportVisit(models.Model):
    """One page that somebody opened by a SupportAccess: when, which page, of which row."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+", db_index=False)
    access = models.ForeignKey(SupportAccess, on_delete=models.CASCADE, related_name="visits")
    at = models.DateTimeField(auto_now_add=True)
    page = models.CharField(max_length=60)
    about = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "access", "-at"], name="support_visit_by_time")]


class ContactRead(models.Model):
    """Somebody was shown contact data of people: who, when, on what (a page, a file, the API), of which body or of how many people."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField(auto_now_add=True)
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    by = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=10)  # as Viewer.kind
    what = models.CharField(max_length=40)
    body_ref = models.CharField(max_length=300, blank=True)
    people = models.IntegerField(default=1)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "-at"], name="contact_read_by_time")]


class Mail(models.Model):
    """An outgoing message. A job delivers it; without a mail server it stays here to be copied."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, null=True, related_name="+")
    to = models.EmailField(max_length=254)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    language = models.CharField(max_length=5, default="he")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)  # a worker is at it
    error = models.CharField(max_length=500, blank=True)


class Deed(models.Model):
    """One action: who, when, what. Every row knows the deed that made, changed or removed it; a Change holds what was there before."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="deeds")
    ref = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    about = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    revision = models.BigIntegerField()
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    by = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=10)
    is_batch = models.BooleanField(default=False)
    undone_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    op = models.CharField(max_length=64, blank=True)  # what the browser called it, so that a retry does nothing

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "ref"], name="deed_ref_unique"),
            models.UniqueConstraint(fields=["workspace", "op"], condition=~models.Q(op=""), name="deed_op_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["workspace", "-revision"], name="deed_by_revision")]


class Change(models.Model):
    """What a deed did to one row that was there before: the fields it changed, or that it removed or restored it."""

    deed = models.ForeignKey(Deed, on_delete=models.CASCADE, related_name="changes")
    table = models.CharField(max_length=60)
    row_id = models.BigIntegerField()
    kind = models.CharField(max_length=10)  # changed, removed, restored
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    changed_in_before = models.BigIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["deed"], name="change_by_deed"),
            models.Index(fields=["table", "row_id"], name="change_by_row"),
        ]
