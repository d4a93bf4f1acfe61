"""Which words of a question say little of what is asked? Ours: the commonest of four languages, and those one asks with."""

from __future__ import annotations

from shutaf.analysis.text.fold import fold

_WORDS = """
a an and are as at be by can did do does for from has have how i in is it of on or our the their there this to was we what when where which who why will with you your others other
am an auf aus bei bin das dem den der des die ein eine einem einen einer eines es für gibt hat ich ihr im in ist kann mit nach oder sich sie sind
 um und uns unser von vor wann warum was welche welcher welches wen wer wie wir wo zu zum zur über man andere anderen anderer
אז איזה איזו איך אילו אל אלה אם אני אנחנו את אתם באיזה גם הוא היא הם זה זו יש כדי כי כמה כן כש לא למה לנו מה מי מתי עוד עושים עושות אחרים אחרות עם על עד של שלנו אפשר צריך
أن أو أي إلى إن التي الذي ب ذلك عن على في كم كيف ل لا لماذا لنا ما ماذا متى مع من نحن هذا هذه هل هم هو هي و أين يمكن آخرون آخرين الآخرون الآخرين
"""

SAY_LITTLE = frozenset(fold(word) for word in _WORDS.split())
