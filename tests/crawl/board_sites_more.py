"""More layouts, each written before the discovery had seen it, to find out what it misses. All content is invented."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from tests.crawl.board_sites import MENU, Day, Site, financial, long, ordinal, pdf, thursday
from tests.crawl.replica import Reply


def rows_of_agendas(today: Day) -> Site:
    """A table whose rows are meetings, with agenda and minutes; a row of a meeting to come has no links yet."""
    site = Site("rows-of-agendas", "REN")
    rows = ""
    upcoming = thursday(today, 2)
    days = [thursday(today, -1), thursday(today, -3), thursday(today, -5)]
    for i, d in enumerate(days):
        rows += (
            f"<tr><td>{long(d)}</td><td><a href='{site.paper(f'/application/files/{i}/bp.pdf', d)}'>Agenda and papers</a></td>"
            f"<td><a href='{site.paper(f'/application/files/{i}/min.pdf', d)}'>Minutes</a></td></tr>"
        )
    rows += f"<tr><td>{long(upcoming)}</td><td>Agenda and papers</td><td>Minutes</td></tr>"
    site.page(
        "/",
        "<header><div class='nav'><ul><li><a href='/about-us'>About us</a><ul><li><a href='/about-us/how-were-run'>How we're run</a></li></ul></li>"
        "<li><a href='/patients'>For patients</a></li></ul></div></header><h1>Hi</h1>",
    )
    site.page(
        "/about-us",
        "<h1>About us</h1><a href='/about-us/how-were-run'>How we're run</a><a href='/about-us/our-values'>Our values</a>",
    )
    site.page(
        "/about-us/how-were-run",
        "<h1>How we're run</h1><p><a href='/about-us/how-were-run/trust-board'>Trust Board</a></p>"
        "<p><a href='/about-us/how-were-run/cog'>Council of Governors</a></p>",
    )
    site.page(
        "/about-us/how-were-run/trust-board",
        "<h1>Trust Board</h1><a href='/about-us/how-were-run/trust-board/board-meetings'>Board meetings</a>",
    )
    site.page(
        "/about-us/how-were-run/trust-board/board-meetings",
        "<h1>Board meetings</h1><p>Meetings of the Board of Directors are held at 9.30am unless otherwise stated.</p>"
        f"<h2>Meeting dates and papers</h2><h3>Current and next financial year</h3><table>{rows}</table>"
        f"<h3>Related pages</h3><a href='{site.decoy('/application/files/9/charter.pdf')}'>NHS constitution (PDF)</a>",
    )
    site.meetings = {upcoming.isoformat(): (None, "")}
    return site


def a_line_a_meeting(today: Day) -> Site:
    """One paragraph with a line a meeting, a page a meeting; one such page says its day in a line of text only."""
    site = Site("a-line-a-meeting", "RXY")
    a, b = thursday(today, -1), thursday(today, -2)
    old = thursday(today, -50)
    site.page("/", "<nav><a href='/about-us/trust-board/'>Trust board</a></nav>")
    site.page(
        "/about-us/trust-board/",
        "<h1>Trust Board</h1><a href='/about-us/trust-board/board-meetings/'>Board meetings</a>"
        "<a href='/about-us/trust-board/our-directors/'>Our directors</a>",
    )
    site.page(
        "/about-us/trust-board/board-meetings/",
        "<h1>Board meetings</h1><h2>Board meeting papers</h2><p>You can view the documents by clicking below</p>"
        f"<p><a href='/m/1'>Board Meeting: {long(a)}</a><br><a href='/m/2'>Board {long(b)}</a><br>"
        f"<a href='/m/3'>Board {long(old)}</a></p>",
    )
    site.page(
        "/m/1",
        f"<h1>Board Meeting: {long(a)}</h1><ul><li><a href='{site.paper('/media/11/1.pdf', a)}'>1. Agenda</a></li>"
        f"<li><a href='{site.paper('/media/11/2.pdf', a)}'>TB/26/2 Mental Health Act Committee chair report</a></li>"
        f"<li><a href='{site.paper('/media/11/3.pdf', a)}'>Board Assurance Framework</a></li></ul>",
    )
    site.page(
        "/m/2",
        f"<h1>Trust Board</h1><p>Date: {long(b)}</p><ul><li><a href='{site.paper('/media/12/1.pdf', b)}'>Full pack</a></li></ul>",
    )
    site.page("/m/3", f"<h1>Board</h1><a href='{site.decoy('/media/13/1.pdf')}'>Agenda</a>")
    return site


def schedule_and_papers(today: Day) -> Site:
    """One page for dates to come, guidance and papers; years of two figures."""
    site = Site("schedule-and-papers", "RYF")
    up = [thursday(today, 2), thursday(today, 4)]
    d = [thursday(today, -2), thursday(today, -4)]
    site.page(
        "/",
        "<ul><li><a href='/board-meeting-schedule-and-public-papers'>Board Meeting Schedule and Public Papers</a></li>"
        "<li><a href='/media-centre'>Media centre</a></li></ul>",
    )
    site.page(
        "/board-meeting-schedule-and-public-papers",
        "<h1>Board Meeting Schedule and Public Papers</h1><h2>Board Meetings</h2><p>Our Board convenes publicly. Questions must be sent by 5pm three days ahead.</p>"
        f"<h3>Our next Board in Public</h3><p>Our upcoming Trust Board in Public meeting is scheduled for Thursday, {ordinal(up[0])} {up[0]:%B} {up[0].year} at 10am. The meeting will be held at Trust HQ.</p>"
        "<h3>Would you like guidance to attend?</h3><p>Guidance for members of the public attending board meetings "
        f"<a href='{site.decoy('/media/x/guidance.pdf')}'>can be found here (PDF)</a></p><h3>Upcoming Meetings</h3>"
        f"<ul><li>{ordinal(up[0])} {up[0]:%B} {up[0]:%y}</li><li>{ordinal(up[1])} {up[1]:%B} {up[1]:%y}</li></ul>"
        f"<p><a href='{site.decoy('/media/cal.pdf')}'>Corporate Calendar 2024-25</a></p><h3>Download your Public Board Meeting Papers below:</h3>"
        + "".join(
            f"<p><a href='{site.paper(f'/media/p{i}.pdf', x)}'>Public Board Papers {ordinal(x)} {x:%B} {x.year}</a></p>"
            for i, x in enumerate(d)
        ),
    )
    site.meetings = {up[0].isoformat(): ("10:00", "Trust HQ"), up[1].isoformat(): (None, "")}
    return site


def cards_that_say_read_more(today: Day) -> Site:
    """Cards whose links say "Read more" and "View papers": the headings above them tell what of."""
    site = Site("cards-that-say-read-more", "RNU")
    a = thursday(today, -1)
    site.page("/", "<nav><a href='/about-us/'>About us</a></nav>")
    site.page(
        "/about-us/",
        "<h1>About</h1><div class='card'><h3>Governance</h3><p>How we're governed</p><a href='/about-us/governance/'>Read more</a></div>"
        "<div class='card'><h3>Our research</h3><a href='/research/'>Read more</a></div>",
    )
    site.page(
        "/about-us/governance/",
        "<h1>Governance</h1><ul><li><a href='/about-us/governance/board/papers/'>Papers</a></li>"
        "<li><a href='/about-us/governance/board/'>Board of Directors</a></li></ul>",
    )
    site.page(
        "/about-us/governance/board/papers/",
        f"<h1>Board papers</h1><div class='event'><h3>{long(a)}</h3><a href='/papers/{a:%B}-{a.day}-{a.year}/'>View papers</a></div>"
        f"<div class='event'><h3>{long(thursday(today, -55))}</h3><a href='/papers/old/'>View papers</a></div>",
    )
    site.page(
        f"/papers/{a:%B}-{a.day}-{a.year}/",
        f"<h1>Meeting papers</h1><h2>{long(a)}</h2><p>0{1}. <a href='{site.paper('/wp-content/uploads/2026/09/01.-Agenda-1.pdf', a)}'>Agenda</a></p>"
        f"<p><a href='{site.paper('/wp-content/uploads/2026/09/02-Minutes.pdf', a)}'>Minutes of the meeting on {long(thursday(today, -3))}</a></p>",
    )
    site.page("/papers/old/", "x")
    site.page("/about-us/governance/board/", "<h1>Board of Directors</h1>")
    return site


def years_in_a_choice(today: Day) -> Site:
    """The years are options of a choice, each with its address; links name months only."""
    site = Site("years-in-a-choice", "RTF")
    a, b = thursday(today, -1), thursday(today, -12)
    site.page("/", MENU + "<select onchange='go()'><option value='/a'>x</option></select>")
    site.page("/about-us/", "<h1>About us</h1><a href='/our-board'>Our Board of Directors and executive team</a>")
    site.page(
        "/our-board",
        f"<h1>Our Board</h1><form><label>Choose a year</label><select><option value='/our-board/papers-{a.year}'>Board papers {a.year}</option><option value='/our-board/papers-{b.year}'>Board papers {b.year}</option></select></form>",
    )
    for d in (a, b):
        site.page(
            f"/our-board/papers-{d.year}",
            f"<h1>Board papers {d.year}</h1><h3>{d:%B}</h3><ul><li><a href='{site.paper(f'/f/{d.year}.pdf', d, text='Board of Directors meeting in public ' + long(d))}'>Public board pack</a></li></ul>",
        )
    return site


def library_of_documents(today: Day) -> Site:
    """A document library with categories, numbered pages and dates of publication beside months of meetings."""
    site = Site("library-of-documents", "RM3")
    ds = [thursday(today, -m) for m in (1, 2, 3, 4, 5, 6)]
    site.page("/", "<nav><a href='/documents'>Document library</a><a href='/our-services'>Our services</a></nav>")
    site.page(
        "/documents",
        "<h1>Document library</h1><ul><li><a href='/documents?category=board-papers'>Board papers (6)</a></li>"
        "<li><a href='/documents?category=policies'>Policies (90)</a></li><li><a href='/documents?category=cog'>Council of Governors papers (10)</a></li></ul>",
    )

    def card(i: int, d: Day) -> str:
        return (
            f"<article><h3><a href='{site.paper(f'/download-document?id={i}', d)}'>Public Board of Directors papers – {d:%B} {d.year} (PDF)</a></h3>"
            f"<p>Published {long(d - datetime.timedelta(days=5))}</p></article>"
        )

    pages = (
        "<ul class='pagination'><li><a href='/documents?category=board-papers'>1</a></li><li><a href='/documents?category=board-papers&amp;page=2'>2</a></li></ul>"
    )
    site.page(
        "/documents?category=board-papers", "<h1>Board papers</h1>" + "".join(card(i, d) for i, d in enumerate(ds[:3])) + pages
    )
    site.page(
        "/documents?category=board-papers&page=2",
        "<h1>Board papers</h1>" + "".join(card(i + 3, d) for i, d in enumerate(ds[3:])) + pages,
    )
    for p in site.papers:
        site.papers[p] = site.papers[p][:7]
    return site


def all_bodies_on_one_page(today: Day) -> Site:
    """Board, governors, members, a committee and scrutiny on one page, each with a paper of the same day."""
    site = Site("all-bodies-on-one-page", "RJ1")
    a = thursday(today, -1)
    site.page("/", MENU + "<a href='/meetings'>Meetings</a>")
    site.page("/about-us/", "<h1>About us</h1>")
    site.page(
        "/meetings",
        f"""<h1>Meetings</h1><h2>Trust Board</h2><p>The Trust Board meets in public every two months.</p>
    <ul><li><a href='{site.paper("/d/1.pdf", a)}'>{long(a)} – agenda and papers</a></li><li><a href='{site.decoy("/d/2.pdf")}'>Board members' register of interests {a.year}</a></li></ul>
    <h2>Council of Governors</h2><ul><li><a href='{site.decoy("/d/3.pdf")}'>{long(a)} – agenda and papers</a></li></ul>
    <h2>Annual members' meeting</h2><ul><li><a href='{site.decoy("/d/4.pdf")}'>Presentation {long(a)}</a></li></ul>
    <h2>Quality Committee</h2><ul><li><a href='{site.decoy("/d/5.pdf")}'>Minutes {long(a)}</a></li></ul>
    <h2>Health overview and scrutiny</h2><a href='{site.decoy("/d/6.pdf")}'>Board briefing {long(a)} (PDF)</a>""",
    )
    return site


def news_beside(today: Day) -> Site:
    """News of the papers, an event and a page of the board that says the day in a paragraph."""
    site = Site("news-beside", "RBD")
    a = thursday(today, -1)
    site.page(
        "/",
        MENU
        + f"<h2>Latest news</h2><a href='/news/board-papers-published'>Board papers published for {long(a)} meeting</a><h2>Board</h2><a href='/trust-board'>Trust board</a><a href='/events/trust-board-{a:%d-%m-%Y}'>Trust Board meeting, {long(a)}</a>",
    )
    site.page("/news/board-papers-published", "<h1>News</h1>")
    site.page("/about-us/", "<h1>About us</h1>")
    site.page(
        "/trust-board",
        f"<h1>Trust Board</h1><p>Members: <a href='{site.decoy('/cv.pdf')}'>Chair's biography (PDF)</a></p>"
        f"<h2>Papers</h2><p>{long(a)}</p><p><a href='{site.paper('/p/1.pdf', a)}'>Agenda</a> | <a href='{site.paper('/p/2.pdf', a)}'>Papers</a></p>"
        f"<p>{long(thursday(today, -2))}</p><p><a href='{site.paper('/p/3.pdf', thursday(today, -2))}'>Agenda</a></p>",
    )
    site.page(
        f"/events/trust-board-{a:%d-%m-%Y}",
        f"<h1>Trust Board meeting</h1><p>{long(a)}, 9.30am, Lecture Theatre</p><a href='{site.paper('/p/1.pdf', a)}'>Agenda</a>",
    )
    return site


def icb_with_cards(today: Day) -> Site:
    """An ICB with cards for meetings to come (day, time and place on lines of their own) and pages of past ones."""
    site = Site("icb-with-cards", "QRL")
    a, b = thursday(today, -1), thursday(today, -3)
    up = thursday(today, 1)
    site.page(
        "/",
        "<nav class='menu'><ul><li><a href='/about-us'>About us</a></li><li><a href='/get-involved'>Get involved</a></li>"
        "<li><a href='/about-us/integrated-care-board'>Integrated Care Board</a></li></ul></nav>",
        title="NHS Invented Integrated Care Board",
    )
    site.page("/about-us", "<h1>About us</h1><a href='/about-us/our-people'>Our people</a>")
    site.page(
        "/about-us/integrated-care-board",
        "<h1>Integrated Care Board</h1><ul><li><a href='/about-us/integrated-care-board/board-meetings'>Board meetings</a></li>"
        "<li><a href='/about-us/integrated-care-board/members'>Board members</a></li><li><a href='/about-us/integrated-care-board/pccc'>Primary Care Commissioning Committee</a></li>"
        "<li><a href='/about-us/integrated-care-board/sqg'>System Quality Group</a></li></ul>",
    )
    site.page(
        "/about-us/integrated-care-board/board-meetings",
        "<h1>Board meetings</h1><h2>Upcoming</h2><div class='card'><h3>Board meeting in public</h3>"
        f"<p>Date: {up:%d %b %Y}</p><p>Time: 09:30 - 12:30</p><p>Venue: Invented Civic Centre</p></div>"
        "<h2>Past meetings</h2>"
        + "".join(
            f"<div class='card'><h3><a href='/meetings/{d:%Y-%m-%d}'>Board meeting in public {long(d)}</a></h3></div>"
            for d in (a, b)
        ),
    )
    for d in (a, b):
        site.page(
            f"/meetings/{d:%Y-%m-%d}",
            f"<h1>Board meeting in public</h1><p class='date'>{d:%A} {long(d)}</p><h2>Documents</h2>"
            f"<ul><li><a href='{site.paper(f'/asset/{d:%m}1', d)}'>Part 1 pack <span>PDF 12MB</span></a></li>"
            f"<li><a href='{site.paper(f'/asset/{d:%m}2', d)}'>Supplementary pack <span>PDF 1MB</span></a></li></ul>"
            f"<h2>More from this section</h2><ul><li><a href='{site.decoy(f'/asset/{d:%m}9')}'>Joint forward plan <span>PDF 3MB</span></a></li></ul>",
        )
    site.meetings = {up.isoformat(): ("09:30", "Invented Civic Centre")}
    return site


def items_in_a_table(today: Day) -> Site:
    """A page builder's accordion with a table of items, whose links all say "Download"."""
    site = Site("items-in-a-table", "RCB")
    a = thursday(today, -2)
    site.page("/", MENU + "<a href='/trust-board-meetings'>Trust Board meetings</a>")
    site.page(
        "/trust-board-meetings",
        f"<h1>Trust Board meetings</h1><div class='elementor-accordion-item'><div class='elementor-tab-title' role='button' aria-controls='t1' id='b1'>{ordinal(a)} {a:%B} {a.year}</div>"
        "<div id='t1' aria-labelledby='b1'><table><tr><th>Item</th><th>Paper</th></tr><tr><td>1</td>"
        f"<td>Agenda</td><td><a href='{site.paper('/x/1.pdf', a)}'>Download</a></td></tr><tr><td>8</td>"
        f"<td>Finance Committee assurance report</td><td><a href='{site.paper('/x/2.pdf', a)}'>Download</a></td></tr>"
        f"<tr><td>9</td><td>Policy on policies, for approval</td><td><a href='{site.paper('/x/3.pdf', a)}'>Download</a></td></tr></table></div></div>"
        "<div class='elementor-accordion-item'><div class='elementor-tab-title' role='button' aria-controls='t2' id='b2'>Terms of reference</div>"
        f"<div id='t2' aria-labelledby='b2'><a href='{site.decoy('/x/9.pdf')}'>Finance Committee</a></div></div>",
    )
    site.titles = {}
    return site


