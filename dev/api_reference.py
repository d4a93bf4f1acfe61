"""Which routes does the API have, and what does each take and answer? Writes docs/reference/api.md from the routes themselves.

dev/api_reference.py          writes the page
A test holds the page to what this makes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[1] / "docs/reference/api.md"
HEAD = """# The API

Made from the routes by `dev/api_reference.py`. How to begin: [Use the API](../howto/use-the-api.md). The same for programs: `/api/v1/openapi.json`.

"""


def described() -> dict[str, Any]:
    """The description as programs get it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shutaf.config.settings")
    import django

    django.setup()
    from shutaf.api.application import api

    return api.get_openapi_schema(path_prefix="/api/v1/")


def page_of(told: dict[str, Any]) -> str:
    """The page, in the order of the subjects."""
    parts, seen = [HEAD + told["info"]["description"] + "\n"], ""
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            tag = operation["tags"][0]
            parts += [f"## {tag[:1].upper()}{tag[1:]}\n"] if tag != seen else []
            seen = tag
            parts.append(_route(path, method, operation))
    parts.append("## What is sent and answered\n")
    parts += [_schema(name, schema) for name, schema in sorted(told["components"]["schemas"].items()) if "properties" in schema]
    return "\n".join(parts)


def _route(path: str, method: str, operation: dict[str, Any]) -> str:
    lines = [f"### {method.upper()} {path}\n", operation.get("description", "") + "\n"]
    for one in operation["parameters"]:
        if one["in"] == "query":
            lines.append(f"- `{one['name']}`: {one.get('description', _kind(one['schema']))}")
    body = operation.get("requestBody", {}).get("content", {})
    for media, content in body.items():
        lines.append(f"- sends {_kind(content['schema'])} as `{media}`")
    for status, answer in operation["responses"].items():
        if int(status) < 300:
            for media, content in answer.get("content", {}).items():
                lines.append(f"- {status}: {_kind(content['schema'])} as `{media}`")
    lines.append("- may refuse with " + ", ".join(str(s) for s in operation["responses"] if int(s) >= 400))
    return "\n".join(lines) + "\n"


def _schema(name: str, schema: dict[str, Any]) -> str:
    required = set(schema.get("required", ()))
    lines = [f"### {name}\n", schema.get("description", "").split("\n")[0] + "\n", "| Field | Kind | What |", "|---|---|---|"]
    for field, one in schema["properties"].items():
        mark = "**" if field in required else ""
        lines.append(f"| {mark}`{field}`{mark} | {_kind(one)} | {one.get('description', '')} |")
    return "\n".join(lines) + "\n"


def _kind(schema: dict[str, Any]) -> str:
    """In a few words."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[-1]
    if "enum" in schema:
        return "one of " + ", ".join(f"`{one}`" if one else "empty" for one in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_kind(one) for one in schema["anyOf"]))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    bounds = [f"{word} {schema[key]}" for key, word in (("minimum", "from"), ("maximum", "to"), ("maxLength", "up to")) if key in schema]
    return " ".join([str(schema.get("const") or schema.get("format") or schema.get("type", "anything")), *bounds])


def main() -> int:
    PAGE.write_text(page_of(described()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
