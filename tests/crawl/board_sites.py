"""Trusts' sites on this machine, one for each layout in which board papers are met in practice (domain facts, part E).

All content is invented, whatever real organisation a site is filed under: no such meeting, paper or page exists. Days are reckoned from
the day of the test, so that "the last three years" stays what it is.
"""

from __future__ import annotations

import datetime
import functools
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

import fpdf

from tests.crawl.replica import Reply

Day = datetime.date
NOT_FOUND = b"<html><head><title>Page not found</title></head><body><main><h1>Sorry, we can't find that page</h1></main></body></html>"


@dataclass
class Site:
    """One site: what it serves, and what is to be found on it."""

    name: str
    org: str
    pages: dict[str, Reply] = field(default_factory=dict)
    papers: dict[str, str] = field(default_factory=dict)
    """Path of each of the board's papers → the day of its meeting."""
    decoys: list[str] = field(default_factory=list)
    """Paths of files that are no papers of the board's, or too old."""
    meetings: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    """Each meeting to come → its time and place."""
    reasons: tuple[str, ...] = ()
    """What the issues are to say."""
    titles: dict[str, str] = field(default_factory=dict)
    """Path → the end of its title."""

    def page(self, path: str, body: str, *, title: str = "", head: str = "", status: int = 200) -> None:
        self.pages[path] = Reply(f"<!doctype html><html lang='en'><head><title>{title or 'Invented'}</title>{head}</head><body>{body}"
                                 "</body></html>".encode(), status=status)

    def paper(self, path: str, day: Day, *, pages: int = 2, text: str = "", title: str = "", media_type: str = "application/pdf") -> str:
        """A paper of the board's that is to be found; gives its path."""
        self.papers[path] = day.isoformat()
        self.pages[path] = Reply(pdf(text or f"Invented paper of a board of directors, put before its meeting in public: {path}", pages),
                                 headers={"Content-Type": media_type})
        if title:
            self.titles[path] = title
        return path

    def decoy(self, path: str, words: str = "Invented file that is no paper of any board") -> str:
        """A file that must not be taken; gives its path."""
        self.decoys.append(path)
        self.pages[path] = Reply(pdf(words, 1), headers={"Content-Type": "application/pdf"})
        return path


@functools.cache
def pdf(text: str, pages: int = 1) -> bytes:
    """A PDF of so many pages."""
    writer = fpdf.FPDF()
    writer.set_creation_date(datetime.datetime(2019, 5, 14, tzinfo=datetime.UTC))
    writer.set_font("helvetica", size=11)
    for number in range(1, pages + 1):
        writer.add_page()
        writer.multi_cell(0, 6, text if number == 1 else f"Invented page {number} of a pack, which tells that all went on as it had been planned.",
                          new_x="LMARGIN", new_y="NEXT")
    return bytes(writer.output())