def months_and_archive(today: Day) -> Site:
    """Months without a year under headings of years; an archive with a page a year."""
    site = Site("months-and-archive", "RVW")
    a, b = thursday(today, -2), thursday(today, -15)
    site.page("/", MENU)
    site.page("/about-us/", "<h1>About us</h1><a href='/about-us/board'>Board of Directors</a>")
    site.page(
        "/about-us/board",
        "<h1>Board of Directors</h1><p>Jump to <a href='#2026'>2026</a></p><p><a href='/about-us/board/archive'>Board papers archive</a></p>"
        f"<h2>{a.year}</h2><p><a href='{site.paper('/y/1.pdf', a)}'>Public Board papers – {a:%B}</a></p>"
        f"<h2>Who we are</h2><p><a href='{site.decoy('/y/5.pdf')}'>Declarations of interest (PDF)</a></p>",
    )
    site.page(
        "/about-us/board/archive",
        f"<h1>Board papers archive</h1><a href='/about-us/board/archive/{b.year}'>{b.year}</a> <a href='/about-us/board/archive/2019'>2019</a>",
    )
    site.page(
        f"/about-us/board/archive/{b.year}",
        f"<h1>Board papers archive</h1><h2>{b.year}</h2><ul><li>{b:%B}: <a href='{site.paper('/y/2.pdf', b)}'>papers</a>, "
        f"<a href='{site.paper('/y/3.pdf', b)}'>minutes</a></li></ul>",
    )
    for p in site.papers:
        site.papers[p] = site.papers[p][:7]
    return site


