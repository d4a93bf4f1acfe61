"""Is every message there in four languages, and does every catalog say what the code asks for?"""

import importlib.util
from types import ModuleType

import pytest
from source import ROOT


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    """dev/messages.py, which dev/check and the translators use."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / "dev/messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
def test_catalog_is_complete(language: str, messages: ModuleType) -> None:
    assert messages.problems(language, messages.extracted()) == []


def test_broken_placeholder_is_noticed(messages: ModuleType) -> None:
    from babel.messages.catalog import Message

    assert messages.wrong(Message("{n} bodies of {base}", "{n} Stellen")) != []
    assert messages.wrong(Message("{n} bodies of {base}", "{n} Stellen von {base}")) == []
