"""Numbers that stand typed in the prose of pages, and which of them need no row of data to explain them.

Statistics are cited from data/figures.yml, where each has its date and source; what is typed must be a name, a date or a
count that the sentence itself shows. Each pattern below says why it may be typed. What none of them matches is a
statistic that slipped in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Months by name, in English and Lao; Vietnamese and Chinese write them in digits.
MONTHS = ("January|February|March|April|May|June|July|August|September|October|November|December|"
          "ມັງກອນ|ກຸມພາ|ມີນາ|ເມສາ|ພຶດສະພາ|ມິຖຸນາ|ກໍລະກົດ|ສິງຫາ|ກັນຍາ|ຕຸລາ|ພະຈິກ|ທັນວາ")  # fmt: skip
#: Months of the lunar year in Vietnamese.
LUNAR = "Giêng|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười Một|Mười|Chạp"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
SPAN = r"\s*[–—-]\s*"
DAY = r"\d{1,2}"
DAYS = rf"{DAY}(?:{SPAN}{DAY})?"
#: What makes a number a measure: a count before one of these is a statistic however small it is.
MEASURE = (r"\s*(?:%|percent|phần trăm|ເປີເຊັນ|kilomet|km|ki-lô|ກິໂລ|ກມ|公里|千米|hectare|héc|ha\b|ເຮັກຕາ|公顷|m\b|mét|metre|ແມັດ|米|"
           r"°|độ C|度|USD|VND|đồng|ດົ່ງ|盾|美元|tỷ|triệu|nghìn|ngàn|million|billion|thousand|ລ້ານ|ຕື້|ພັນ|万|亿|"
           r"tonne|tấn|ໂຕນ|吨|MW|kWh|kg|ກິໂລກຣາມ)")  # fmt: skip

#: No digit before and after: a word boundary does not tell 于2014年 apart.
FREE, END = r"(?<![\d.,])", r"(?!\d)"

#: (why it may be typed, what it looks like). They are tried in this order; what one has matched the next does not see.
ALLOWED: tuple[tuple[str, str], ...] = (
    ("number of a law, decree, decision or plan: its name",
     r"(?:ມະຕິ )?\d+\.COM \d+\.\d+|\d+(?:/\d{4})?/[A-ZĐƯ][\w-]*|\d+-[A-ZĐƯ]{2}[\w/-]*|(?:No\.?|số hồ sơ|ເລກ|编号) ?\d+|"
     r"(?:Kế hoạch|Nghị quyết|Quyết định|Plan|Resolution|Decision|ແຜນການ|ມະຕິ|ຂໍ້ຕົກລົງ)(?: số| ເລກທີ)? \d+"),
    ("number of a road or of a company of soldiers: its name",
     r"(?i:quốc lộ|tỉnh lộ|đường|QL|highways?|road|route|AH|ທາງຫຼວງ\S*(?: \S+)?|ເລກ|company|đại đội|ກອງຮ້ອຍ)\s*\d+[A-Z]?"
     r"(?:,? (?:và|and|ແລະ) \d+[A-Z]?)?|\d+[A-Z]?(?:、\d+[A-Z]?)*号|第\d+(?:号|连)|\d+连"),
    ("licence, standard, technical name or size on a screen",
     r"CC BY(?:-SA)? \d\.\d|(?:署名|Ghi công |ອ້າງອີງ |Attribution )4\.0|OFL \d\.\d|WCAG \d\.\d|[A-Za-zĐđ]+\d[\w-]*|"
     + FREE + r"\dD\b|\d+ ?(?:px|像素)"),
    ("address on the web or of a house",
     r"\bsố \d+|(?:街|路)\d+号|" + FREE + r"\d+[A-Z]? (?:đường |phố |ຖະໜົນ )?(?=[A-ZĐ][^\W\d_]+ [A-ZĐ])|[\w.]+\.(?:vn|com)\b"),
    ("telephone number, area code, ISO code, number plate",
     r"\+?(?<!\d)84[ .]?\d[\d .]*\d|(?<!\d)0\d{2,3}(?:[ .]\d+)*(?![\d:])|(?<!\d)(?:11[2-5]|1900|1800)(?:[ .]\d+)*(?!\d)|VN-\d+|"
     r"(?:bắt đầu bằng|begin with|ເລີ່ມດ້ວຍ|ຂຶ້ນຕົ້ນດ້ວຍ|车牌以) ?37(?!\d)"),
    ("time of day: the sentence names who published it",
     r"(?<!\d)\d{1,2}:\d\d|(?:from|to|từ|đến) \d{1,2}(?:\.\d\d| giờ(?: \d\d)?)|24 ?(?:giờ|hours|ຊົ່ວໂມງ|小时)"),
    ("full date, or days of a month",
     rf"(?:ngày )?{DAYS} tháng (?:{DAY}|{LUNAR})(?: năm {YEAR})?|{DAYS} (?:{MONTHS})(?: {YEAR})?|{DAY} ເດືອນ {DAY}|"
     rf"{YEAR}年\d+月(?:\d+日)?|\d+月\d+(?:{SPAN}\d+)?日|{FREE}\d{{1,2}}/\d{{1,2}}/{YEAR}|{FREE}\d{{1,2}}/{YEAR}"),
    ("month, or a span of months", rf"(?:tháng|ເດືອນ) {DAY}(?:{SPAN}{DAY})?(?:/{YEAR})?|{FREE}\d+(?:(?:{SPAN}|至)\d+)?月"),
    ("day of a month", rf"(?:ngày|mồng|mùng|ວັນທີ) {DAYS}|{FREE}\d+(?:{SPAN}\d+)?日|(?:the )?\d+(?:st|nd|rd|th)\b"),
    ("day and month, common or lunar", rf"{FREE}\d{{1,2}}[/-]\d{{1,2}}{END}(?!/)"),
    ("year, decade, or a span of years", rf"{FREE}{YEAR}{END}(?:s|年代?)?(?:(?:{SPAN}|至)(?:{YEAR}|\d{{2}}){END})?"),
    ("century, or the number of a congress, term or anniversary",
     r"(?:thế kỷ|lần thứ|khóa|kỳ|thứ|ສະຕະວັດທີ|ຄັ້ງທີ|ຊຸດທີ|ທີ)\s*\d+|\d+世纪|第\d+(?:届|次|个|任|代)?|\d+周年|\d+ years after|"
     r"(?:kỷ niệm|nhân|dịp|tròn|mừng|phong trào cùng|đi cùng) \d+ năm|"
     r"(?:ສະຫຼອງ|ຄົບຮອບ|ໂອກາດ|ພ້ອມກັບ)\s?\d+ ປີ|(?:marked|and|with) \d+ years of"),
    ("count that the sentence shows by itself: at most twenty, and no measure", rf"{FREE}(?:1?\d|20){END}(?![.,]\d|{MEASURE})"),
)
PATTERNS = [(reason, re.compile(pattern)) for reason, pattern in ALLOWED]
#: Not prose: citations, pictures, targets of links, ids of headings, addresses.
SILENT = re.compile(r"\{\{.*?\}\}|!\[[^\]]*\]\([^)]*\)|(?<=\])\([^)]*\)|\{ ?#[^}]*\}|https?://\S+|^\d+\. ", re.MULTILINE)
NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def unexplained(text: str) -> Iterator[tuple[str, str]]:
    """Every number in `text` (Markdown) that no pattern allows, with the words around it."""
    left = SILENT.sub(" ", text)
    for _, pattern in PATTERNS:
        left = pattern.sub(lambda match: "·" * len(match[0]), left)
    for match in NUMBER.finditer(left):
        yield match[0], left[max(0, match.start() - 30) : match.end() + 20].replace("\n", " ")