def group_board(today: Day) -> Site:
    """A group board, another trust of the group, and a joint committee."""
    site = Site("group-board", "RRK")
    a = thursday(today, -1)
    site.page("/", MENU + "<a href='/group-board'>Group Board</a>")
    site.page(
        "/group-board",
        f"<h1>Group Board</h1><h2>Group Board meetings in public</h2><ul><li><a href='{site.paper('/z/1.pdf', a)}'>Group Trust Board {a:%d.%m.%Y} – agenda and papers</a></li></ul>"
        f"<h2>The Dudley Group NHS Foundation Trust</h2><ul><li><a href='{site.decoy('/z/2.pdf')}'>Board of Directors {a:%d.%m.%Y}</a></li></ul>"
        f"<h2>Joint committees</h2><ul><li><a href='{site.decoy('/z/3.pdf')}'>Joint Provider Committee {a:%d.%m.%Y}</a></li></ul>",
    )
    return site


def latest_papers(today: Day) -> Site:
    """Papers called the latest: only the paper itself says of which day."""
    site = Site("latest-papers", "RQW")
    a = thursday(today, -1)
    site.page("/", MENU + "<div class='promo'><a href='/trust-board-papers'>Read our latest Trust Board papers</a></div>")
    site.page(
        "/trust-board-papers",
        f"<h1>Trust Board papers</h1><p><a href='{site.paper('/v/latest', a, text='Trust Board meeting in public to be held on ' + long(a) + ', invented')}' download>Trust Board papers (latest)</a></p>"
        f"<p><a href='{site.decoy('/v/dates.pdf')}'>Trust Board meeting dates 2026 (PDF)</a></p>"
        f"<p><a href='{site.decoy('/v/q.docx')}'>Public question form</a></p><p>Follow us: <a href='https://www.facebook.com/x'>Facebook</a></p>",
    )
    site.papers["/v/latest"] = a.isoformat()
    return site


