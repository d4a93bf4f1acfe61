"""Reports speak through gettext, which reads the settings."""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shutaf.config.settings")
django.setup()
