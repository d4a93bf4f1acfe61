"""How wide is each column of a table on paper?

Browsers decide that themselves; Typst and Word are told. Ours: a column needs room for its longest word, and asks for more as its cells hold more.
"""

from __future__ import annotations

from shutaf.reports.document import Line, Table, plain

LONGEST_WORD = 24  # letters; a longer one is hyphenated or broken
SHORT = 18  # letters; a column of such cells does not wrap
MOST_WANTED = 80  # letters; ours: longer lines of a cell wrap
NARROW_BELOW = 52  # letters of a whole table, about half of the text width
CODE_LETTERS = 9.0  # a code of four to six letters under its head


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of the table's width each column gets, codes last; they add up to 1."""
    wanted = [_wanted([head, *(row[i].text for row in table.rows if i < len(row))]) for i, head in enumerate(table.head)]
    if _is_heat(table):
        wanted[1:] = [max(wanted[1:])] * (len(wanted) - 1)
    if table.codes:
        wanted.append(CODE_LETTERS)
    total = sum(wanted)
    return tuple(width / total for width in wanted)


def is_narrow(table: Table) -> bool:
    """Whether the table fits in half of the page, so that it need not be pulled apart to the whole width."""
    longest = (
        max((len(plain(text)) for text in (head, *(row[i].text for row in table.rows if i < len(row)))), default=0)
        for i, head in enumerate(table.head)
    )
    return not _is_heat(table) and sum(longest) + (CODE_LETTERS if table.codes else 0) < NARROW_BELOW


def _is_heat(table: Table) -> bool:
    return len(table.head) > 1 and any(cell.heat is not None for row in table.rows for cell in row)


def _wanted(lines: list[Line]) -> float:
    texts = [plain(text, isolate=False) for text in lines]
    word = max((len(word) for text in texts for word in text.split()), default=1)
    longest = max(map(len, texts))
    if longest <= SHORT:
        return longest + 2.0
    mean = sum(map(len, texts)) / len(texts)
    return float(max(min(word, LONGEST_WORD) + 2, min(1.2 * mean, MOST_WANTED)))