def divisions_only(today: Day) -> Site:
    """No headings at all: divisions with classes."""
    site = Site("divisions-only", "RTX")
    a = thursday(today, -1)
    site.page("/", MENU)
    site.page("/about-us/", "<h1>About</h1><div><a href='/governance-and-board'>Governance and the Board</a></div>")
    site.page(
        "/governance-and-board",
        f"<div class='h1'>Governance</div><div class='row'><div class='title'>Public board meeting – {long(a)}</div>"
        f"<div class='links'><a href='{site.paper('/w/1.pdf', a)}'>Agenda</a><a href='{site.paper('/w/2.pdf', a)}'>Report pack</a></div></div>"
        f"<div class='row'><div class='title'>Council of Governors – {long(a)}</div><div class='links'>"
        f"<a href='{site.decoy('/w/3.pdf')}'>Agenda</a></div></div>",
        title="Governance and the Board - Invented trust",
    )
    return site


def tiles(today: Day) -> Site:
    """Tiles with several lines of text each as links, four hops to the papers."""
    site = Site("tiles", "RQ3")
    a, b = thursday(today, -1), thursday(today, -7)
    site.page(
        "/",
        "<header role='banner'><ul><li><a href='/about/'>About</a></li><li><a href='/about/corporate/'>Corporate</a></li></ul></header><main>"
        "<h1>Care</h1><a href='/news/1'>Trust board chair steps down</a></main>",
    )
    site.page(
        "/about/",
        "<main><h1>About</h1><div class='tiles'><a href='/about/corporate/'><h2>Corporate</h2><p>Our board, our governors, our reports</p></a>"
        "<a href='/about/history/'><h2>History</h2></a></div></main>",
    )
    site.page(
        "/about/corporate/",
        "<main><h1>Corporate</h1><a class='tile' href='/about/corporate/board-of-directors/'><h2>Board of Directors</h2>"
        "<p>Meet the people who run our hospital, and read papers</p></a><a class='tile' href='/about/corporate/governors/'>"
        "<h2>Governors</h2></a><a class='tile' href='/about/corporate/annual-reports/'><h2>Annual reports</h2></a></main>",
    )
    site.page(
        "/about/corporate/board-of-directors/",
        "<main><h1>Board of Directors</h1><nav class='sub'><ul><li><a href='/about/corporate/board-of-directors/meetings/'>Meetings</a></li>"
        "<li><a href='/about/corporate/board-of-directors/directors/'>Directors</a></li></ul></nav></main>",
    )
    site.page(
        "/about/corporate/board-of-directors/meetings/",
        f"<main><h1>Meetings</h1><p>The board of directors meets six times a year.</p><div class='accordion'><button aria-expanded='false'>{a.year}</button>"
        f"<div><h4>{a:%B} {a.year}</h4><p><a href='{site.paper('/media/abc123/public-board-pack.pdf', a)}'>Public board pack - {ordinal(a)} {a:%B} {a.year}</a></p></div></div>"
        f"<div class='accordion'><button>{b.year}</button><div><h4>{b:%B} {b.year}</h4><p><a href='{site.paper('/media/abd124/bod-agenda.pdf', b)}'>BoD agenda</a></p>"
        f"<p><a href='{site.paper('/media/abd125/enc-a.pdf', b)}'>Enc A - Patient story</a></p></div></div></main>",
    )
    site.papers["/media/abd124/bod-agenda.pdf"] = site.papers["/media/abd125/enc-a.pdf"] = b.isoformat()[:7]
    return site


def months_in_the_margin(today: Day) -> Site:
    """The months stand in the margin; the pages are called by the month."""
    site = Site("months-in-the-margin", "RBN")
    a, b = thursday(today, -1), thursday(today, -2)
    side = (
        "<aside class='sidebar'><nav><ul>"
        + "".join(f"<li><a href='/board/{d:%Y-%m}'>{d:%B} {d.year}</a></li>" for d in (a, b))
        + "</ul></nav></aside>"
    )
    site.page("/", "<div id='menu'><a href='/board'>Board meetings</a><a href='/wards'>Wards</a></div>")
    site.page("/board", f"<h1>Board meetings</h1>{side}<p>Choose a month.</p>")
    for d in (a, b):
        site.page(
            f"/board/{d:%Y-%m}",
            f"<h1>{d:%B} {d.year}</h1>{side}<p>The board met on {long(d)}.</p><ul><li><a href='{site.paper(f'/docs/{d:%m}-1.pdf', d)}'>Agenda</a></li>"
            f"<li><a href='{site.paper(f'/docs/{d:%m}-2.pdf', d)}'>People and Culture Committee chair's log</a></li></ul>",
        )
    return site