def thursday(today: Day, months: int) -> Day:
    """The first Thursday of the month that lies so many months from this one."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    first = Day(year, month + 1, 1)
    return first + datetime.timedelta(days=(3 - first.weekday()) % 7)


def long(day: Day) -> str:
    """5 March 2026"""
    return f"{day.day} {day:%B} {day.year}"


def ordinal(day: Day) -> str:
    """5th"""
    return f"{day.day}{'th' if 11 <= day.day <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day.day % 10, 'th')}"


def financial(day: Day) -> str:
    """2025/26"""
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


MENU = """<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/services">Services</a></li><li><a href="/news/">News</a></li>
<li><a href="/jobs">Jobs and careers</a></li><li><a href="/patients-and-visitors">Patients and visitors</a></li>
<li><a href="/about-us/">About us</a></li><li><a href="/contact">Contact us</a></li></ul></nav>"""
FOOT = """<footer><a href="/privacy.pdf">Privacy notice (PDF)</a> <a href="/accessibility">Accessibility statement</a>
<a href="/foi">Freedom of information</a></footer>"""


def year_folders(today: Day) -> Site:
    """Home, about us, the board, its papers, a folder a year, a page a meeting, WordPress uploads; old years and other bodies beside."""
    site = Site("year-folders", "RX1")
    recent, before, last_year, old = (thursday(today, months) for months in (-1, -3, -14, -60))
    site.page("/", f"{MENU}<main><h1>Welcome (invented)</h1><a href='/news/board-chair'>Board appoints new chair</a></main>{FOOT}")
    site.page("/about-us/", f"""{MENU}<main><h1>About us</h1><ul><li><a href="/about-us/our-board/">Our board</a></li>
        <li><a href="/about-us/council-of-governors/">Council of Governors</a></li><li><a href="/about-us/charity/">Our charity</a></li>
        <li><a href="/about-us/policies/">Policies</a></li></ul></main>{FOOT}""")
    site.page("/about-us/our-board/", f"""{MENU}<main><h1>Our board</h1><p>Who sits on our invented board.</p>
        <ul><li><a href="/about-us/our-board/members/">Board members</a></li><li><a href="/about-us/our-board/board-papers/">Board papers</a></li>
        <li><a href="/about-us/our-board/committees/">Board committees</a></li></ul></main>{FOOT}""")
    years = sorted({financial(day) for day in (recent, before, last_year, old)}, reverse=True)
    site.page("/about-us/our-board/board-papers/", f"{MENU}<main><h1>Board papers</h1><ul>" + "".join(
        f'<li><a href="/about-us/our-board/board-papers/{year.replace("/", "-")}/">{year}</a></li>' for year in years) + f"""</ul>
        <h2>Governance documents</h2><ul><li><a href="{site.decoy('/wp-content/uploads/2026/01/Standing-Orders.pdf')}">Standing orders (PDF)</a></li>
        <li><a href="{site.decoy('/wp-content/uploads/2025/12/Audit-Committee-ToR.pdf')}">Audit Committee terms of reference (PDF)</a></li>
        </ul></main>{FOOT}""", title="Board papers | Invented trust")
    for day in (recent, before, last_year, old):
        folder = f"/about-us/our-board/board-papers/{financial(day).replace('/', '-')}/"
        same = [other for other in (recent, before, last_year, old) if financial(other) == financial(day)]
        site.page(folder, f"{MENU}<main><h1>Board papers {financial(day)}</h1>" + "".join(
            f'<p><a href="{folder}{other:%d-%m-%Y}/">Board meeting {ordinal(other)} {other:%B}</a></p>' for other in same) + f"</main>{FOOT}")
        uploads = f"/wp-content/uploads/{day.year}/{day.month:02d}/"
        add: Callable[[str], str] = site.decoy if day == old else lambda path, day=day: site.paper(path, day)  # type: ignore[misc]
        site.page(f"{folder}{day:%d-%m-%Y}/", f"""{MENU}<main><h1>Trust Board meeting in public – {long(day)}</h1><ul>
            <li><a href="{add(f'{uploads}Agenda-1.pdf')}">Agenda</a> (PDF, 120KB)</li>
            <li><a href="{add(f'{uploads}Item-7-QC.pdf')}">Item 7 – Quality Committee chair's report</a></li>
            <li><a href="{add(f'{uploads}Item-9-IPR.pdf')}">Item 9 – Integrated performance report</a></li></ul></main>
            <aside class="sidebar"><h2>Related</h2><a href="{site.decoy('/wp-content/uploads/2025/01/Your-stay.pdf')}">Your stay: a leaflet (PDF)</a>
            <a href="{site.decoy('/wp-content/uploads/2025/01/Strategy.pdf')}">Our strategy (PDF)</a></aside>{FOOT}""")
    site.page("/about-us/council-of-governors/", f"<main><h1>Council of Governors</h1><a href='{site.decoy('/wp-content/uploads/2026/02/cog.pdf')}'>"
              f"Papers {long(recent)}</a></main>")
    site.decoy("/privacy.pdf")
    return site


def accordions(today: Day) -> Site:
    """One page, collapsed accordions of three makes, and a download handler that hides the names of its files."""
    site = Site("accordions", "RHA")
    days = [thursday(today, months) for months in (-1, -2, -4)]
    handler = (f"/download.cfm?doc=docm93jijm4n{number}.pdf&amp;ver={number + 3}" for number in range(100, 200))

    def paper(day: Day) -> str:
        link = next(handler)
        site.paper(link.replace("&amp;", "&"), day)
        return link

    def decoy() -> str:
        link = next(handler)
        site.decoy(link.replace("&amp;", "&"))
        return link
    site.page("/", f"{MENU}<h1>Invented</h1><ul class='mega-menu'><li><a href='/about/trust-board-meetings/'>Trust Board meetings</a></li></ul>")
    site.page("/about/trust-board-meetings/", f"""{MENU}<h1>Trust Board meetings and papers</h1>
        <details><summary>{days[0]:%A} {days[0].day}<sup>{ordinal(days[0])[-2:]}</sup>&nbsp;{days[0]:%B}&nbsp;{days[0].year}</summary>
        <ul><li><a href="{paper(days[0])}">Public agenda and papers</a></li><li><a href="{paper(days[0])}">Enclosure 12: People Committee assurance report</a></li>
        <li><a href="{decoy()}">How to ask a question at our meetings</a></li></ul></details>
        <div class="accordion"><h3><button aria-expanded="false" aria-controls="panel-2">{days[1]:%d/%m/%Y}</button></h3>
        <div id="panel-2" hidden><p><a href="{paper(days[1])}">Agenda</a></p><p><a href="{paper(days[1])}">Minutes of the meeting held on {long(days[2])}</a></p>
        <p><a href="{paper(days[1])}">Annual report of the safeguarding team</a></p></div></div>
        <div class="panel"><a data-toggle="collapse" href="#c3">{days[2]:%d.%m.%y}</a><div id="c3" class="collapse">
        <a href="{paper(days[2])}">Board pack</a></div></div>
        <details><summary>Council of Governors {long(days[0])}</summary><a href="{decoy()}">Agenda and papers</a></details>
        <details><summary>Policies</summary><a href="{decoy()}">Complaints policy (PDF)</a><a href="{decoy()}">Standing financial instructions</a></details>
        <details><summary>Patient leaflets</summary><a href="{decoy()}">Leaflet: pain after surgery, {long(days[1])}</a></details>{FOOT}""")
    return site


def tables_of_downloads(today: Day) -> Site:
    """Tables with DD/MM dates and ``/download_file/view/…``; committees' rows between the board's."""
    site = Site("tables", "RXX")
    days = [thursday(today, months) for months in (-1, -3, -5)]
    rows = ""
    number = 200
    for day in days:
        rows += f"<tr><td>{day:%d/%m/%Y}</td><td>Board of Directors</td>"
        for words in ("Agenda", "Papers part 1", "Papers part 2"):
            rows += f"<td><a href='{site.paper(f'/download_file/view/{number}/{number + 31}', day)}'>{words}</a></td>"
            number += 1
        committee = day + datetime.timedelta(days=6)
        rows += (f"</tr><tr><td>{committee:%d/%m/%Y}</td><td>Quality and Safety Committee</td>"
                 f"<td><a href='{site.decoy(f'/download_file/view/{number}/{number + 31}')}'>Agenda</a></td><td></td><td></td></tr>")
        number += 1
    old = thursday(today, -62)
    rows += (f"<tr><td>{old:%d/%m/%Y}</td><td>Board of Directors</td><td><a href='{site.decoy('/download_file/view/9/9')}'>Agenda</a></td>"
             "<td></td><td></td></tr>")
    site.page("/", f"{MENU}<h1>Invented</h1>")
    site.page("/about-us/", f"{MENU}<h1>About us</h1><a href='/about-us/meetings'>Meetings and papers</a><a href='/about-us/board-members'>Meet the board</a>")
    site.page("/about-us/meetings", f"<h1>Meetings in public</h1><table><tr><th>Date</th><th>Meeting</th><th colspan=3>Papers</th></tr>{rows}</table>{FOOT}",
              title="Board meetings and papers – Invented")
    return site


def navigated(today: Day) -> Site:
    """``/navigate/…`` for pages and files alike, headings with the dates, years without in the links."""
    site = Site("navigate", "RP1")
    days = [thursday(today, months) for months in (-2, -8)]
    site.page("/", f"{MENU}<h1>Invented</h1><a href='/navigate/10/1'>Corporate governance</a>")
    site.page("/navigate/10/1", f"{MENU}<h1>Corporate governance</h1><a href='/navigate/10/2'>Board of Directors' meetings</a>"
              f"<a href='/navigate/10/3'>Annual reports and accounts</a><a href='{site.decoy('/navigate/10/77')}'>Register of gifts and hospitality (PDF)</a>")
    parts = ""
    for number, day in enumerate(days):
        site.page(f"/navigate/11/{number}", f"""<h1>Board of Directors</h1><h2>Meeting papers {day.year}</h2><h3>{day:%A} {ordinal(day)} {day:%B}</h3>
            <p><a href="{site.paper(f'/navigate/12/{number}1', day)}">Agenda [pdf] 140KB</a></p>
            <p><a href="{site.paper(f'/navigate/12/{number}2', day)}">Chief Executive's report [pdf] 1.1MB</a></p>
            <h3>Useful documents</h3><p><a href="{site.decoy(f'/navigate/12/{number}8')}">Visitors' car parking map [pdf] 2MB</a></p>""")
        parts += f"<li><a href='/navigate/11/{number}'>{ordinal(day)} {day:%B} {day.year}</a></li>"
    site.page("/navigate/10/2", f"{MENU}<h1>Board of Directors' meetings</h1><ul>{parts}</ul><h2>Committees</h2>"
              f"<a href='/navigate/13/0'>Finance Committee {long(days[0])}</a>")
    site.page("/navigate/13/0", f"<h1>Finance Committee</h1><a href='{site.decoy('/navigate/13/1')}'>Agenda {long(days[0])} [pdf]</a>")
    return site


