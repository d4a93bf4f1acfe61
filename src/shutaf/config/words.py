"""What does a command on a file need to speak four languages? Nothing else: no database, no application, no key.

`shutaf brief` and its sisters run with these settings; everything with a database runs with `settings`, which begins with them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent

LANGUAGES = [("he", "עברית"), ("ar", "العربية"), ("en", "English"), ("de", "Deutsch")]
LANGUAGE_CODE = "he"
USE_I18N = True
LOCALE_PATHS = [PACKAGE / "locale"]

# The language of the command line and of what it writes, where --lang does not say ("" lets the workbook decide).
SHUTAF_LANG = os.environ.get("SHUTAF_LANG", "")

# A desktop on which a command may open a browser; elsewhere a text browser would take over the terminal.
HAS_SCREEN = sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

INSTALLED_APPS: list[str] = []
USE_TZ = True
TIME_ZONE = "Asia/Jerusalem"
