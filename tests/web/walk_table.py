"""Who may open which address, and who may send something to it? One line a named route; `test_walk.py` visits them all.

Levels, from the narrowest door to the widest:

    owners      the owner (may_manage)
    editors     and editors (may_edit)
    everything  and viewers (sees_everything)
    shared      and every partner (sees_shared)
    own body    editors, and a partner for the own body: the walk comes as the partner of another one
    signed in   whoever has an account, outside any workspace
    link        whoever holds an open personal link
    round       whoever took a seat by the link of an open round of rating
    all         everybody
    nobody      the method is not there (405)

A new page adds a line, in the order of the alphabet: `Route("bodies", reads="shared")`. `writes` says who may send a form; without it nobody may.
An address with more than a workspace in it says what the walk shall put there, by name (`of="initiative"`, see `SAMPLES` in `walk_cast.py`),
or as it stands (`fixed={"form": "pdf"}`); `asks` is what follows the question mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Route:
    """One named address. tells_name: the page may name the workspace to whoever holds its token."""

    name: str
    reads: str = "nobody"
    writes: str = "nobody"
    of: str = ""
    fixed: Mapping[str, str] = field(default_factory=dict)
    asks: str = ""
    tells_name: bool = False


ROUTES = (
    Route("about", reads="all", writes="all"),
    Route("account", reads="signed in", writes="signed in"),
    Route("account_change_password", reads="signed in", writes="signed in"),
    Route("account_login", reads="all", writes="all"),
    Route("account_logout", reads="all", writes="all"),
    Route("account_reset_password", reads="all", writes="all"),
    Route("account_reset_password_done", reads="all"),
    Route("account_reset_password_from_key", reads="all", writes="all", fixed={"uidb36": "1", "key": "c0ffee-00"}),
    Route("account_reset_password_from_key_done", reads="all"),
    Route("account_set_password", reads="signed in", writes="signed in"),
    Route("bodies", reads="shared"),
    Route("body", reads="shared", of="body"),
    Route("body_edit", reads="own body", writes="own body", of="body"),
    Route("body_new", reads="editors", writes="editors"),
    Route("body_trash", writes="editors", of="body"),
    Route("brief", reads="shared"),
    Route("brief_file", reads="shared", fixed={"form": "html"}),
    Route("calendar_file", reads="everything"),
    Route("card", reads="own body", writes="own body", of="body"),
    Route("card_teller", writes="editors", of="body"),
    Route("coalition", reads="everything", of="initiative"),
    Route("coalition_consider", writes="editors", of="initiative"),
    Route("coalition_drop", writes="editors", of="coalition"),
    Route("coalition_keep", writes="editors", of="initiative"),
    Route("contact_edit", reads="editors", writes="editors", of="contact"),
    Route("contact_new", reads="editors", writes="editors"),
    Route("contact_settle", writes="editors", of="contact"),
    Route("contact_trash", writes="editors", of="contact"),
    Route("contacts", reads="everything"),
    Route("deed", reads="everything", of="deed"),
    Route("deed_undo", writes="editors", of="deed"),
    Route("criteria", reads="everything", writes="editors"),
    Route("criterion_new", reads="editors", writes="editors"),
    Route("criterion_trash", writes="editors", of="criterion"),
    Route("department", reads="editors", writes="editors", of="department"),
    Route("departments", reads="everything", writes="editors"),
    Route("dossier", reads="everything", of="body"),
    Route("dossier_file", reads="everything", of="body", fixed={"form": "html"}),
    Route("dossier_letter", reads="everything", writes="editors", of="body"),
    Route("dossier_letter_file", reads="everything", of="body", fixed={"form": "html"}),
    Route("dossiers", reads="everything", of="initiative"),
    Route("dossiers_of_first", reads="everything"),
    Route("example_new", writes="signed in"),
    Route("exchange", reads="shared"),
    Route("export", reads="shared"),
    Route("export_file", reads="owners"),
    Route("fact_edit", reads="editors", writes="editors", of="fact"),
    Route("fact_trash", writes="editors", of="fact"),
    Route("finding_rows", reads="shared", of="finding"),
    Route("finding_said", writes="editors", fixed={"signature": "none"}),
    Route("findings", reads="shared"),
    Route("findings_changed", reads="shared"),
    Route("format_file", reads="shared", fixed={"form": "gexf"}),
    Route("gate", reads="everything", writes="editors"),
    Route("gate_of", reads="everything", writes="editors", of="partnership"),
    Route("grid", reads="editors", fixed={"sheet": "organisations"}),
    Route("grid_cells", writes="editors", fixed={"sheet": "organisations"}),
    Route("grid_news", reads="editors", fixed={"sheet": "organisations"}, asks="since=0"),
    Route("history", reads="everything"),
    Route("home", reads="shared"),
    Route("hour", reads="editors"),
    Route("hour_brief", reads="editors"),
    Route("hour_exchange", reads="editors", writes="editors"),
    Route("hour_names", reads="editors", writes="editors"),
    Route("hour_sectors", reads="editors", writes="editors"),
    Route("hour_ticks", reads="editors", writes="editors"),
    Route("import_accept", writes="editors", of="upload"),
    Route("import_drop", writes="editors", of="upload"),
    Route("import_file", reads="editors", writes="editors", of="upload"),
    Route("import_new", reads="editors", writes="editors"),
    Route("import_tell", writes="editors", of="upload"),
    Route("initiative", reads="everything", of="initiative"),
    Route("initiative_edit", reads="editors", writes="editors", of="initiative"),
    Route("initiative_new", reads="editors", writes="editors"),
    Route("initiative_trash", writes="editors", of="initiative"),
    Route("initiatives", reads="everything"),
    Route("inside", reads="everything"),
    Route("inside_file", reads="everything", fixed={"form": "html"}),
    Route("intake", reads="editors", writes="editors"),
    Route("interest_edit", reads="editors", writes="editors", of="interest"),
    Route("interest_trash", writes="editors", of="interest"),
    Route("invitation", reads="all", writes="all", of="invitation_token", tells_name=True),
    Route("invitation_change", writes="owners", of="invitation"),
    Route("kit", reads="everything"),
    Route("kit_file", reads="everything"),
    Route("kit_type", reads="editors", writes="editors"),
    Route("language", writes="all"),
    Route("letter", reads="everything", of="partnership"),
    Route("letter_file", reads="everything", of="partnership", fixed={"form": "docx"}),
    Route("link_end", writes="editors", of="link"),
    Route("link_open", reads="all", writes="all", of="link_token"),
    Route("link_remind", reads="editors", writes="editors", of="link"),
    Route("link_sheet", reads="link", writes="link"),
    Route("links", reads="editors", writes="editors"),
    Route("links_departments", reads="editors", writes="editors"),
    Route("map_file", reads="shared", fixed={"form": "svg"}),
    Route("map_scene", reads="shared"),
    Route("matrix_bodies", reads="editors", writes="editors"),
    Route("member", writes="owners", of="member"),
    Route("members", reads="shared", writes="owners"),
    Route("merge", reads="editors"),
    Route("merge_apart", writes="editors"),
    Route("merge_two", reads="editors", writes="editors", asks="keep=olive&away=merchants"),
    Route("missing", reads="everything"),
    Route("missing_add", writes="editors", fixed={"signature": "none"}),
    Route("missing_said", writes="editors", fixed={"signature": "none"}),
    Route("model", reads="everything", writes="editors"),
    Route("model_for", reads="everything", writes="editors", of="initiative"),
    Route("model_of", reads="everything", writes="editors", of="partnership"),
    Route("model_take", writes="editors"),
    Route("more", reads="shared"),
    Route("network_map", reads="shared"),
    Route("opportunities_new", reads="editors", writes="editors"),
    Route("outbox", reads="owners"),
    Route("partnership_edit", reads="editors", writes="editors", of="partnership"),
    Route("partnership_new", reads="editors", writes="editors"),
    Route("partnership_trash", writes="editors", of="partnership"),
    Route("partnerships", reads="shared"),
    Route("paste_exchange", reads="own body", writes="own body", asks="body=merchants"),
    Route("path", reads="shared", of="partnership"),
    Route("person_new", reads="own body", writes="own body", of="body"),
    Route("place", reads="shared", writes="editors"),
    Route("poster_file", reads="shared"),
    Route("questions", reads="everything"),
    Route("questions_file", reads="everything", fixed={"form": "html"}),
    Route("rate", reads="round", writes="round", tells_name=True),
    Route("rate_done", reads="round", writes="round", tells_name=True),
    Route("rate_open", reads="all", writes="all", of="round_token", tells_name=True),
    Route("resource_edit", reads="own body", writes="own body", of="resource"),
    Route("resource_new", reads="own body", writes="own body", asks="side=need&body=merchants"),
    Route("resource_trash", writes="own body", of="resource"),
    Route("round", reads="everything", of="round"),
    Route("round_edit", reads="editors", writes="editors", of="round"),
    Route("round_move", writes="editors", of="round", fixed={"what": "close"}),
    Route("round_new", reads="editors", writes="editors"),
    Route("round_trash", writes="editors", of="round"),
    Route("rounds", reads="everything"),
    Route("running_action_edit", reads="editors", writes="editors", of="action"),
    Route("running_action_trash", writes="editors", of="action"),
    Route("running_actions", reads="everything"),
    Route("running_actions_new", reads="editors", writes="editors"),
    Route("search", reads="shared"),
    Route("session_end", writes="signed in"),
    Route("sign_in_link", reads="all", writes="all"),
    Route("sign_in_use", reads="all", writes="all", of="sign_in_token"),
    Route("source", reads="all", writes="all"),
    Route("stance_goal", reads="editors", writes="editors"),
    Route("stances", reads="everything"),
    Route("start", reads="all", writes="all"),
    Route("statement_follow", writes="editors", of="statement"),
    Route("statement_trash", writes="editors", of="statement"),
    Route("step", reads="shared", writes="editors", of="partnership", fixed={"step": "goals_commitment"}),
    Route("step_here", writes="editors", of="partnership", fixed={"step": "review"}),
    Route("template_file", reads="shared"),
    Route("theme", writes="all"),
    Route("ticks_paper", reads="everything"),
    Route("tie_edit", reads="editors", writes="editors", of="tie"),
    Route("tie_new", reads="editors", writes="editors"),
    Route("tie_trash", writes="editors", of="tie"),
    Route("ties", reads="everything"),
    Route("told", reads="shared"),
    Route("trash", reads="everything"),
    Route("trash_restore", writes="editors"),
    Route("view_remove", writes="editors", of="saved_view"),
    Route("view_save", writes="editors"),
    Route("why", reads="everything"),
    Route("workbook_file", reads="shared"),
    Route("workspace_new", reads="signed in", writes="signed in"),
)  # fmt: skip

BY_NAME: Mapping[str, Route] = {route.name: route for route in ROUTES}
