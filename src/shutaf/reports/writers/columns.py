"""How wide is each column of a table on paper?

Browsers decide that themselves; Typst and Word are told. Ours: a column needs room for its longest word, and asks for more as its cells hold more.
"""

from __future__ import annotations

from shutaf.reports.document import Line, Name, Num, Table, plain

LONGEST_WORD = 24  # letters; a longer one is hyphenated or broken
SHORT = 24  # letters; a column of such cells does not wrap
LETTERS_ACROSS = 100  # letters of a table on A4, with the space between columns
MOST_WANTED = 80  # letters; ours: longer lines of a cell wrap
NARROW_BELOW = 52  # letters of a whole table, about half of the text width
CODE_SHARE = 0.75  # of a letter: how wide one of a small code is
SHAPE_LETTERS = 2.0
PADDING = 2  # letters: the empty sides of a cell
FIRST_LETTERS = 14  # ours: names of several words should not stand one word under the other
SHORTEST_PIECE = 6  # letters; ours: a column narrower than such a word cannot be read
FIRST_COLUMN = 1.25  # ours: names are what one looks for, and they are set bold
MOST_BESIDE = 8  # columns; ours: a table of fewer reads better with a broken word than in parts
CODE_LETTERS = 9.0  # a code of four to six letters under its head


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of the table's width each column gets, codes last; they add up to 1."""
    columns = [[head, *(row[i].text for row in table.rows if i < len(row))] for i, head in enumerate(table.head)]
    wanted = [_wanted(lines) for lines in columns]
    if _is_heat(table):
        wanted[1:] = [max(wanted[1:])] * (len(wanted) - 1)
    elif wanted:
        wanted[0] *= FIRST_COLUMN
    if table.codes:
        wanted.append(CODE_LETTERS)
    wanted = _fitted(wanted, columns)
    total = sum(wanted)
    return tuple(width / total for width in wanted)


def _fitted(wanted: list[float], columns: list[list[Line]]) -> list[float]:
    """Where a line of the page does not hold all that is wanted, the short columns keep theirs and the long ones share the rest.

    Where even the short ones are too many, each keeps room for its longest word, and what is left is shared by what each wants more.
    """
    short = sum(width for width in wanted if width <= SHORT + PADDING)
    long = sum(wanted) - short
    if short + long <= LETTERS_ACROSS:
        return wanted
    if long and short <= LETTERS_ACROSS / 2:
        return [width if width <= SHORT + PADDING else width * (LETTERS_ACROSS - short) / long for width in wanted]
    least = _least(wanted, columns)
    more = [width - word for width, word in zip(wanted, least, strict=True)]
    left = max(LETTERS_ACROSS - sum(least), 0.0) / (sum(more) or 1.0)
    return [word + extra * left for word, extra in zip(least, more, strict=True)]


def _least(wanted: list[float], columns: list[list[Line]]) -> list[float]:
    """Room for the longest word of each column; where all of them are too much, the longest words of all columns part first, numbers never."""
    words = [_longest_word(lines) for lines in columns]
    numbers = [max((_letters((part,)) for text in lines for part in text if isinstance(part, Num)), default=0.0) for lines in columns]
    least: list[float] = []
    for most in range(LONGEST_WORD, SHORTEST_PIECE, -1):
        kept = [max(min(word, most), number) + PADDING for word, number in zip(words, numbers, strict=True)]
        kept[0] = max(kept[0], FIRST_LETTERS)
        least = [min(width, word) for width, word in zip(wanted, [*kept, *wanted[len(kept) :]], strict=True)]
        if sum(least) <= LETTERS_ACROSS:
            break
    return least


def columns_that_fit(table: Table) -> tuple[int, ...]:
    """How many columns after the first stand beside each other in each part, so that no word breaks; () where all fit in one."""
    columns = [[head, *(row[i].text for row in table.rows if i < len(row))] for i, head in enumerate(table.head)]
    first, *others = [_longest_word(lines) + PADDING for lines in columns] or [0]
    room = LETTERS_ACROSS - max(first * FIRST_COLUMN, FIRST_LETTERS) - (CODE_LETTERS if table.codes else 0)
    if len(others) <= MOST_BESIDE or sum(others) <= room:
        return ()
    parts = [0]
    taken = 0.0
    for width in others:
        if parts[-1] and taken + width > room:
            parts.append(0)
            taken = 0.0
        parts[-1] += 1
        taken += width
    return tuple(parts)


def is_narrow(table: Table) -> bool:
    """Whether the table fits in half of the page, so that it need not be pulled apart to the whole width."""
    longest = (
        max((_letters(text) for text in (head, *(row[i].text for row in table.rows if i < len(row)))), default=0)
        for i, head in enumerate(table.head)
    )
    return not _is_heat(table) and sum(longest) + (CODE_LETTERS if table.codes else 0) < NARROW_BELOW


def _is_heat(table: Table) -> bool:
    return len(table.head) > 1 and any(cell.heat is not None for row in table.rows for cell in row)


def _wanted(lines: list[Line]) -> float:
    lengths = [_letters(text) for text in lines]
    if max(lengths) <= SHORT:
        return max(lengths) + PADDING
    mean = sum(lengths) / len(lengths)
    return max(_longest_word(lines) + PADDING, min(1.2 * mean, MOST_WANTED))


def _longest_word(lines: list[Line]) -> int:
    return min(max((len(word) for text in lines for word in plain(text, isolate=False).split()), default=1), LONGEST_WORD)


def _letters(text: Line) -> float:
    """The length of a line, with the small codes of its numbers and the shapes before its names."""
    codes = sum(CODE_SHARE * (len(part.code) + 1) for part in text if isinstance(part, Num) and part.code)
    shapes = sum(SHAPE_LETTERS for part in text if isinstance(part, Name) and part.shape)
    return len(plain(text, isolate=False)) + codes + shapes