def definitions(today: Day) -> Site:
    """A definition list: days and their papers; the governors' list below."""
    site = Site("definitions", "RBS")
    a, b = thursday(today, -1), thursday(today, -3)
    site.page("/", MENU + "<p><a href='/corporate/board-of-directors'>Find out about our Board of Directors</a></p>")
    site.page(
        "/corporate/board-of-directors",
        f"<h1>Board of Directors</h1><h2>Public meetings</h2><dl><dt>{long(a)}</dt><dd><a href='{site.paper('/q/1.pdf', a)}'>Agenda and reports</a></dd>"
        f"<dd><a href='{site.paper('/q/2.pdf', a)}'>Performance report</a></dd><dt>{long(b)}</dt>"
        f"<dd><a href='{site.paper('/q/3.pdf', b)}'>Agenda and reports</a></dd></dl><h2>Council of Governors meetings</h2>"
        f"<dl><dt>{long(a)}</dt><dd><a href='{site.decoy('/q/4.pdf')}'>Agenda and reports</a></dd></dl>"
        f"<h2>Documents</h2><ul><li><a href='{site.decoy('/q/5.pdf')}'>Fit and proper person policy (PDF)</a></li>"
        f"<li><a href='{site.decoy('/q/6.pdf')}'>Trust constitution {a.year} (PDF)</a></li></ul>",
    )
    return site


def previous_meetings(today: Day) -> Site:
    """A paragraph with links to the next papers and to previous meetings; a table with late papers."""
    site = Site("previous-meetings", "RYE")
    a = thursday(today, -1)
    up = thursday(today, 1)
    site.page("/", "<nav><a href='/about-us'>About us</a><a href='/working-for-us'>Working for us</a></nav>")
    site.page(
        "/about-us",
        "<h1>About us</h1><p>Read about <a href='/about-us/our-board'>our board</a>, <a href='/about-us/publications'>our publications</a></p>",
    )
    site.page("/about-us/publications", "<h1>Publications</h1>")
    site.page(
        "/about-us/our-board",
        f"<h1>Our Board</h1><p>The next Board meeting in public takes place on {up:%A} {up.day} {up:%B} {up.year} at 10.00 hours at Invented Ambulance Station.</p>"
        "<p>You can <a href='/about-us/our-board/previous-board-meetings'>view papers from previous Board meetings</a> or "
        f"<a href='{site.paper('/f/next.pdf', up)}'>read the papers for the next Board meeting ({long(up)})</a>.</p>",
    )
    site.page(
        "/about-us/our-board/previous-board-meetings",
        "<h1>Previous Board meetings</h1><table><thead><tr><th>Meeting date</th><th>Papers</th><th>Video</th></tr></thead><tbody>"
        f"<tr><td>{a:%d %B %Y}</td><td><a href='{site.paper('/f/a.pdf', a)}'>Board papers</a></td>"
        f"<td><a href='https://video.example/1'>Watch</a></td></tr><tr><td>{thursday(today, -4):%d %B %Y}</td>"
        f"<td><a href='{site.paper('/f/b.pdf', thursday(today, -4))}'>Board papers</a><br><a href='{site.paper('/f/c.pdf', thursday(today, -4))}'>Late paper: EPRR statement</a></td>"
        "<td></td></tr></tbody></table>",
    )
    site.meetings = {up.isoformat(): ("10:00", "Invented Ambulance Station")}
    return site


def meetings_minutes_agendas(today: Day) -> Site:
    """Meetings, minutes and agendas of all bodies; handlers of an old content management system."""
    site = Site("meetings-minutes-agendas", "RXL")
    a = thursday(today, -2)
    site.page("/", MENU + "<a href='/EasySiteWeb/x'>x</a>")
    site.page(
        "/about-us/",
        "<h1>About us</h1><ul><li><a href='/about-us/meetings-minutes-and-agendas'>Meetings, minutes and agendas</a></li></ul>",
    )
    site.page(
        "/about-us/meetings-minutes-and-agendas",
        "<h1>Meetings, minutes and agendas</h1><ul><li><a href='/about-us/meetings-minutes-and-agendas/board'>Board of Directors (public)</a></li>"
        "<li><a href='/about-us/meetings-minutes-and-agendas/cog'>Council of Governors</a></li>"
        "<li><a href='/about-us/meetings-minutes-and-agendas/committees'>Committees</a></li></ul>",
    )
    site.page(
        "/about-us/meetings-minutes-and-agendas/board",
        f"<h1>Board of Directors (public)</h1><h2>{financial(a).replace('/', '-')}</h2><p><a href='/EasySiteWeb/GatewayLink.aspx?alId={1}'>Board of Directors {long(a)}</a></p>"
        f"<p><a href='{site.paper('/easysiteweb/getresource.axd?assetid=2&type=full', a).replace('&', '&amp;')}'>{ordinal(a)} {a:%B} minutes</a></p>",
    )
    site.pages["/EasySiteWeb/GatewayLink.aspx?alId=1"] = Reply(pdf("x"))
    site.papers["/EasySiteWeb/GatewayLink.aspx?alId=1"] = a.isoformat()
    return site


def extraordinary_meetings(today: Day) -> Site:
    """Paragraphs that begin with the body in bold: the board, an extraordinary board, a committee, an AGM."""
    site = Site("extraordinary-meetings", "RLQ")
    a, b, c = thursday(today, -1), thursday(today, -2), thursday(today, -3)
    site.page("/", MENU + "<a href='/public-board'>Public Board</a>")
    site.page(
        "/public-board",
        f"<h1>Public Board</h1><h2>{a.year}</h2><p><strong>Extraordinary Board of Directors</strong> – {long(a)} – "
        f"<a href='{site.paper('/e/1.pdf', a)}'>papers</a></p><p><strong>Board of Directors</strong> – {long(b)} – "
        f"<a href='{site.paper('/e/2.pdf', b)}'>papers</a> – <a href='{site.paper('/e/3.pdf', b)}'>appendices</a></p>"
        f"<p><strong>Charitable Funds Committee</strong> – {long(b)} – <a href='{site.decoy('/e/4.pdf')}'>papers</a></p>"
        f"<p><strong>Annual general meeting</strong> – {long(c)} – <a href='{site.decoy('/e/5.pdf')}'>papers</a></p>",
    )
    return site