def active_server_pages(today: Day) -> Site:
    """``.aspx`` pages with the year in the query, and a document handler."""
    site = Site("aspx", "RDU")
    recent, earlier = thursday(today, -1), thursday(today, -15)
    site.page("/", f"{MENU}<h1>Invented</h1><a href='/OurBoard/Default.aspx'>Our Board</a>")
    years = sorted({recent.year, earlier.year, today.year - 9}, reverse=True)
    tabs = "".join(f"<a href='/OurBoard/Meetings.aspx?year={year}'>{year}</a> " for year in years)
    site.page("/OurBoard/Default.aspx", "<form><h1>Our Board</h1><a href='/OurBoard/Meetings.aspx'>Board meetings</a><a href='/OurBoard/Vacancies.aspx'>"
              "Board vacancies: non-executive director</a></form>")
    site.page("/OurBoard/Meetings.aspx", f"<form><h1>Board meetings</h1><p>Choose a year: {tabs}</p></form>")
    for year in years:
        body = ""
        for day in (recent, earlier):
            if day.year == year:
                link = site.paper(f"/OurBoard/GetDocument.aspx?id={day:%m}7&amp;lang=en".replace("&amp;", "&"), day)
                body += f"<div class='doc'><a href='{link.replace('&', '&amp;')}'>Public Board {day.day}-{day:%b}-{day:%y}</a></div>"
        link = site.decoy(f"/OurBoard/GetDocument.aspx?id={year}1")
        body += f"<div class='doc'><a href='{link}'>Annual members' meeting {year}</a></div>"
        if year == today.year - 9:
            link = site.decoy(f"/OurBoard/GetDocument.aspx?id={year}2")
            body += f"<div class='doc'><a href='{link}'>Public Board 2 March {year}</a></div>"
        site.page(f"/OurBoard/Meetings.aspx?year={year}", f"<form><h1>Board meetings {year}</h1><p>{tabs}</p>{body}</form>")
    site.page("/OurBoard/Vacancies.aspx", f"<h1>Vacancies</h1><a href='{site.decoy('/OurBoard/GetDocument.aspx?id=5')}'>Candidate pack: Board (PDF)</a>")
    return site


