"""How does an answer to an open call reach the map? An editor takes it in, as one deed, or keeps it out with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shutaf import content
from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import NOTHING, Amount, Word
from shutaf.bodies.models import Body, Interest, Person
from shutaf.exchange.models import Resource
from shutaf.imports.amounts import amount
from shutaf.imports.exchange_line import amount_in
from shutaf.partnerships.models import CallAnswer


def call_answers_accept(viewer: Viewer, *, call_ref: str, bodies: Mapping[str, str]) -> tuple[str, int]:
    """Take answers into the map as one batch. bodies: ref of an answer -> ref of the body it is of, "" for a new one.

    Each becomes a body, with what it needs and offers, its declared interests and its contact person. Returns the deed's ref and how many.
    Those decided meanwhile are passed over.
    """
    with deed(viewer, "call_answers_accept", rule=may_edit, is_batch=True) as working:
        found = _waiting(viewer, call_ref, bodies)
        for answer in found:
            _take_in(working, answer, bodies[answer.ref])
        _about(working, found)
        return working.record.ref, len(found)


def call_answers_decline(viewer: Viewer, *, call_ref: str, refs: Sequence[str], reason: str) -> tuple[str, int]:
    """Keep answers out of the map, with the reason; they stay in the list of who answered."""
    with deed(viewer, "call_answers_decline", rule=may_edit, is_batch=True) as working:
        found = _waiting(viewer, call_ref, refs)
        for answer in found:
            working.change(answer, state="declined", reason=reason)
        _about(working, found)
        return working.record.ref, len(found)


def _waiting(viewer: Viewer, call_ref: str, refs: Sequence[str] | Mapping[str, str]) -> list[CallAnswer]:
    rows = CallAnswer.present.filter(workspace_id=viewer.workspace_id, call__ref=call_ref, ref__in=list(refs), state="waits")
    return list(rows.select_related("call").order_by("pk"))


def _about(working: Working, found: Sequence[CallAnswer]) -> None:
    working.record.about = ", ".join(answer.name for answer in found)[:300]
    working.record.save(update_fields=["about"])


def _take_in(working: Working, answer: CallAnswer, body_ref: str) -> None:
    body = _body(working, answer, body_ref)
    person, on = _person(working, answer, body), answer.answered_at.date().isoformat()
    said_by = ", ".join(part for part in (answer.contact.get("person", ""), answer.contact.get("role", "")) if part)[:300]
    rows = [
        Resource(
            body_id=body.pk,
            side=side,
            title=line["title"],
            kind=_word("resource", line.get("kind", ""), answer),
            amount=_amount(line["title"]),
            said_by=said_by,
            as_of=on,
        )
        for side, key in (("need", "needs"), ("offer", "offers"))
        for line in answer.said.get(key, ())
        if line.get("title")
    ]
    working.create_many(rows)
    if interests := answer.said.get("interests", ""):
        role = person.role if person else ""
        working.create(
            Interest(body_id=body.pk, text=interests[:1000], basis="stated", openness="open", said_by=said_by, said_role=role, as_of=on)
        )
    working.change(answer, state="accepted", body_id=body.pk)


def _amount(title: str) -> Amount | None:
    """How much is said in the words themselves; what has no unit we know is left open."""
    said = amount_in(title)
    return amount(said) if said else None


def _body(working: Working, answer: CallAnswer, ref: str) -> Body:
    """The body it is of: what the map knows of it is kept, what it does not know is filled."""
    given: dict[str, Any] = {
        "sector": _word("sector", answer.sector, answer), "size": _said("body_size", answer.size, answer), "neighbourhood": answer.neighbourhood,
    }  # fmt: skip
    if not ref:
        made: Body = working.create(
            Body(name=answer.name, source=_title(answer)[:300], as_of=answer.answered_at.date().isoformat(), invite="yes", **given)
        )
        return made
    row = present_row(working.viewer, Body, ref)
    kept = {"sector"} if row.is_department else set()
    fields = {key: value for key, value in given.items() if key not in kept and getattr(row, key) in ("", NOTHING)}
    working.change(row, **fields)
    return row


def _person(working: Working, answer: CallAnswer, body: Body) -> Person | None:
    """The contact, once: whoever is there by this name gets only what was empty."""
    contact = {key: str(value) for key, value in answer.contact.items()}
    name = contact.get("person", "")
    if not name:
        return None
    fields = {key: contact.get(key, "") for key in ("role", "email", "phone")} | {"language": _said("language", answer.language, answer)}
    row = Person.present.filter(workspace_id=working.viewer.workspace_id, body_id=body.pk, name=name).first()
    if isinstance(row, Person):
        working.change(row, **{key: value for key, value in fields.items() if value and not getattr(row, key)})
        return row
    made: Person = working.create(Person(body_id=body.pk, name=name, **fields))
    return made


def _word(list_key: str, key: str, answer: CallAnswer) -> Word:
    said = _said(list_key, key, answer)
    return Word(said, key) if said else NOTHING


def _said(list_key: str, key: str, answer: CallAnswer) -> str:
    """In the language of the answer, as far as we speak it."""
    language = answer.language if answer.language in content.LANGUAGES else content.LANGUAGES[0]
    known = {one.key for one in content.entries(list_key)}
    return content.say(list_key, key, language) if key in known else ""


def _title(answer: CallAnswer) -> str:
    texts = answer.call.texts
    return next((parts["title"] for parts in (texts.get(answer.language, {}), *texts.values()) if parts.get("title")), "")
