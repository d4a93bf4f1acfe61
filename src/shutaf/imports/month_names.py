"""Which month does a person name in words, in Hebrew, Arabic, German or English: March 2025, 3 באפריל 2026?"""

from __future__ import annotations

import re

from shutaf.analysis.text.fold import fold

_NAMES = """
ינואר | يناير | كانون الثاني | Januar | January | Jan | Jänner
פברואר | فبراير | شباط | Februar | February | Feb
מרץ | מרס | مارس | آذار | März | March | Mar | Maerz
אפריל | أبريل | نيسان | April | Apr
מאי | مايو | أيار | Mai | May
יוני | يونيو | حزيران | Juni | June | Jun
יולי | يوليو | تموز | Juli | July | Jul
אוגוסט | أغسطس | آب | August | Aug
ספטמבר | سبتمبر | أيلول | September | Sep | Sept
אוקטובר | أكتوبر | تشرين الأول | Oktober | October | Oct | Okt
נובמבר | نوفمبر | تشرين الثاني | November | Nov
דצמבר | ديسمبر | كانون الأول | Dezember | December | Dec | Dez
"""
_MONTHS = {fold(name): n for n, row in enumerate(_NAMES.strip().splitlines(), 1) for name in row.split("|")}
_DAY_NAME_YEAR = re.compile(r"(?:(\d{1,2})\.?\s+)?([^\d]+?)\.?,?\s+(\d{4})")
_NAME_DAY_YEAR = re.compile(r"()([^\d]+?)\.?\s+(\d{1,2}),?\s+(\d{4})")


def named_month(text: str) -> tuple[str, str, str | None] | None:
    """(year, month, day or None), as they stand; None where no month is named.

    >>> named_month("March 2025"), named_month("3 באפריל 2026"), named_month("about 2025")
    (('2025', '3', None), ('2026', '4', '3'), None)
    """
    if found := _NAME_DAY_YEAR.fullmatch(text):
        name, day, year = found[2], found[3], found[4]
    elif found := _DAY_NAME_YEAR.fullmatch(text):
        name, day, year = found[2], found[1], found[3]
    else:
        return None
    plain = fold(name)
    month = _MONTHS.get(plain) or _MONTHS.get(plain.removeprefix("ב"))
    return (year, str(month), day) if month else None
