"""Which words of names say the same in Hebrew, Arabic, English and German, and which only say the legal form?

Ours: words that stand in the names of many bodies, in the forms they take there. Not a dictionary.
"""

from __future__ import annotations

from shutaf.analysis.text.fold import fold

_SAME = """
fund קרן פאנד פנד funds קרנות صندوق fonds
venture ונצר ונצ'ר ונצ'רס ונצ'ור ventures
partner שותף partners פרטנרס פרטנר שותפים
capital קפיטל הון
invest השקעות השקעה investments investment אינווסטמנט אינווסטמנטס invests להשקעות להשקעה investing استثمار
holding החזקות אחזקות holdings הולדינגס הולדינגז
estate נדלן נדל״ן
energy אנרגיה אנרג'י energies אנרגיות طاقة energie
management ניהול מנג'מנט
group קבוצת קבוצה גרופ مجموعة gruppe
international בינלאומי בינלאומית אינטרנשיונל
israel ישראל israeli ישראלי ישראלית isreal إسرائيل
project פרויקט פרוייקט projects פרויקטים פרוייקטים פרויקטי مشروع projekt
growth צמיחה
entrepreneurship יזמות enterprise enterprises ייזום יזמויות entrepreneurs יזמים
technology טכנולוגיות technologies טכנולוגיה תכנולוגיות תקנולוגיה
industry תעשיות industries תעשיה תעשייה صناعة industrie
film סרט סרטים films movie הסרט
production הפקת הפקה הפקות productions
house בית bait beit beth בתי بيت haus
city עיר העיר مدينة stadt
municipality עירייה עירית עיריית بلدية gemeinde stadtverwaltung
association עמותה עמותת העמותה جمعية verein אגודה אגודת האגודה society
centre center מרכז המרכז مركز zentrum
school مدرسة schule
college מכללה מכללת המכללה كلية
university אוניברסיטה אוניברסיטת جامعة universität
education חינוך לחינוך تعليم bildung
culture תרבות ثقافة kultur
health בריאות صحة gesundheit
community קהילה קהילתי קהילתית קהילת مجتمع gemeinschaft
environment סביבה הסביבה بيئة umwelt
youth נוער הנוער شباب jugend
women נשים نساء frauen
children ילדים أطفال kinder
friends ידידי ידידים أصدقاء freunde
foundation מוסד مؤسسة stiftung
institute מכון معهد institut
company חברה חברת החברה شركة gesellschaft
development פיתוח לפיתוח تطوير entwicklung
economic כלכלה כלכלית הכלכלית اقتصاد economy wirtschaft
social חברתי חברתית חברתיים اجتماعي sozial
solar סולארית סולרית סולאר סולאריות
green ירוק ירוקה גרין أخضر grün
products מוצרי מוצרים פרודקטס
food מזון غذاء
medical רפואי רפואית רפואיים
science מדע מדעי sciences
life חיים החיים
renewal התחדשות
hedge גידור
financing מימון למימון finance
loans הלוואות loan
new חדש חדשה ניו
north צפון הצפון شمال nord
south דרום הדרום جنوب süd
east מזרח المشرق شرق ost
west מערב غرب
usa ארהב ארה״ב us
spain ספרד
china סין
london לונדון
street רחוב st شارع straße strasse
apartments דירות apartment
club מועדון نادي klub
services שירותים שירותי שרותי service خدمات
and אנד und
parallel מקבילה מקביל
feeder מזינה מזין פידר
alternative אלטרנטיביים אלטרנטיבי
"""
_LEGAL = """
שותפות מוגבלת מוגבל שמ לפ אלפי בעמ ער חלצ
limited partnership partenship parnership partnershi ltd lp llp llc inc corp plc co gmbh ggmbh ev ag kg ug eg mbh محدودة ذم
"""

_LITTLE = """
the of for in a an by של את על עם من في على der die das für im am
"""

SAME: dict[str, str] = {}
for _line in _SAME.split("\n"):
    for _word in _line.split():
        SAME.setdefault(fold(_word), _line.split()[0])
"""What a folded word says, by the first word of its line."""

LEGAL = frozenset(fold(word) for word in _LEGAL.split())
LITTLE = frozenset(fold(word) for word in _LITTLE.split())