def divisions_of_downloads(today: Day) -> Site:
    """Downloads in divisions, with the day in each link; standing documents among them."""
    site = Site("divisions-of-downloads", "RTR")
    a, b = thursday(today, -1), thursday(today, -4)
    site.page("/", "<div class='nav-main'><a href='/trust-info'>Trust information</a><a href='/services-az'>Services A-Z</a></div>")
    site.page(
        "/trust-info",
        "<h1>Trust information</h1><ul><li><a href='/trust-info/board'>Trust Board</a></li><li>"
        "<a href='/trust-info/foi'>Freedom of Information</a></li><li><a href='/trust-info/strategies'>Our strategies</a></li></ul>",
    )
    site.page(
        "/trust-info/board",
        "<h1>Trust Board</h1><p>Our Board meets bi-monthly.</p><h2>Meeting papers</h2><div class='downloads'>"
        f"<div class='download'><a href='{site.paper('/assets/documents/1001', a)}'>Trust Board Public Session {a:%d %B %Y} (PDF, 14.2MB)</a></div>"
        f"<div class='download'><a href='{site.paper('/assets/documents/1002', b)}'>Trust Board Public Session {b:%d %B %Y} (PDF, 11MB)</a></div>"
        f"<div class='download'><a href='{site.decoy('/assets/documents/1003')}'>Trust Board Register of Interests {a:%B %Y} (PDF, 200KB)</a></div>"
        f"<div class='download'><a href='{site.decoy('/assets/documents/1004')}'>Board Committee Structure Chart (PDF, 80KB)</a></div></div>",
    )
    return site


def lists_in_lists(today: Day) -> Site:
    """Lists in lists: the day is in pieces, the attachments below it."""
    site = Site("lists-in-lists", "RAL")
    a, b = thursday(today, -1), thursday(today, -2)
    site.page("/", MENU)
    site.page(
        "/about-us/",
        "<h1>About us</h1><nav class='side-nav'><ul><li><a href='/about-us/trust-board-and-executive-team/'>Trust board and executive team</a></li>"
        "<li><a href='/about-us/council/'>Our council of governors</a></li></ul></nav>",
    )
    site.page(
        "/about-us/trust-board-and-executive-team/",
        "<h1>Trust board and executive team</h1><p>See <a href='/about-us/trust-board-and-executive-team/trust-board-meetings/'>dates and papers of our public meetings</a>.</p>"
        "<ul><li><a href='/about-us/people/jane'>Chair</a></li></ul>",
    )
    site.page(
        "/about-us/trust-board-and-executive-team/trust-board-meetings/",
        f"<h1>Trust board meetings</h1><ul class='meetings'><li><span class='date'>{a.day} {a:%b}</span> <span class='year'>{a.year}</span>"
        f"<ul><li><a href='{site.paper('/l/1.pdf', a)}'>Agenda</a></li><li><a href='{site.paper('/l/2.pdf', a)}'>Attachment 1 – Minutes of the previous meeting</a></li>"
        f"<li><a href='{site.paper('/l/3.pdf', a)}'>Attachment 2 – Learning from deaths</a></li></ul></li>"
        f"<li><span class='date'>{b.day} {b:%b}</span> <span class='year'>{b.year}</span><ul><li>"
        f"<a href='{site.paper('/l/4.pdf', b)}'>Agenda</a></li></ul></li></ul>",
    )
    return site


def tabs_of_bodies(today: Day) -> Site:
    """A tab a body, a heading a financial year, days without a year."""
    site = Site("tabs-of-bodies", "RHQ")
    a = thursday(today, -1)
    b = thursday(today, -14)
    site.page("/", "<a href='/board-and-governance'>Board and governance</a><a href='/charity'>Charity</a>")
    site.page(
        "/board-and-governance",
        "<h1>Board and governance</h1><div class='tabs'><ul class='nav nav-tabs'><li><a href='#meet' data-toggle='tab'>Board meetings</a></li>"
        "<li><a href='#gov' data-toggle='tab'>Council of Governors</a></li><li><a href='#docs' data-toggle='tab'>Policies and reports</a></li></ul>"
        f"<div class='tab-content'><div id='meet'><h3>{financial(a)}</h3><p>{a.day} {a:%B}: <a href='{site.paper('/t/1.pdf', a)}'>Board pack</a></p>"
        f"<h3>{financial(b)}</h3><p>{b.day} {b:%B}: <a href='{site.paper('/t/2.pdf', b)}'>Board pack</a></p></div>"
        f"<div id='gov'><p>{a.day} {a:%B} {a.year}: <a href='{site.decoy('/t/3.pdf')}'>Pack</a></p></div>"
        f"<div id='docs'><p><a href='{site.decoy('/t/4.pdf')}'>Board assurance framework policy {a.year} (PDF)</a></p></div></div></div>",
    )
    return site


def a_menu_on_every_page(today: Day) -> Site:
    """A menu on every page that leads to all of it; links that are pictures; a committee's terms of reference as an item."""
    site = Site("a-menu-on-every-page", "RJZ")
    a = thursday(today, -1)
    menu = (
        "<nav><ul>"
        + "".join(
            f"<li><a href='/{p}'>{w}</a></li>"
            for p, w in [
                ("services", "Our services"),
                ("about", "About us"),
                ("about/board", "The Board"),
                ("about/board/meetings", "Board meetings"),
                ("about/board/members", "Board members"),
                ("about/cog", "Council of Governors"),
                ("about/cog/meetings", "Council meetings"),
                ("about/publications", "Publications"),
                ("about/annual", "Annual reports"),
                ("news", "News"),
                ("events", "Events"),
            ]
        )
        + "</ul></nav>"
    )
    for p in ("", "about", "about/board", "about/board/members", "about/publications"):
        site.page("/" + p, menu + f"<main><h1>{p or 'Home'}</h1></main>")
    site.page(
        "/about/board/meetings",
        menu
        + f"<main><h1>Board meetings</h1><div class='cards'><div class='card'><h2>{a.day}.{a.month}.{a.year}</h2><a href='/about/board/meetings/m1'>Find out more</a></div></div></main>",
    )
    site.page(
        "/about/board/meetings/m1",
        menu
        + f"<main><h1>Public Board – {a.day}.{a.month}.{a.year}</h1><table><tr><td>A</td><td>Public agenda</td><td><a href='{site.paper('/bm/a.pdf', a)}'><img src='/pdf.png' alt='PDF'></a></td></tr><tr><td>B</td><td>Audit Committee terms of reference</td><td><a href='{site.paper('/bm/b.pdf', a)}'><img src='/pdf.png' alt='PDF'></a></td></tr></table><h2>Related links</h2><a href='{site.decoy('/bm/c.pdf')}'>Visiting times leaflet</a></main>",
    )
    return site


