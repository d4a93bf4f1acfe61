"""Which values come from outside? The only reader of the environment."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent

LANGUAGES = [("he", "עברית"), ("ar", "العربية"), ("en", "English"), ("de", "Deutsch")]
LANGUAGE_CODE = "he"
USE_I18N = True
LOCALE_PATHS = [PACKAGE / "locale"]

# The language of the command line and of what it writes, where --lang does not say ("" lets the workbook decide).
SHUTAF_LANG = os.environ.get("SHUTAF_LANG", "")

# Nothing is signed and nothing is stored yet: `shutaf brief` works on a file alone.
INSTALLED_APPS: list[str] = []
USE_TZ = True
TIME_ZONE = "Asia/Jerusalem"