def file_names_only(today: Day) -> Site:
    """Links that say "Download"; the file's name holds the day, in three ways; a list over two pages."""
    site = Site("file-names", "RJ7")
    days = [thursday(today, months) for months in (-1, -3, -6, -9)]
    names = (f"{days[0]:%Y-%m-%d}-public-board-pack", f"Public_Board_{days[1]:%d.%m.%y}", f"trust-board-papers-{days[2]:%d-%m-%Y}",
             f"Board%20Papers%20{days[3]:%B}%20{days[3].year}")
    items = [f"<div class='card'><h4>Board papers</h4><a class='btn' href='{site.paper(f'/download/{name}.pdf?ver={number}&doc=docm9{number}', day)}'"
             ">Download</a></div>".replace("&doc", "&amp;doc") for number, (name, day) in enumerate(zip(names, days, strict=True))]
    # The last name gives a month; the day stands in the paper.
    last = f"/download/{names[3]}.pdf?ver=3&doc=docm93"
    site.paper(last, days[3], text=f"Board of Directors. Meeting in public to be held on {long(days[3])} (invented). Agenda. Apologies.")
    site.page("/", f"{MENU}<h1>Invented</h1><a href='/board-papers'>Latest board papers</a>")
    site.page("/board-papers", f"{MENU}<h1>Public board papers</h1>{items[0]}{items[1]}"
              f"<div class='card'><h4>Newsletter</h4><a class='btn' href='{site.decoy('/download/spring-newsletter.pdf?ver=2')}'>Download</a></div>"
              "<nav class='pagination'><a rel='next' href='/board-papers?page=2'>Next</a></nav>")
    site.page("/board-papers?page=2", f"{MENU}<h1>Public board papers</h1>{items[2]}{items[3]}"
              f"<div class='card'><h4>Board papers</h4><a class='btn' href='{site.decoy('/download/board-papers-march-2015.pdf?ver=1')}'>Download</a></div>"
              "<nav class='pagination'><a href='/board-papers'>Previous</a></nav>")
    return site