def icb_file_blocks(today: Day) -> Site:
    """An ICB's page of all meetings in public, with blocks of files, each linked twice."""
    site = Site("icb-file-blocks", "QOC")
    a = thursday(today, -2)
    site.page(
        "/",
        "<ul class='menu'><li><a href='/about-us/how-we-work/'>How we work</a></li><li><a href='/your-health/'>Your health</a></li></ul>"
        "<h1>NHS Invented ICB</h1>",
    )
    site.page(
        "/about-us/how-we-work/",
        "<h1>How we work</h1><ul><li><a href='/about-us/how-we-work/meetings-in-public/'>Meetings in public</a></li>"
        "<li><a href='/about-us/how-we-work/ics/'>Integrated care system</a></li></ul>",
    )
    site.page(
        "/about-us/how-we-work/meetings-in-public/",
        f"<h1>Meetings in public</h1><h2>ICB Board</h2><div class='wp-block-file'><a href='{site.paper('/wp-content/uploads/2026/09/x1.pdf', a)}'>ICB Board papers {long(a)}</a>"
        "<a href='/wp-content/uploads/2026/09/x1.pdf' download>Download</a></div><h2>Primary care commissioning committee</h2>"
        f"<div class='wp-block-file'><a href='{site.decoy('/wp-content/uploads/2026/09/x2.pdf')}'>Papers {long(a)}</a></div>"
        f"<h2>Integrated care partnership</h2><div class='wp-block-file'><a href='{site.decoy('/wp-content/uploads/2026/09/x3.pdf')}'>ICP papers {long(a)}</a></div>",
    )
    return site


def year_in_a_row(today: Day) -> Site:
    """A table with the year in a row of its own and months in the rows below."""
    site = Site("year-in-a-row", "RNZ")
    a = thursday(today, -1)
    site.page("/", MENU)
    site.page("/about-us/", "<h1>About us</h1><a href='/about-us/board-of-directors'>Board of Directors</a>")
    site.page(
        "/about-us/board-of-directors",
        f"<h1>Board of Directors</h1><h4>Public Board of Directors meetings</h4><table><tr><td colspan=2><b>{a.year}</b></td></tr>"
        f"<tr><td>{a:%B}</td><td><a href='{site.paper('/fr/1.pdf', a)}'>Papers</a>&nbsp;/&nbsp;<a href='{site.paper('/fr/2.pdf', a)}'>Minutes</a></td></tr></table>"
        f"<h4>Annual Members Meeting</h4><table><tr><td>{a:%B}</td><td><a href='{site.decoy('/fr/3.pdf')}'>Papers</a></td></tr></table>",
    )
    for p in site.papers:
        site.papers[p] = site.papers[p][:7]
    return site


def lines_of_a_paragraph(today: Day) -> Site:
    """Lines of a paragraph are meetings, days hard against their links; governors and members below."""
    site = Site("lines-of-a-paragraph", "REN")
    a, b = thursday(today, -1), thursday(today, -3)
    site.page("/", MENU)
    site.page("/about-us/", "<h1>About</h1><p><a href='/about-us/corporate-matters'>Corporate matters</a></p>")
    site.page(
        "/about-us/corporate-matters",
        "<h1>Corporate matters</h1><ul><li><a href='/about-us/corporate-matters/meetings'>Public meetings</a></li>"
        "<li><a href='/about-us/corporate-matters/foi'>FOI</a></li></ul>",
    )
    site.page(
        "/about-us/corporate-matters/meetings",
        "<h1>Public Meetings</h1><h3>Public Questions</h3><p>...</p><h3>Archived meetings from previous years</h3>"
        "<p>Papers from meetings held before 2022 are available <a href='/about-us/archive'>here</a>.</p>"
        f"<h2>Board of Directors</h2><p><strong>{a.year} - {a.year + 1}</strong></p><p>{a:%d/%m/%y}"
        f"<a href='{site.paper('/c/1.pdf', a)}'>agenda and papers</a> <a href='{site.paper('/c/2.pdf', a)}'>minutes</a><br>{b:%d/%m/%y}"
        f"<a href='{site.paper('/c/3.pdf', b)}'>agenda and papers</a><a href='{site.paper('/c/4.pdf', b)}'>minutes</a></p>"
        f"<h2>Council of Governors Meetings</h2><p>{a:%d/%m/%y} <a href='{site.decoy('/c/5.pdf')}'>agenda and papers</a><br>{b:%d/%m/%y} "
        f"<a href='{site.decoy('/c/6.pdf')}'>agenda</a></p><h2>Annual Members Meeting</h2><p>{b:%d/%m/%y} "
        f"<a href='{site.decoy('/c/7.pdf')}'>Annual Members Meeting</a></p>",
    )
    site.page("/about-us/archive", "<h1>Archive</h1>")
    return site


def planned_dates(today: Day) -> Site:
    """Planned dates, the next meeting with its time, and links that say nothing but a day."""
    site = Site("planned-dates", "RXR")
    a, b = thursday(today, -1), thursday(today, -3)
    up = thursday(today, 1)
    site.page("/", "<nav><a href='/about-us'>About</a></nav>")
    site.page(
        "/about-us",
        "<h1>About us</h1><a href='/about-us/board-meetings-including-agenda-and-papers'>Board meetings, including agenda and papers</a>",
    )
    site.page(
        "/about-us/board-meetings-including-agenda-and-papers",
        f"<h1>Trust Board Meetings</h1><p>Planned dates for these meetings are:</p><ul><li>{a:%A} {long(a)}</li>"
        f"<li>{up:%A} {long(up)}</li></ul><p><strong>Date and time of Next Meeting:</strong></p>"
        f"<p>{up:%A} {long(up)} - 1pm</p><p>This meeting will be available to view via Microsoft Teams</p>"
        f"<p>View the latest Board papers here:</p><p><a href='{site.paper('/application/files/1/2/papers.pdf', a)}'>{a:%A}, {a.day} {a:%B}, {a.year}</a></p>"
        "<p><a href='/about-us/previous'>Previous Trust Board Agenda and Papers</a></p>",
    )
    site.page(
        "/about-us/previous",
        f"<h1>Previous Trust Board Agenda and Papers</h1><h2>{b.year}</h2><ul><li><a href='{site.paper('/application/files/3/4/papers.pdf', b)}'>{b:%A}, {b.day} {b:%B}</a></li>"
        f"<li><a href='{site.decoy('/application/files/5/6/papers.pdf')}'>11 May 2022</a></li></ul>",
    )
    site.meetings = {up.isoformat(): ("13:00", "")}
    return site


