"""What does the page's script say? Its sentences in the reader's language, numbers to be put in."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def words() -> Mapping[str, str]:
    """By the names that the script uses."""
    return {
        "row": _("Row"), "next": _("next name"), "unknown": _("not known"), "empty": _("(empty)"),
        "saved": _("Saved"), "saving": _("Saving"), "offline": _("No connection. Kept here, will be sent: {n}"),
        "sign_in": _("Signed out meanwhile. What was typed is kept here; sign in again in this tab."),
        "stopped": _("The server refuses these changes. They are kept here; load the page again."),
        "differ": _("Cells that differ: {n}"), "to_mend": _("Cells to mend: {n}"), "unnamed": _("Rows that wait for a name: {n}"),
        "pasted": _("Rows pasted: {n}"), "left": _("Columns that did not fit: {n}"),
        "much_news": _("Much was changed here by others. Load the page again to see it."),
        "too_much": _("This is too much for one step: at most 20,000 cells and 2,000 rows. Nothing was changed; paste it in parts."),
        "theirs": _("{who} wrote something else here ({when}):"), "gone": _("{who} moved this row to the trash ({when})."),
        "gone_nobody": _("This row is not there any more."), "keep_mine": _("Keep mine"), "take_theirs": _("Take theirs"),
        "decide_first": _("Decide first about the cells that differ."), "trash": _("Move the row to the trash"), "by": _("Written meanwhile by {who} ({when})"),
        "back": _("Take the row back"), "let_go": _("Let it go"), "as_it_is": _("It is right so"), "suggested": _("Take the suggested sectors: {n}"),
    }  # fmt: skip