def agenda_is_the_pack(today: Day) -> Site:
    """What is called an agenda is one, or the whole pack; dates to come in a table, and in the pack."""
    site = Site("agenda-pack", "RGT")
    recent, earlier, coming, later = (thursday(today, months) for months in (-1, -3, 1, 3))
    pack = site.paper("/media/1001/agenda-a.pdf", recent, pages=130, title="Agenda (the whole pack, 130 pages)",
                      text=f"Board of Directors, meeting in public, {long(recent)} (invented). Agenda. 1 Apologies. 2 Minutes. "
                           f"Date of next meeting: {coming:%A} {long(coming)} at 9.30am, Boardroom, Invented House.")
    thin = site.paper("/media/1002/agenda-b.pdf", earlier, pages=3, title="Agenda")
    site.page("/", f"{MENU}<h1>Invented</h1><a href='/about-us/board-meetings'>Board meetings</a>")
    site.page("/about-us/board-meetings", f"""{MENU}<main><h1>Board meetings</h1><h2>Dates of our meetings</h2>
        <table><tr><th>Date</th><th>Time</th><th>Venue</th></tr>
        <tr><td>{coming:%A} {ordinal(coming)} {coming:%B} {coming.year}</td><td>9.30am</td><td>Boardroom, Invented House</td></tr>
        <tr><td>{later:%d/%m/%Y}</td><td>13:00</td><td>Microsoft Teams</td></tr></table>
        <h2>Governors' meetings</h2><p>Council of Governors: {long(thursday(today, 2))}, 5pm, Lecture Theatre</p>
        <h2>Papers</h2><h3>{long(recent)}</h3><p><a href="{pack}">Agenda</a></p><h3>{long(earlier)}</h3><p><a href="{thin}">Agenda</a></p>
        <h2>Other documents</h2><p><a href="{site.decoy('/media/1003/ar.pdf')}">Annual report and accounts {recent.year} (PDF)</a></p></main>{FOOT}""")
    site.meetings = {coming.isoformat(): ("09:30", "Boardroom, Invented House"), later.isoformat(): ("13:00", "Microsoft Teams")}
    return site


def zipped(today: Day) -> Site:
    """A ZIP a meeting, with an index."""
    site = Site("zipped", "RWD")
    day = thursday(today, -2)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in ("01 Agenda.pdf", "Part 2/02 Quality_Committee report.pdf"):
            archive.writestr(name, pdf(f"Invented paper of a board of directors in a ZIP: {name}", 2))
        archive.writestr("03 Recording.mp3", b"\xff\xfb\x90" * 300)
    path = f"/sites/default/files/board-{day:%Y-%m-%d}.zip"
    site.pages[path] = Reply(stream.getvalue(), headers={"Content-Type": "application/zip"})
    for member, title in (("01%20Agenda.pdf", "01 Agenda"), ("Part%202/02%20Quality_Committee%20report.pdf", "02 Quality Committee report")):
        site.papers[f"{path}#{member}"] = day.isoformat()
        site.titles[f"{path}#{member}"] = title
    site.page("/", f"{MENU}<h1>Invented</h1><a href='/about/board'>The Trust Board</a>")
    site.page("/about/board", "<h1>The Trust Board</h1><a href='/about/board/papers'>Agendas and papers</a><a href='/news/board'>Board news</a>")
    site.page("/about/board/papers", f"<h1>Trust Board agendas and papers</h1><ul><li><a href='{path}'>{long(day)}: all papers (ZIP, 9 MB)</a></li></ul>")
    site.reasons = ("neither text nor a known document format",)
    return site


