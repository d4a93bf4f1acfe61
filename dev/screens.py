"""Starts the workbench with the example town in a folder of its own and takes docs/screens/*.png."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs/screens"
PORT = 8766
PAGES = {
    "01-door": "/sign-in/", "02-first-visit": "/?all=1", "03-home": "W/", "04-bodies": "W/bodies/", "05-body": "W/body/hadar-bakery",
    "06-map": "W/map/?body=merchants", "07-exchange": "W/exchange/", "08-findings": "W/findings/", "09-brief": "W/brief/", "10-ticks": "W/hour/ticks/",
    "11-import": "IMPORT", "12-history": "W/history/", "13-path": "PATH", "14-grid": "W/grid/organisations/", "15-inside": "W/inside/",
    "16-missing": "W/missing/", "17-card": "W/card/hadar-bakery", "18-told": "W/map/told/", "19-matches": "W/matches/",
    "20-model": "W/model/", "21-first-initiative": "W/initiatives/", "22-coalition": "W/initiative-coalition/initiative%202",
    "23-dossiers": "W/dossiers/initiative%202", "24-letter": "W/letter/second-wheel?for=initiative%202", "25-reciprocity": "W/reciprocity/",
}  # fmt: skip
SHOTS = (("he", 1440, "light"), ("en", 360, "light"), ("he", 768, "dark"))
SEED = """
import django; django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from shutaf.accounts.actions import user_create
from shutaf.stewardship.actions import example_create
user = user_create(email="dana@ein-haruv.example", name="דנה אבירם")
viewer = example_create(user)
session = SessionStore(); session[SESSION_KEY] = str(user.pk); session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"; session.save()
from shutaf.intake.actions import upload_make
rows = "שם הארגון,מגזר,טלפון,כמה עובדים\\nמאפיית הדר,עסקי,04-555-0101,14\\nקרטון הצפון,תעשיה,04-555-0190,85\\nגינת הרימון,קהילה,,\\n"
from shutaf.partnerships.paths import partnerships_visible
(partnership, *_) = partnerships_visible(viewer)
print(session.session_key, viewer.workspace_ref, upload_make(viewer, files=[("contacts.csv", [rows.encode()])]), partnership.ref)
"""


def main() -> None:
    home = tempfile.mkdtemp(prefix="shutaf-screens-")
    environment = {
        **os.environ,
        "SHUTAF_HOME": home,
        "SHUTAF_SECRET_KEY": "only for pictures",
        "DJANGO_SETTINGS_MODULE": "shutaf.config.settings",
    }

    def run(*arguments: str) -> str:
        return subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True, text=True).stdout

    run("-m", "django", "migrate", "-v0")
    run("-m", "django", "createcachetable")
    session, workspace, upload, partnership = run("-c", SEED).split()
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--port",
        str(PORT),
        "--log-level",
        "error",
        "shutaf.config.wsgi:application",
    ]
    server = subprocess.Popen(command, env=environment)
    try:
        wait()
        OUT.mkdir(parents=True, exist_ok=True)
        take(session, workspace, upload, partnership)
    finally:
        server.terminate()
        shutil.rmtree(home, ignore_errors=True)


def wait() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://localhost:{PORT}/about/").read()
            return
        except OSError:
            time.sleep(0.1)


def take(session: str, workspace: str, upload: str, partnership: str) -> None:
    base = f"http://localhost:{PORT}"
    browser_path = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for language, width, theme in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": 900 if width > 400 else 760}, color_scheme=theme)
            context.add_cookies([{"name": "shutaf_language", "value": language, "url": base}])
            page = context.new_page()
            for name, address in PAGES.items():
                if name != "01-door":
                    context.add_cookies([{"name": "shutaf", "value": session, "url": base}])
                target = address.replace("IMPORT", f"/w/{workspace}/import/{upload}/").replace(
                    "PATH", f"/w/{workspace}/partnership/{partnership}"
                )
                page.goto(base + (f"/w/{workspace}/{target[2:]}" if target.startswith("W/") else target))
                page.wait_for_load_state("networkidle")  # scripts have drawn what they draw
                page.evaluate("document.fonts.ready")
                page.screenshot(path=OUT / f"{name}-{language}-{width}-{theme}.png")
            context.close()


if __name__ == "__main__":
    main()
