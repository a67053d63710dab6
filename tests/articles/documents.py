"""Documents as people send them, made by the libraries that make them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from fpdf import FPDF
from PIL import Image

HEADLINE = "Fire on the Quay"
LEAD = (
    "LOWEN, March 9, 2021 - A fire broke out in a grain warehouse at Lowen Harbour on Monday evening, the fire "
    "service said on Tuesday, after workers had complained about the wiring since September 24, 2020."
)
SECOND = "Two people were hurt when the roof fell in the early hours of the morning, a spokeswoman said."
STORY = (HEADLINE, LEAD, SECOND)


class Paper(FPDF):
    """Pages with a line above and a number below."""

    def __init__(self, above: str = "") -> None:
        super().__init__()
        self.above = above

    def header(self) -> None:
        if self.above:
            self.set_font("Times", size=8)
            self.cell(0, 8, self.above, new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        if self.above:
            self.set_y(-12)
            self.set_font("Times", size=8)
            self.cell(0, 8, f"Page {self.page_no()}")


def pdf(
    paragraphs: Sequence[str] = STORY,
    *,
    above: str = "",
    width: float = 0,
    apart: float = 3,
    made: datetime | None = None,
    password: str = "",
) -> bytes:
    """A PDF of paragraphs, set justified in one column."""
    paper = Paper(above)
    paper.set_title(HEADLINE)
    if made:
        paper.set_creation_date(made)
    if password:
        paper.set_encryption(owner_password="owner", user_password=password)
    paper.add_page()
    paper.set_font("Times", size=11)
    for paragraph in paragraphs:
        paper.multi_cell(width, 5, paragraph, new_x="LMARGIN", new_y="NEXT", align="J")
        paper.ln(apart)
    return bytes(paper.output())


def lines_pdf(lines: Sequence[str]) -> bytes:
    """A PDF of lines as they stand, evenly apart."""
    paper = FPDF()
    paper.add_page()
    paper.set_font("Times", size=11)
    for line in lines:
        paper.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def columns_pdf(left: str, right: str) -> bytes:
    """A PDF of two columns."""
    paper = FPDF()
    paper.add_page()
    paper.set_font("Times", size=11)
    for number, column in enumerate((left, right)):
        paper.set_xy(10 + number * 100, 20)
        paper.multi_cell(85, 5, column)
    return bytes(paper.output())


def scan_pdf() -> bytes:
    """A PDF that is a picture of a page."""
    paper = FPDF()
    paper.add_page()
    paper.image(Image.new("L", (200, 300), 255), x=0, y=0, w=210)
    return bytes(paper.output())


def word(
    paragraphs: Sequence[str] = STORY,
    *,
    created: datetime | None = None,
    title: str = "",
    cells: Sequence[str] = ("Fire engines", "12"),
) -> bytes:
    """A Word document: a headline, paragraphs, a table."""
    document = docx.Document()
    if created:
        document.core_properties.created = created
    document.core_properties.title = title
    document.add_heading(paragraphs[0], 0)
    for paragraph in paragraphs[1:]:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    for number, cell in enumerate(cells):
        table.cell(0, number).text = cell
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def mail(
    *,
    plain: str = "",
    html: str = "",
    date: str = "Tue, 09 Mar 2021 23:30:00 -0500",
    attached: Sequence[tuple[str, bytes]] = (),
) -> bytes:
    """An e-mail with a text, a page, or both, and files."""
    message = EmailMessage()
    message["Subject"] = HEADLINE
    message["From"] = "Lowen Post <desk@lowen-post.example>"
    if date:
        message["Date"] = date
    if plain:
        message.set_content(plain)
    if html:
        message.add_alternative(html, subtype="html") if plain else message.set_content(html, subtype="html")
    for name, body in attached:
        message.add_attachment(body, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def zipped(members: Sequence[tuple[str, bytes]]) -> bytes:
    """A zip of files under these names, whatever they are."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, body in members:
            archive.writestr(name, body)
    return packed.getvalue()


RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lowen Post</title>
<item><title>Fire &amp;amp; Water</title><link>https://lowen-post.example/2021/03/09/fire</link>
<pubDate>Tue, 09 Mar 2021 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>A fire broke out on <b>Mon</b>day evening.</p><p>Two were hurt.<br>One left.</p>
<script>alert(1)</script>]]></content:encoded></item>
<item><title>Only a title</title></item>
<item><description>Rain fell in Arden.</description></item>
</channel></rss>"""

ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Lowen Post</title><entry><title>Fire</title>
<link href="https://lowen-post.example/fire"/><published>2021-03-09T23:30:00-05:00</published>
<updated>2021-03-11T08:00:00Z</updated><summary>A fire broke out.</summary></entry></feed>"""