def data_of_scripts(today: Day) -> Site:
    """A list that a script draws from JSON in the page."""
    site = Site("json", "RTG")
    days = [thursday(today, months) for months in (-1, -4)]
    documents = [{"title": "Public Trust Board papers", "meetingDate": day.isoformat() + "T09:30:00Z",
                  "files": [{"name": words, "url": site.paper(f"/api/files/{number}{index}", day)} for index, words in
                            enumerate(("Agenda.pdf", "Integrated performance report.pdf"))]} for number, day in enumerate(days)]
    documents.append({"title": "Audit Committee papers", "meetingDate": days[0].isoformat(), "files": [
        {"name": "Agenda.pdf", "url": site.decoy("/api/files/99")}]})
    site.page("/", f"{MENU}<h1>Invented</h1><a href='/who-we-are/board-meetings/'>Board meetings and papers</a>")
    state = json.dumps({"props": {"pageProps": {"documents": documents, "build": "/_next/static/x.js"}}})
    site.page("/who-we-are/board-meetings/", "<div id='__next'><h1>Board meetings and papers</h1><p>Loading…</p></div>"
              f"<script id='__NEXT_DATA__' type='application/json'>{state}</script>")
    return site


def only_a_script(today: Day) -> Site:
    """A list that a script fetches: nothing is there by GET."""
    site = Site("script", "RTE")
    site.page("/", f"{MENU}<h1>Invented</h1><a href='/about/board-papers'>Board papers</a>")
    site.page("/about/board-papers", "<h1>Board papers</h1><div id='list' data-endpoint='/api/x'>Loading papers...</div>"
              "<script>fetch('/api/x?type=board').then(draw)</script><noscript>Please turn on JavaScript.</noscript>")
    site.reasons = ("the list is built by a script",)
    return site


def integrated_care_board(today: Day) -> Site:
    """An ICB, whose very name says board: policies and committees of the "integrated care board" are not its meetings."""
    site = Site("icb", "QMM")
    days = [thursday(today, months) for months in (-2, -4)]
    coming = thursday(today, 2)
    site.page("/", """<nav><a href='/about/'>About the Integrated Care Board</a><a href='/news/'>News from the Integrated Care Board</a>
        <a href='/get-involved'>Get involved</a></nav><h1>Invented Integrated Care Board</h1>""", title="Invented Integrated Care Board")
    site.page("/about/", """<h1>About the Integrated Care Board</h1><ul><li><a href='/about/meetings/'>ICB Board meetings and papers</a></li>
        <li><a href='/about/icp/'>Integrated Care Partnership meetings</a></li><li><a href='/about/committees/'>Committees of the Integrated Care Board</a></li>
        <li><a href='/about/policies/'>Integrated Care Board policies</a></li></ul>""")
    blocks = "".join(f"""<section><h2>{ordinal(day)} {day:%B} {day.year}</h2>
        <p><a href="{site.paper(f'/documents/{number}/download', day)}">ICB Board agenda and papers</a></p>
        <p><a href="{site.paper(f'/documents/{number}5/download', day)}">Questions and answers from the public</a></p></section>""" for number, day in enumerate(days, 40))
    site.page("/about/meetings/", f"""<h1>Meetings of the Integrated Care Board</h1><h2>Next meeting</h2>
        <p>Our next meeting in public is on {coming:%A} {ordinal(coming)} {coming:%B} {coming.year}, 1pm to 4pm, at Invented Town Hall.</p>{blocks}
        <section><h2>Integrated Care Board documents</h2><p><a href="{site.decoy('/documents/71/download')}">Integrated Care Board constitution (PDF)</a></p>
        <p><a href="{site.decoy('/documents/72/download')}">Integrated Care Board complaints policy (PDF)</a></p></section>""")
    site.page("/about/icp/", f"<h1>Integrated Care Partnership</h1><a href='{site.decoy('/documents/73/download')}'>Papers {long(days[0])}</a>")
    site.meetings = {coming.isoformat(): ("13:00", "Invented Town Hall")}
    return site


