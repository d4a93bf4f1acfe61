"""What does an open call say, and what is its trail on paper?"""

from shutaf.reports.call.text import CallAbout, call_texts, foreign_words
from shutaf.reports.call.trail import call_trail

__all__ = ["CallAbout", "call_texts", "call_trail", "foreign_words"]
