"""Text on a terminal: by display width, in logical order, and quiet while it is quick."""

from __future__ import annotations

import io
import time

from shutaf.cli.terminal import Progress, display_width, table


def test_points_marks_and_joiners_take_no_column():
    assert display_width("שָׁלוֹם") == 4
    assert display_width("\u2068abc\u2069") == 3


def test_wide_letters_and_emoji_take_two_columns():
    assert display_width("町🏠") == 4


def test_columns_stand_under_each_other_whatever_the_script():
    lines = table([("עץ", "1"), ("Baum", "2"), ("町", "3")]).splitlines()
    assert {display_width(line.rsplit("  ", 1)[0]) for line in lines} <= {2, 4}
    assert [display_width(line) for line in lines] == [7, 7, 7]


def test_letters_are_never_reordered():
    assert table([("אבג", "x")]).startswith("אבג")


def test_a_quick_command_says_nothing_of_its_stages():
    out = io.StringIO()
    with Progress(out, patience_seconds=30) as progress, progress.stage("read", "Reading"):
        pass
    assert out.getvalue() == ""
    assert progress.seconds["read"] >= 0


def test_a_slow_stage_is_named_and_those_after_it():
    out = io.StringIO()
    with Progress(out, patience_seconds=0.01) as progress:
        with progress.stage("read", "Reading"):
            for _ in range(200):
                if out.getvalue():
                    break
                time.sleep(0.01)
        with progress.stage("write", "Writing"):
            pass
    assert out.getvalue().split() == ["Reading", "Writing"]
