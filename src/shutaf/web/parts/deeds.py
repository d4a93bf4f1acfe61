"""How is each deed said? One sentence a kind, in four languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

from shutaf.stewardship.queries import DeedFacts

SAID: Mapping[str, str] = {
    "workspace_fill": N_("Filled the workspace: {about}"),
    "body_create": N_("Added the body {about}"),
    "bodies_create": N_("Added several bodies: {about}"),
    "body_change": N_("Changed the body {about}"),
    "body_is_person": N_("Said whether {about} is a person"),
    "body_judge_allow": N_("Said until when {about} may be rated, as an owner"),
    "bodies_sector": N_("Set sectors of bodies: {about}"),
    "bodies_merge": N_("Merged two bodies: {about}"),
    "body_remove": N_("Moved the body {about} to the trash"),
    "person_save": N_("Wrote down the person {about}"),
    "person_erase": N_("Erased a person’s data in {about} places"),
    "person_remove": N_("Moved a person to the trash"),
    "statement_save": N_("Wrote down what an informant said: {about}"),
    "statement_follow": N_("Let the map go by what an informant said: {about}"),
    "statement_remove": N_("Moved what an informant said to the trash: {about}"),
    "interest_save": N_("Wrote down an interest of {about}"),
    "interest_remove": N_("Moved an interest of {about} to the trash"),
    "integrity_save": N_("Wrote down an integrity fact about {about}"),
    "integrity_remove": N_("Moved an integrity fact about {about} to the trash"),
    "contact_save": N_("Wrote down a contact: {about}"),
    "contact_settle": N_("Settled or reopened a promise with {about}"),
    "contact_remove": N_("Moved a contact with {about} to the trash"),
    "tie_save": N_("Wrote down a tie"),
    "tie_remove": N_("Moved a tie to the trash"),
    "ties_tick": N_("Ticked pairs in the matrix: {about}"),
    "stances_save": N_("Wrote down who wants {about}"),
    "kit_accept": N_("Typed in what a table wrote: {about}"),
    "map_basis_change": N_("Wrote down how the map came to be known"),
    "resource_save": N_("Wrote down the need or offer {about}"),
    "resources_create": N_("Wrote down needs and offers: {about}"),
    "resource_remove": N_("Moved the need or offer {about} to the trash"),
    "match_answer": N_("Answered to a match: {about}"),
    "match_answer_revoke": N_("Took back an answer to a match: {about}"),
    "initiative_save": N_("Wrote down the initiative {about}"),
    "initiative_remove": N_("Moved the initiative {about} to the trash"),
    "initiative_shortlist": N_("Said where the initiative {about} stands on the shortlist"),
    "initiative_tie_offer": N_("Tied an offer to the initiative {about}, or untied one"),
    "criteria_save": N_("Settled by what initiatives are compared"),
    "criterion_add": N_("Added the criterion {about}"),
    "criterion_remove": N_("Moved the criterion {about} to the trash"),
    "coalition_keep": N_("Kept a coalition for {about}"),
    "coalition_drop": N_("Let go of a kept coalition for {about}"),
    "propriety_consider": N_("Considered a propriety point of {about}"),
    "propriety_reopen": N_("Took up a propriety point of {about} again"),
    "round_save": N_("Prepared the rating {about}"),
    "round_open": N_("Opened the rating {about}"),
    "round_close": N_("Closed the rating {about}"),
    "round_link_again": N_("Made a new link for the rating {about}"),
    "round_remove": N_("Moved the rating {about} to the trash"),
    "medians_take": N_("Took the medians of the rating {about} into the initiatives"),
    "partnership_save": N_("Wrote down the partnership {about}"),
    "partnership_remove": N_("Moved the partnership {about} to the trash"),
    "partnership_step": N_("Said where the partnership {about} stands"),
    "step_record": N_("Wrote something down on the path of {about}"),
    "call_create": N_("Drafted the open invitation {about}"),
    "call_save": N_("Changed the draft of the open invitation {about}"),
    "call_publish": N_("Published the open invitation {about}"),
    "call_correct": N_("Corrected the open invitation {about}"),
    "call_close": N_("Closed the open invitation {about}"),
    "call_remove": N_("Moved the open invitation {about} to the trash"),
    "call_told_add": N_("Logged who was told of {about}"),
    "call_told_remove": N_("Removed a line from the log of {about}"),
    "call_answer": N_("An answer to an open invitation came from {about}"),
    "call_answers_accept": N_("Took answers to an open invitation into the map: {about}"),
    "call_answers_decline": N_("Did not take over answers to an open invitation: {about}"),
    "case_save": N_("Wrote on the case {about}"),
    "case_ask": N_("Gave the case {about} to those who took part"),
    "case_back": N_("Took the case {about} back to a draft"),
    "case_answer": N_("Answered what the case {about} tells of a body"),
    "case_heard": N_("Wrote down what somebody said of the case {about}"),
    "case_words_take": N_("Took other words into the case {about}"),
    "case_clear": N_("Said which words of the case {about} are no names"),
    "case_publish": N_("Published the case {about}"),
    "case_withdraw": N_("Withdrew the case {about}"),
    "case_remove": N_("Moved the case {about} to the trash"),
    "case_curate": N_("Judged the case {about} for the network"),
    "gate_answer": N_("Answered whether partnership is right: {about}"),
    "model_answers_save": N_("Answered which model fits: {about}"),
    "model_take": N_("Wrote down a model for {about}"),
    "place_change": N_("Changed the place"),
    "place_pick": N_("Picked the place from the table: {about}"),
    "place_take": N_("Took a fact of the place from the table"),
    "place_leave": N_("Parted the place from the table"),
    "letter_save": N_("Wrote on the letter to {about}"),
    "letter_settle": N_("Said that the letter to {about} is ready"),
    "finding_answer": N_("Answered a finding: {about}"),
    "finding_reopen": N_("Took back an answer to a finding: {about}"),
    "upload_make": N_("Uploaded the file {about}"),
    "upload_tell": N_("Mended the upload {about}"),
    "upload_drop": N_("Dropped the upload {about}"),
    "upload_accepted": N_("Closed an upload"),
    "cells_write": N_("Typed in the grid: {about}"),
    "batch_accept": N_("Accepted the file {about}"),
    "deed_undo": N_("Undid: {about}"),
    "row_restore": N_("Took {about} out of the trash"),
    "saved_view_save": N_("Saved the view {about} of the map"),
    "saved_view_remove": N_("Moved the saved view {about} to the trash"),
    "proposal_make": N_("Proposed a change for {about}"),
    "proposal_accept": N_("Accepted what was proposed for {about}"),
    "proposals_accept": N_("Accepted an answer of {about}"),
    "proposals_decline": N_("Declined proposals: {about}"),
    "sheet_save": N_("Filled the sheet of {about}"),
    "matrix_choose": N_("Chose the bodies that departments are asked about: {about}"),
    "running_actions_add": N_("Wrote down running actions: {about}"),
    "running_action_save": N_("Changed the running action {about}"),
    "running_action_remove": N_("Moved the running action {about} to the trash"),
    "opportunities_add": N_("Wrote down opportunities: {about}"),
    "request_make": N_("A request about personal data came in"),
    "request_settle": N_("Answered a request about personal data"),
    "request_grant": N_("Answered a request about personal data, and let go of the row"),
    "proposal_decline": N_("Declined what was proposed for {about}"),
}
"""A test holds every deed of the code to this list."""


def said_deed(deed: DeedFacts) -> str:
    """The sentence; names in it are isolated."""
    return _(SAID.get(deed.name, "{about}")).format(about=_about(deed)).rstrip(": ")


def _about(deed: DeedFacts) -> str:
    if counts := _CELLS.fullmatch(deed.about) if deed.is_batch else None:
        return _cells_said(int(counts[1]), int(counts[2]))
    if deed.about.startswith("\u2068"):
        return deed.about  # several names, isolated one by one, in the reader's direction
    if deed.name in ABOUT_FINDINGS:
        return ""
    return f"\u2068{deed.about}\u2069" if deed.about else ""


def _cells_said(cells: int, rows: int) -> str:
    said = ngettext("{n} cell", "{n} cells", cells).format(n=cells)
    return ngettext("{cells} in {n} row", "{cells} in {n} rows", rows).format(cells=said, n=rows)


_CELLS = re.compile(r"(\d+)/(\d+)")
"""What several cells of the grid are about, and an undo of them: how many cells, in how many rows."""

ABOUT_FINDINGS = ("finding_answer", "finding_reopen")
"""They are about isolated names; older ones hold a key, which says nothing to a reader."""


TABLES_SAID: Mapping[str, str] = {
    "bodies.body": N_("bodies"),
    "bodies.person": N_("people"),
    "bodies.opportunity": N_("opportunities"),
    "bodies.runningaction": N_("running actions"),
    "bodies.statement": N_("what informants said"),
    "bodies.interest": N_("interests"),
    "bodies.integrityfact": N_("integrity facts"),
    "relations.tie": N_("ties"),
    "relations.contact": N_("contacts"),
    "relations.savedview": N_("saved views"),
    "relations.stance": N_("stances"),
    "relations.influence": N_("influence"),
    "relations.mapbasis": N_("how the map is known"),
    "exchange.resource": N_("needs and offers"),
    "partnerships.initiative": N_("initiatives"),
    "partnerships.findinganswer": N_("answers to findings"),
    "partnerships.partnership": N_("partnerships"),
    "partnerships.steprecord": N_("what was written at steps"),
    "partnerships.gate": N_("answers to whether partnership is right"),
    "exchange.matchanswer": N_("answers to matches"),
    "partnerships.modelanswers": N_("answers on the fitting model"),
    "partnerships.criterion": N_("criteria"),
    "partnerships.ratinground": N_("rounds of rating"),
    "partnerships.rating": N_("ratings"),
    "partnerships.coalitiondraft": N_("kept coalitions"),
    "partnerships.considered": N_("propriety points considered"),
    "partnerships.letter": N_("letters"),
    "partnerships.call": N_("open calls"),
    "partnerships.calltold": N_("who was told of a call"),
    "partnerships.callanswer": N_("answers to a call"),
    "cases.owncase": N_("cases"),
    "cases.casemember": N_("who took part in a case"),
    "cases.curation": N_("what the network said of cases"),
    "places.place": N_("the place"),
    "intake.upload": N_("uploads"),
    "intake.remembered": N_("remembered columns"),
    "intake.proposal": N_("proposals"),
    "intake.matrixbodies": N_("bodies that departments are asked about"),
    "intake.rightsrequest": N_("requests about personal data"),
}
"""What the rows of each table are called."""


def tables_said() -> dict[str, str]:
    """The same in the active language."""
    return {table: _(name) for table, name in TABLES_SAID.items()}
