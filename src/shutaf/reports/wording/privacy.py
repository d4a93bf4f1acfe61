"""How is said what is kept of people: why, from whom, for how long, in which table?"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

PURPOSES: Mapping[str, str] = {
    "reach": N_("to reach whoever speaks for a body"),
    "know_source": N_("to know who said something, so that it can be judged and asked about"),
    "know_ties": N_("to know who holds a tie between two bodies"),
    "remember_dealings": N_("to remember who met whom, what was said and what was promised"),
    "answer_call": N_("to answer those who answered an open invitation"),
    "answer_defect": N_("to answer those who told of something they could not use"),
    "answer_request": N_("to answer those who asked about their data, and to show that it was done in time"),
    "sign_in": N_("to let members in, and nobody else"),
    "account_for": N_("to account for who did and who read what"),
    "mention": N_("a text about something else, in which somebody may be named"),
}
SOURCES: Mapping[str, str] = {
    "the_person": N_("from the person"),
    "the_body": N_("from the body they speak for"),
    "editors": N_("written down by the team"),
    "file": N_("from a file that was imported"),
    "public_record": N_("from a public record"),
    "identity_provider": N_("from the sign-in service of the organisation"),
    "service": N_("written down by the program itself"),
}
KINDS: Mapping[str, str] = {
    "name": N_("names"), "teller": N_("who said or did it"), "role": N_("roles"), "email": N_("e-mail addresses"), "phone": N_("phone numbers"),
    "text": N_("free text that may name somebody"), "login": N_("what one signs in with"), "device": N_("address and kind of the device"),
}  # fmt: skip
RETENTION: Mapping[str, str] = {
    "with_account": N_("as long as the account"),
    "with_deed": N_("as long as the row it tells of"),
    "contact_log": N_("as long as the workspace has set"),
    "reviewed_yearly": N_("looked through every year: what is needed no longer goes"),
}
TABLES: Mapping[str, str] = {
    "accounts.user": N_("accounts"), "accounts.member": N_("members"), "accounts.invitation": N_("invitations"), "accounts.link": N_("personal links"),
    "accounts.apitoken": N_("tokens of programs"), "accounts.apicall": N_("answers to programs"), "accounts.supportaccess": N_("support access"),
    "accounts.contactread": N_("who read contact data"), "accounts.mail": N_("the outbox"), "accounts.deed": N_("history: who did what"),
    "accounts.change": N_("history: what stood there before"), "places.place": N_("the place"), "bodies.body": N_("bodies"), "bodies.person": N_("people"),
    "bodies.opportunity": N_("opportunities"), "bodies.runningaction": N_("running actions"), "bodies.statement": N_("what informants said"),
    "bodies.interest": N_("interests"), "bodies.integrityfact": N_("integrity facts"), "relations.tie": N_("ties"), "relations.stance": N_("stances"),
    "relations.influence": N_("influence"), "relations.mapbasis": N_("how the map is known"), "relations.contact": N_("contacts"),
    "relations.savedview": N_("saved views"), "exchange.resource": N_("needs and offers"), "exchange.matchanswer": N_("answers to matches"),
    "partnerships.findinganswer": N_("answers to findings"), "partnerships.partnership": N_("partnerships"),
    "partnerships.steprecord": N_("what was written at steps"), "partnerships.gate": N_("answers to whether partnership is right"),
    "partnerships.initiative": N_("initiatives"), "partnerships.modelanswers": N_("answers on the fitting model"), "partnerships.criterion": N_("criteria"),
    "partnerships.ratinground": N_("rounds of rating"), "partnerships.rating": N_("ratings"), "partnerships.coalitiondraft": N_("kept coalitions"),
    "partnerships.considered": N_("propriety points considered"), "partnerships.letter": N_("letters"), "partnerships.call": N_("open calls"),
    "partnerships.calltold": N_("who was told of a call"), "partnerships.callanswer": N_("answers to a call"), "cases.owncase": N_("cases"),
    "cases.casemember": N_("who took part in a case"), "cases.curation": N_("what the network said of cases"), "intake.upload": N_("uploads"),
    "intake.remembered": N_("remembered columns"), "intake.proposal": N_("proposals"), "intake.matrixbodies": N_("bodies that departments are asked about"), "intake.rightsrequest": N_("requests about personal data"),
    "stewardship.defect": N_("reports on accessibility"), "sessions.session": N_("sessions"), "account.emailaddress": N_("addresses of accounts"),
    "usersessions.usersession": N_("devices of a session"), "mfa.authenticator": N_("second factors"),
    "socialaccount.socialaccount": N_("accounts of the sign-in service"), "socialaccount.socialtoken": N_("keys of the sign-in service"),
    "django_tasks_database.dbtaskresult": N_("jobs of the service"),
}  # fmt: skip
"""What the rows of each table with personal fields are called."""

ROLES: Mapping[str, str] = {
    "owner": N_("owner"), "editor": N_("editor"), "facilitator": N_("facilitator"), "viewer": N_("viewer"), "partner": N_("partner"),
}  # fmt: skip
RIGHTS = (
    N_("to know what is held on you, and get a copy that people and programs can read"),
    N_("to have it corrected"),
    N_("to object to it"),
    N_("to have it erased; what only counts stays without your name"),
    N_("to complain to the authority for data protection"),
)
SURPLUS: Mapping[str, tuple[str, str]] = {
    "people_gone": (N_("people whose time in the role is over"), N_("Erase those nobody needs to reach any more.")),
    "people_bodiless": (N_("people of a body that nobody knows or that was removed"), N_("Give them their body, or erase them.")),
    "people_unreached": (N_("people without any way to reach them"), N_("A name alone serves no purpose: complete it or let it go.")),
    "untouched": (
        N_("people nobody changed or confirmed for a year"),
        N_("Ask the body whether it still holds; its personal link shows what is kept."),
    ),
    "contacts_old": (
        N_("contacts logged more than three years ago, without an open promise"),
        N_("Let go of what was said; the tie itself stays."),
    ),
    "answers_declined": (N_("answers to open calls that were not taken over, older than a year"), N_("Erase the contact of those.")),
    "trash": (
        N_("rows in the trash for more than half a year that may hold people"),
        N_("Erase the people in them, or take the rows out again."),
    ),
    "links_dead": (
        N_("personal links that opened nothing for more than a year"),
        N_("They go by themselves once a day; if they stay, the service does not tick."),
    ),
    "mail_old": (
        N_("messages in the outbox for more than ninety days"),
        N_("They go by themselves once a day; if they stay, the service does not tick."),
    ),
    "members_silent": (N_("members who were not here for a year"), N_("End the membership of those who left.")),
}
"""What the yearly look counts: (what, what to do)."""


def purpose_said(key: str) -> str:
    return _(PURPOSES[key])


def source_said(key: str) -> str:
    return _(SOURCES[key])


def kind_said(key: str) -> str:
    return _(KINDS[key])


def table_said(table: str) -> str:
    return _(TABLES[table]) if table in TABLES else table


def retention_said(key: str, days: int) -> str:
    """How long; a number of days as years where it is whole years."""
    if key in RETENTION:
        return _(RETENTION[key])
    if days and days % 365 == 0:
        return ngettext("{n} year", "{n} years", days // 365).format(n=days // 365)
    return ngettext("{n} day", "{n} days", days).format(n=days)
