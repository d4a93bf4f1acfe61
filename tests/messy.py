"""Five sheets as clerks really keep them, with what a careful reader would find in each. All names, numbers and addresses are invented."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Person = tuple[str, str, str, str, str]
"""Name, body, role, phone, e-mail."""


@dataclass(frozen=True, slots=True)
class Messy:
    """One sheet. bodies: name -> key of the sector, "" where nobody wrote one or it is not ours. asked: what may be asked about."""

    name: str
    write: Callable[[Path], None]
    bodies: dict[str, str]
    people: Sequence[Person]
    asked: Sequence[str] = ()


def _sheet(
    path: Path, title: str, rows: Sequence[Sequence[object]], merged: Sequence[str], then: Callable[[Worksheet], None] = bool
) -> None:  # type: ignore[assignment]
    workbook = Workbook()
    page = workbook.worksheets[0]
    page.title = title
    page.sheet_view.rightToLeft = True
    for row in rows:
        page.append(list(row))
    for box in merged:
        page.merge_cells(box)
    then(page)
    workbook.save(path)


# -- 1: merged titles, merged bodies, two phones in a cell, totals, a second tab --------------------------------

_CONTACTS = [
    ("עיריית נווה אלון – אגף איכות הסביבה",),
    ('רשימת אנשי קשר לשותפויות, עודכן ע"י לשכת מנכ"ל 12.3.2026',),
    (),
    ("מס'", "שם הארגון / הגוף", "סוג", "איש/אשת קשר", "תפקיד", "טלפונים", 'דוא"ל', "הערות"),
    (1, 'מאפיית השחר בע"מ', "עסק", "רונית אלמוג", "בעלים", "04-555-0114 / 052-555-0139", "ronit@shahar.example", "לחזור אחרי החגים"),
    (2, "עמותת ידיים לקהילה", "עמותה", "סמי חדאד", 'מנכ"ל', "04-555-0121\n052-555-0122", "sami@yadayim.example", None),
    (None, None, None, "Noa Peled", "רכזת מתנדבים", "0525550123", "noa@yadayim.example", None),
    (3, "בית ספר אורנים", "בי״ס", "יעל בן-דוד", "מנהלת", "04-555-0130", None, "פנייה דרך אגף החינוך"),
    (4, "מאפיית  השחר בע״מ", "עסק", "אבי אלמוג", "מנהל ייצור", "04-555-0115", None, None),
    (5, "מכללת הגליל המערבי", "מכללה", None, None, "04-555-0140 שלוחה 3", None, "אין עדיין איש קשר"),
    (6, "ועד שכונת הפרחים", "ועד שכונה", "מיכל טל", 'יו"ר', "054-555-0151", "michal@prachim.example", None),
    (None, 'סה"כ ארגונים: 5', None, None, None, None, None, None),
]


def _contacts(path: Path) -> None:
    def second_tab(page: Worksheet) -> None:
        other = page.parent.create_sheet("טיוטה")  # type: ignore[union-attr]
        other.append(["לבדוק עם דוברות"])

    _sheet(path, "גיליון1", _CONTACTS, ["A1:H1", "A2:H2", "B6:B7", "C6:C7"], second_tab)


CONTACTS = Messy(
    "contacts.xlsx",
    _contacts,
    {
        'מאפיית השחר בע"מ': "business",
        "עמותת ידיים לקהילה": "civil_society",
        "בית ספר אורנים": "public",
        "מכללת הגליל המערבי": "academia",
        "ועד שכונת הפרחים": "community",
    },
    [
        ("רונית אלמוג", 'מאפיית השחר בע"מ', "בעלים", "04-555-0114 / 052-555-0139", "ronit@shahar.example"),
        ("אבי אלמוג", 'מאפיית השחר בע"מ', "מנהל ייצור", "04-555-0115", ""),
        ("סמי חדאד", "עמותת ידיים לקהילה", 'מנכ"ל', "04-555-0121 / 052-555-0122", "sami@yadayim.example"),
        ("Noa Peled", "עמותת ידיים לקהילה", "רכזת מתנדבים", "0525550123", "noa@yadayim.example"),
        ("יעל בן-דוד", "בית ספר אורנים", "מנהלת", "04-555-0130", ""),
        ("מיכל טל", "ועד שכונת הפרחים", 'יו"ר', "054-555-0151", "michal@prachim.example"),
    ],
)

# -- 2: windows-1255, semicolons, odd and missing headers, one firm in four spellings -----------------------------

_EXPORT = [
    ("הגוף", "שיוך", "נציג/ה", "", "לפרטים", "עיר"),
    ('נגריית "ארז" בע"מ', "פרטי", "דוד כהן", "04-555-0161", "david@erez.example", "נווה אלון"),
    ("נגריית ארז  בעמ", "פרטי", "רינה כהן", "04-555-0162; 052-555-0163", "", "נווה אלון"),
    ("נגריית ארז", "", "בת שבע ארז", "04-555-0168", "", ""),
    ("אור בקצה - עמותה לנוער", "מגזר שלישי", "לילה מנסור", "050-555-0164", "layla@orbakatze.example", "כפר ורד"),
    ('Green Valley Solutions בע"מ', "הייטק", "Tom Harel תום הראל", "+972-4-555-0165", "tom@greenvalley.example", "נווה אלון"),
    ("המועצה הדתית", "מועצה דתית", "הרב משה לוי", "04-555-0166", "", "נווה אלון"),
    ("קופת גמלים הגליל", "קופה", "שרה ביטון", "*5550", "sara@kupa.example", ""),
    ('סה"כ', "6", "", "", "", ""),
]


def _export(path: Path) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(_EXPORT)
    path.write_bytes(text.getvalue().encode("windows-1255"))


EXPORT = Messy(
    "יצוא.csv",
    _export,
    {
        'נגריית "ארז" בע"מ': "business",
        "אור בקצה - עמותה לנוער": "civil_society",
        'Green Valley Solutions בע"מ': "business",
        "המועצה הדתית": "",
        "קופת גמלים הגליל": "",
    },
    [
        ("דוד כהן", 'נגריית "ארז" בע"מ', "", "04-555-0161", "david@erez.example"),
        ("רינה כהן", 'נגריית "ארז" בע"מ', "", "04-555-0162; 052-555-0163", ""),
        ("בת שבע ארז", 'נגריית "ארז" בע"מ', "", "04-555-0168", ""),
        ("לילה מנסור", "אור בקצה - עמותה לנוער", "", "050-555-0164", "layla@orbakatze.example"),
        ("Tom Harel תום הראל", 'Green Valley Solutions בע"מ', "", "+972-4-555-0165", "tom@greenvalley.example"),
        ("הרב משה לוי", "המועצה הדתית", "", "04-555-0166", ""),
        ("שרה ביטון", "קופת גמלים הגליל", "", "*5550", "sara@kupa.example"),
    ],
    ("מועצה דתית", "קופה"),
)

# -- 3: headers in two rows, headings between the rows instead of a column, Hebrew and English names ------------------

_GROUPED = [
    ("טבלת שותפים 2026 | Partners table",),
    ("פרטי הארגון", None, None, "איש קשר", None, None, None, "הערות"),
    ("שם", "שם באנגלית", "ישוב", "שם", "תפקיד", "נייד", "מייל", None),
    ("עסקים:",),
    ("קפה נגב", "Negev Coffee", "באר גנים", "עומר דיין", "בעלים", "052-555-0171", "omer@negevcoffee.example", "מוכן לארח"),
    ("SunRoof ישראל", "SunRoof Israel Ltd.", "באר גנים", "Dana Stern", "CSR manager", "054-555-0172", "dana@sunroof.example", None),
    ("עמותות:",),
    ("בית חם", None, "באר גנים", "חנה אוחיון", "מנהלת", "052-555-0173", None, "* רק בבקרים"),
    ("נטע - Neta for Youth", "Neta for Youth", "שדה יואב", "עדי רז", "רכז", "050-555-0174", "adi@neta.example", None),
    (None, None, None, "גיל רז", 'יו"ר', "050-555-0175", None, None),
    ("גופים ציבוריים:",),
    ("המחלקה לשירותים חברתיים", None, "באר גנים", "אורית נחום", "מנהלת מחלקה", "08-555-0176", "orit@beerganim.example", None),
    ("שם", "שם באנגלית", "ישוב", "שם", "תפקיד", "נייד", "מייל", "הערות"),
    ("תחנת המשטרה", None, "באר גנים", None, None, "08-555-0177", None, "מוקד בלבד"),
    ("סה״כ", None, None, 6, None, None, None, None),
    ("* הטבלה לשימוש פנימי בלבד",),
]


def _grouped(path: Path) -> None:
    _sheet(path, "שותפים", _GROUPED, ["A1:H1", "A2:C2", "D2:G2", "H2:H3", "A4:H4", "A7:H7", "A11:H11"])


GROUPED = Messy(
    "partners.xlsx",
    _grouped,
    {
        "קפה נגב": "business",
        "SunRoof ישראל": "business",
        "בית חם": "civil_society",
        "נטע - Neta for Youth": "civil_society",
        "המחלקה לשירותים חברתיים": "public",
        "תחנת המשטרה": "public",
    },
    [
        ("עומר דיין", "קפה נגב", "בעלים", "052-555-0171", "omer@negevcoffee.example"),
        ("Dana Stern", "SunRoof ישראל", "CSR manager", "054-555-0172", "dana@sunroof.example"),
        ("חנה אוחיון", "בית חם", "מנהלת", "052-555-0173", ""),
        ("עדי רז", "נטע - Neta for Youth", "רכז", "050-555-0174", "adi@neta.example"),
        ("גיל רז", "נטע - Neta for Youth", 'יו"ר', "050-555-0175", ""),
        ("אורית נחום", "המחלקה לשירותים חברתיים", "מנהלת מחלקה", "08-555-0176", "orit@beerganim.example"),
    ],
)

# -- 4: Arabic and Hebrew in headers, names and words -----------------------------------------------------------------

_BOTH = [
    ("قائمة الشركاء – רשימת שותפים", None, None, None, None, None),
    ("اسم المؤسسة / שם הארגון", "القطاع / מגזר", "جهة الاتصال / איש קשר", "هاتف / טלפון", "إيميل", "ملاحظات / הערות"),
    ("جمعية الزيتونة للتنمية", "جمعية", "سعاد خوري", "04-555-0181", "suad@zaytuna.example", None),
    ("مخبز النور מאפיית אל-נור", "عسك", "خالد نور", "052-555-0182 أو 04-555-0183", None, "يفضّل الاتصال بعد الظهر"),
    ("جمعيّة الزيتونة للتنمية", "עמותה", "منى خوري", "052-555-0184", None, None),
    ("المدرسة الإعدادية ب׳", "مدرسة", "أ. هدى سالم", "04-555-0185", "huda@school-b.example", None),
    ("המועצה המקומית עין סאלם", "רשות מקומית", "מוניר עאסי", "04-555-0186", "munir@einsalem.example", 'מזכ"ל'),
    ("كلية الجليل للهندسة", "كلية", None, None, None, None),
    ("لجنة حي البيادر", "لجنة الحي", "أبو سامر", "050-555-0187", None, None),
    ("المجموع: 6", None, None, None, None, None),
]


def _both(path: Path) -> None:
    _sheet(path, "أوراق", _BOTH, ["A1:F1"])


BOTH = Messy(
    "شركاء.xlsx",
    _both,
    {
        "جمعية الزيتونة للتنمية": "civil_society",
        "مخبز النور מאפיית אל-נור": "",
        "المدرسة الإعدادية ب׳": "public",
        "המועצה המקומית עין סאלם": "public",
        "كلية الجليل للهندسة": "academia",
        "لجنة حي البيادر": "community",
    },
    [
        ("سعاد خوري", "جمعية الزيتونة للتنمية", "", "04-555-0181", "suad@zaytuna.example"),
        ("منى خوري", "جمعية الزيتونة للتنمية", "", "052-555-0184", ""),
        ("خالد نور", "مخبز النور מאפיית אל-נור", "", "052-555-0182 أو 04-555-0183", ""),
        ("أ. هدى سالم", "المدرسة الإعدادية ب׳", "", "04-555-0185", "huda@school-b.example"),
        ("מוניר עאסי", "המועצה המקומית עין סאלם", "", "04-555-0186", "munir@einsalem.example"),
        ("أبو سامر", "لجنة حي البيادر", "", "050-555-0187", ""),
    ],
    ("عسك",),
)

# -- 5: German, semicolons, more unknown words than may be asked -------------------------------------------------------

_GERMAN = [
    ("Ansprechpartnerliste Wirtschaftsförderung", "", "", "", "", "", ""),
    ("Stand: 03/2026, Änderungen bitte an Frau Öztürk", "", "", "", "", "", ""),
    ("Firma/Verein", "Rubrik", "Ansprechpartner/in", "Tel. (dienstl.)", "Mobil", "E-Mail-Adresse", "Bemerkung"),
    ("Bäckerei Süßmilch GmbH", "Unternehmen", "Jörg Süßmilch", "07000/555-114", "0170 5550115", "j@suessmilch.example", ""),
    ("BÄCKEREI SÜSSMILCH  GmbH", "Unternehmen", "Änne Groß", "07000/555-116", "", "", "nur vormittags"),
    ("Bürgerverein Nord e.V.", "e.V.", "Ute Weiß", "", "0170 5550117", "ute@bv-nord.example", ""),
    ("Stadtwerke Musterfurt", "Eigenbetrieb", "Kai Böhm", "07000/555-118", "", "kai@stadtwerke.example", ""),
    ("Volksbank Musterfurt eG", "Genossenschaft", "Ina Lüders", "07000/555-119", "", "ina@bank.example", ""),
    ("Wohnbau eG", "Genossenschaft", "Rolf März", "07000/555-120", "", "", ""),
    ("Freiwillige Feuerwehr", "Feuerwehr", "Tim Köhl", "07000/555-121", "", "", ""),
    ("Kreisklinik", "Klinik", "Dr. Eva Jäger", "07000/555-122", "", "eva@klinik.example", ""),
    ("Fachhochschule Musterfurt", "Hochschule", "Prof. Max Günter", "07000/555-123", "", "max@fh.example", ""),
    ("Kirchengemeinde St. Anna", "Kirche", "", "07000/555-124", "", "", "Pfarrbüro"),
    ("Werbegemeinschaft", "Verein", "Lea Hübner", "07000/555-125", "", "", ""),
    ("Malerbetrieb Kühn", "Handwerk", "Bo Kühn", "07000/555-126", "", "", ""),
    ("Summe: 11 Einträge", "", "", "", "", "", ""),
]  # fmt: skip


def _german(path: Path) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(_GERMAN)
    path.write_bytes(text.getvalue().encode("windows-1252"))


GERMAN = Messy(
    "Ansprechpartner.csv",
    _german,
    {
        "Bäckerei Süßmilch GmbH": "business",
        "Bürgerverein Nord e.V.": "civil_society",
        "Stadtwerke Musterfurt": "",
        "Volksbank Musterfurt eG": "",
        "Wohnbau eG": "",
        "Freiwillige Feuerwehr": "",
        "Kreisklinik": "",
        "Fachhochschule Musterfurt": "academia",
        "Kirchengemeinde St. Anna": "community",
        "Werbegemeinschaft": "civil_society",
        "Malerbetrieb Kühn": "business",
    },
    [
        ("Jörg Süßmilch", "Bäckerei Süßmilch GmbH", "", "07000/555-114 / 0170 5550115", "j@suessmilch.example"),
        ("Änne Groß", "Bäckerei Süßmilch GmbH", "", "07000/555-116", ""),
        ("Ute Weiß", "Bürgerverein Nord e.V.", "", "0170 5550117", "ute@bv-nord.example"),
        ("Kai Böhm", "Stadtwerke Musterfurt", "", "07000/555-118", "kai@stadtwerke.example"),
        ("Ina Lüders", "Volksbank Musterfurt eG", "", "07000/555-119", "ina@bank.example"),
        ("Rolf März", "Wohnbau eG", "", "07000/555-120", ""),
        ("Tim Köhl", "Freiwillige Feuerwehr", "", "07000/555-121", ""),
        ("Dr. Eva Jäger", "Kreisklinik", "", "07000/555-122", "eva@klinik.example"),
        ("Prof. Max Günter", "Fachhochschule Musterfurt", "", "07000/555-123", "max@fh.example"),
        ("Lea Hübner", "Werbegemeinschaft", "", "07000/555-125", ""),
        ("Bo Kühn", "Malerbetrieb Kühn", "", "07000/555-126", ""),
    ],
    ("Genossenschaft", "Eigenbetrieb", "Feuerwehr"),
)

MESSY = (CONTACTS, EXPORT, GROUPED, BOTH, GERMAN)