def boards_in_common(today: Day) -> Site:
    """A group whose boards meet in common: one pack serves several trusts. Committees in common and another trust's pack stand beside."""
    site = Site("in-common", "RXK")
    day = thursday(today, -1)
    site.page("/", f"{MENU}<h1>Invented group</h1><a href='/group/boards-in-common'>Boards in Common</a>")
    site.page("/group/boards-in-common", f"""<h1>Boards in Common</h1><h2>Meetings in public</h2>
        <div><p><strong>{long(day)}</strong></p><ul><li><a href="{site.paper('/files/bic-public.pdf', day)}">Boards in Common public pack</a></li>
        <li><a href="{site.paper('/files/bic-supplement.pdf', day)}">Supplementary papers</a></li></ul></div>
        <h2>Committees in Common</h2><div><p><strong>{long(day)}</strong></p><ul><li><a href="{site.decoy('/files/cic.pdf')}">Committees in Common pack</a></li></ul></div>
        <h2>Papers of our partners</h2><p><a href="{site.decoy('/files/partner.pdf')}">Birmingham Community Healthcare NHS Foundation Trust board papers, {long(day)}</a></p>""")
    return site


def soft_not_found(today: Day) -> Site:
    """Links to papers that answer 200 with "not found" or a log-in; a page of a document between list and file."""
    site = Site("soft-404", "RYJ")
    day = thursday(today, -1)
    site.page("/", f"{MENU}<h1>Invented</h1><a href='/board-papers/'>Board papers</a>")
    site.page("/board-papers/", f"""<h1>Board papers</h1><h2>{long(day)}</h2><ul><li><a href="{site.paper('/files/pack.pdf', day)}">Board pack</a></li>
        <li><a href="/files/gone.pdf">Supplementary pack</a></li><li><a href="/files/members.pdf">Minutes</a></li>
        <li><a href="/document/board-minutes-{day:%d-%B-%Y}/">Minutes of the board, {long(day)}</a></li></ul>""")
    site.pages["/files/gone.pdf"] = Reply(NOT_FOUND)
    site.pages["/files/members.pdf"] = Reply(b"<html><title>Log in</title><body><h1>Log in</h1><form><input type='password'></form></body></html>")
    site.page(f"/document/board-minutes-{day:%d-%B-%Y}/", f"""<h1>Board minutes {long(day)}</h1><p>Published {long(day)}</p>
        <a class='button' href="{site.paper('/files/minutes-final.pdf', day)}">Download (PDF, 200KB)</a>
        <section><h2>Related documents</h2><a href="{site.decoy('/files/leaflet.pdf')}">Hand hygiene leaflet (PDF)</a></section>""")
    site.reasons = ("the site answers 200 and says that the page is not there", "the site wants a log-in")
    return site


def tabs_and_months(today: Day) -> Site:
    """A tab a year, a month a heading, nested lists; the months hold other bodies' papers too."""
    site = Site("tabs", "RXW")
    days = sorted((thursday(today, months) for months in (-1, -13)), reverse=True)
    tabs = "".join(f"<li role='tab' aria-controls='t{day.year}-{day.month}'>{day.year}</li>" for day in days)
    panels = "".join(f"""<div role="tabpanel" id="t{day.year}-{day.month}"><h3>{day:%B}</h3><ul>
        <li>Public Board of Directors – {day:%A} {day.day} {day:%B}<ul><li><a href="{site.paper(f'/docs/{number}/a.pdf', day)}">Agenda</a></li>
        <li><a href="{site.paper(f'/docs/{number}/b.pdf', day)}">Papers</a></li></ul></li>
        <li>Council of Governors – {day.day + 7} {day:%B}<ul><li><a href="{site.decoy(f'/docs/{number}/c.pdf')}">Agenda</a></li></ul></li>
        <li><a href="{site.decoy(f'/docs/{number}/d.pdf')}">Remuneration Committee papers</a></li></ul></div>""" for number, day in enumerate(days))
    site.page("/", f"{MENU}<h1>Invented</h1><a href='/about-us/public-meetings'>Public meetings and papers</a>")
    site.page("/about-us/public-meetings", f"<h1>Public meetings and papers</h1><ul role='tablist'>{tabs}</ul>{panels}")
    return site


LAYOUTS: tuple[Callable[[Day], Site], ...] = (
    year_folders, accordions, tables_of_downloads, navigated, active_server_pages, file_names_only, agenda_is_the_pack, zipped, data_of_scripts,
    only_a_script, integrated_care_board, boards_in_common, soft_not_found, tabs_and_months)