def kinds_of_events(today: Day) -> Site:
    """Meetings and papers on pages of their own; a table of events of several kinds."""
    site = Site("kinds-of-events", "RXW")
    a = thursday(today, -1)
    up = thursday(today, 2)
    site.page("/", MENU)
    site.page("/about-us/", "<h1>About us</h1><a href='/about-us/trust-information/'>Trust Information</a>")
    site.page(
        "/about-us/trust-information/",
        "<h1>Trust Information</h1><a href='/about-us/trust-information/trust-board-meetings/'>Trust Board Meetings</a>"
        "<a href='/about-us/trust-information/trust-board-papers/'>Trust Board Papers</a><a href='/about-us/trust-information/policies/'>Policies</a>",
    )
    site.page(
        "/about-us/trust-information/trust-board-meetings/",
        "<h1>Trust Board Meetings</h1><p>The Board may hold a private meeting on the same day.</p>"
        f"<h2>{up.year} Meetings</h2><table><tr><th>Event Type</th><th>Date and Time</th><th>Venue/Joining Details</th></tr>"
        f"<tr><td>Public Board</td><td>{long(up)}, 1pm</td><td>Seminar Rooms, Invented Conference Centre</td></tr>"
        f"<tr><td>Public Assurance Committee</td><td>{long(thursday(today, 1))}, 1pm</td><td>Online</td></tr></table>",
    )
    site.page(
        "/about-us/trust-information/trust-board-papers/",
        f"<h1>Trust Board Papers</h1><h2>{a.year} papers</h2><p><a href='/tb/{a:%B}'>{a:%B} {a.year} Board of Directors' Meeting</a></p>",
    )
    site.page(
        f"/tb/{a:%B}",
        f"<h1>{a:%B} {a.year} Board of Directors' Meeting</h1><p>Meeting date: {ordinal(a)} {a:%B} {a.year}</p>"
        f"<ul><li><a href='{site.paper('/wp-content/uploads/1.pdf', a)}'>00 – BoD Public Agenda</a></li>"
        f"<li><a href='{site.paper('/wp-content/uploads/2.pdf', a)}'>08 – Quality and Safety Assurance Committee key issues</a></li>"
        f"<li><a href='{site.paper('/wp-content/uploads/3.pdf', a)}'>Info pack</a></li></ul>",
    )
    site.meetings = {up.isoformat(): ("13:00", "Seminar Rooms, Invented Conference Centre")}
    return site


def events_of_a_cluster(today: Day) -> Site:
    """ICBs in a cluster: events on the home page, papers in a library behind a download page."""
    site = Site("events-of-a-cluster", "QJM")
    a = thursday(today, -2)
    up = thursday(today, 1)
    site.page(
        "/",
        "<nav><a href='/about-us/'>About us</a><a href='/events/'>Events</a><a href='/library/'>Document library</a></nav>"
        f"<h2>Upcoming events</h2><a href='/event/icbs-cluster-board-meeting-{up.day}'>ICBs Cluster Board Meeting | {up:%A} {long(up)}</a>",
    )
    site.page("/about-us/", "<h1>About us</h1><a href='/about-us/our-board/'>Our Board</a>")
    site.page(
        "/about-us/our-board/",
        "<h1>Our Board</h1><h2>Board papers</h2><a href='/library/board-papers/'>Board meeting documents</a><h2>Board members</h2>",
    )
    site.page(
        "/library/board-papers/",
        f"<h1>Board meeting documents</h1><ul><li><a href='/library/board-papers/{a:%Y-%m-%d}'>Board Papers - {a.day:02d}.{a.month:02d}.{a:%y}</a></li></ul>",
    )
    site.page(
        f"/library/board-papers/{a:%Y-%m-%d}",
        f"<h1>Board Papers - {a.day:02d}.{a.month:02d}.{a:%y}</h1><a class='btn' href='{site.paper(f'/download/{a:%d%m%y}-board/?wpdmdl=123', a)}'>Download</a>"
        f"<p>Version 1, 12 MB, 1 file, {long(a - datetime.timedelta(days=6))}</p>",
    )
    site.page(
        f"/event/icbs-cluster-board-meeting-{up.day}",
        f"<h1>ICBs Cluster Board Meeting | {up:%A} {long(up)}</h1><p>Board meetings usually start at 10am.</p>"
        f"<a href='{site.decoy('/wp-content/uploads/how-to.pdf')}'>How to submit a question (PDF)</a>",
    )
    site.meetings = {up.isoformat(): (None, "")}
    return site


def days_of_the_week(today: Day) -> Site:
    """Days of the week without a year; papers in a collapsed list of the year."""
    site = Site("days-of-the-week", "RXM")
    a = thursday(today, -1)
    up = thursday(today, 2)
    site.page("/", "<nav><a href='/get-involved'>Get involved</a></nav>")
    site.page(
        "/get-involved",
        "<h1>Get involved</h1><a href='/get-involved/board-meetings'>Board meetings</a><a href='/get-involved/membership'>Become a member</a>",
    )
    site.page(
        "/get-involved/board-meetings",
        f"<h1>Board meetings</h1><h2>Upcoming</h2><ul><li>{up:%A} {up.day} {up:%B}, 9.30am to 1pm</li></ul>"
        f"<h2>Agendas and Papers from Trust Board Meetings</h2><details><summary>Board meetings in {a.year}:</summary>"
        f"<ul><li><a href='{site.paper('/dl/1', a)}' type='application/pdf'>{ordinal(a)} {a:%B}</a></li>"
        f"<li><a href='{site.decoy('/dl/2.pdf')}'>Annual Members' Meeting {a:%B} {a.year}</a></li></ul></details>",
    )
    site.meetings = {up.isoformat(): ("09:30", "")}
    return site


MORE_LAYOUTS: tuple[Callable[[Day], Site], ...] = (
    rows_of_agendas,
    a_line_a_meeting,
    schedule_and_papers,
    cards_that_say_read_more,
    years_in_a_choice,
    library_of_documents,
    all_bodies_on_one_page,
    news_beside,
    icb_with_cards,
    items_in_a_table,
    months_and_archive,
    group_board,
    latest_papers,
    divisions_only,
    tiles,
    months_in_the_margin,
    definitions,
    previous_meetings,
    meetings_minutes_agendas,
    extraordinary_meetings,
    divisions_of_downloads,
    lists_in_lists,
    tabs_of_bodies,
    a_menu_on_every_page,
    icb_file_blocks,
    year_in_a_row,
    lines_of_a_paragraph,
    planned_dates,
    kinds_of_events,
    events_of_a_cluster,
    days_of_the_week,
)
