"""Refusals are known as such, and true pages that speak of the same things are not. All pages are invented."""

from __future__ import annotations

import datetime

import pytest
from scrapy.http import HtmlResponse, Request, Response

from crawl.pages import Hint, Visit
from crawl.reading import Errand
from crawl.refusals import is_challenge, is_log_in, refusal_of
from crawl.sources import Source
from crawl.spiders.articles import ArticleSpider

ADDRESS = "https://news.example/health/invented-board-meets"
SOURCE = Source(name="probe", publisher="Invented", cadence="daily", doc_type="news", shape="rss", start_urls=("https://news.example/rss",))
MENU = ("<header><a href='/'>Exampleshire News (invented)</a><nav><ul><li><a href='/health'>Health</a></li><li><a href='/login'>Log in</a></li>"
        "<li><a href='/subscribe'>Subscribe</a></li></ul></nav></header>")
FOOT = "<footer><p>Invented. Contact us, privacy, cookies, terms.</p></footer>"
STORY = "".join(f"<p>{text}</p>" for text in (
    "This article is invented for a test. Exampleshire Hospitals NHS Foundation Trust, which does not exist, told its board in item seven "
    "that work on its wards went on as planned during the month.",
    "The invented trust reported four open actions from its previous meeting, and said that each had an owner, a date and a note of what "
    "was still to be done before the next meeting in public.",
    "Members of the invented board thanked staff for their work over the winter, and asked for a further report in the summer on how the "
    "new rota was being received by those who work it."))
LD = '<script type="application/ld+json">{}</script>'


def page(title: str, body: str, *, head: str = "", site: str = " | Exampleshire News") -> str:
    return (f"<!doctype html><html lang='en'><head><title>{title}{site}</title>{head}</head><body>{MENU}<main>{body}</main>{FOOT}</body></html>")


def answer(html: str | bytes, *, status: int = 200, url: str = ADDRESS, asked: str = ADDRESS, media_type: str = "text/html") -> Response:
    visit = Visit(id=1, source="probe", url=asked, role="article", hint=Hint(), attempts=0, worker="w")
    errand = Errand(visit=visit, source=SOURCE, today=datetime.date(2026, 11, 21))
    return HtmlResponse(url, status=status, headers={"Content-Type": media_type}, body=html if isinstance(html, bytes) else html.encode(),
                        request=Request(asked, meta={"errand": errand}))


FREE = '{{"@context": "https://schema.org", "@type": "{type}", "headline": "x", "datePublished": "2026-11-01", "isAccessibleForFree": {free}}}'
PAYWALLS = {
    "json-ld": page("Board meets", f"<h1>Board meets</h1>{STORY}", head=LD.format(FREE.format(type="NewsArticle", free="false"))),
    "json-ld-text": page("Board meets", f"<h1>Board meets</h1>{STORY}", head=LD.format(FREE.format(type="Article", free='"False"'))),
    "json-ld-schema": page("Board meets", STORY, head=LD.format(FREE.format(type="WebPage", free='"http://schema.org/False"'))),
    "json-ld-graph": page("Board meets", STORY, head=LD.format(
        '{"@graph": [{"@type": "Organization", "name": "x"}, ' + FREE.format(type="NewsArticle", free="false") + "]}")),
    "json-ld-types": page("Board meets", STORY, head=LD.format(
        '{"@type": ["NewsArticle", "Article"], "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".x"}, '
        '"isAccessibleForFree": "False"}')),
    "tier": page("Board meets", STORY, head='<meta property="article:content_tier" content="locked">'),
    "teaser": page("Board meets", "<h1>Board meets</h1><p>The invented board met on Tuesday, and heard that …</p>"
                   "<div class='x'><h3>Subscribe to continue reading</h3><p>From £2 a week</p></div>"),
    "register": page("Board meets", "<h1>Board meets</h1><p>The invented board met.</p><p>Register for free to read the full article</p>"),
    "members": page("Board meets", "<h1>Board meets</h1><p>The invented board met.</p><div>This article is for subscribers only.</div>"),
    "limit": page("Board meets", "<h1>Board meets</h1><p>You've reached your limit of 3 free articles this month.</p>"),
    "already": page("Board meets", "<h1>Board meets</h1><p>The invented board met.</p><div><p>Already a subscriber? Log in</p></div>"),
    "sign-in": page("Board meets", "<h1>Board meets</h1><p>It met.</p><button>Sign in or subscribe to keep reading this story</button>"),
}
BLOCKS = {
    "just-a-moment": "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to "
                     "continue</noscript><script>window._cf_chl_opt={};</script></body></html>",
    "attention": page("Attention Required!", "<h1>Sorry, you have been blocked</h1><h2>You are unable to access news.example</h2><p>"
                      + "This website uses a service to protect itself from attacks. " * 15 + "</p>", site=" | Cloudflare"),
    "denied": "<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>You don't have permission to access "
              "&quot;http://news.example/&quot; on this server.<p>Reference #18.1</p></body></html>",
    "incapsula": "<html><head><meta name='robots' content='noindex'></head><body><iframe src='/_Incapsula_Resource?x=1'>Request unsuccessful. "
                 "Incapsula incident ID: 1-2</iframe></body></html>",
    "rejected": "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your "
                "administrator.<br><br>Your support ID is: 123</body></html>",
    "captcha": page("Exampleshire News", "<form action='/verify'><p>Please tick the box.</p><div class='g-recaptcha' data-sitekey='x'></div>"
                    "<button>Go on</button></form>", site=""),
    "hcaptcha": page("One more step", "<form><div class='h-captcha'></div></form>", site=""),
    "turnstile": page("Checking", "<div class='cf-turnstile'></div>"),
    "human": page("Are you a robot?", "<p>We have seen unusual traffic from your network.</p>"),
    "interruption": page("Pardon Our Interruption", "<p>" + "As you were browsing, something made us think that you might be a bot. " * 8 + "</p>", site=""),
    "browser": page("Checking your browser before accessing news.example", "<p>Please wait.</p>", site=""),
    "verify": page("Exampleshire", "<p>Please verify you are human to go on.</p>"),
    "forbidden": page("403 Forbidden", "<h1>Forbidden</h1>", site=""),
    "security": page("Security Check", "<p>Invented.</p>", site=" - Exampleshire"),
}
LOG_INS = {
    "form": page("Log in", "<h1>Log in</h1><form action='/session'><label>E-mail <input name='user'></label><label>Password <input type='password' "
                 "name='secret'></label><button>Log in</button></form>"),
    "members": page("Members' sign in", "<h1>Please sign in</h1><p>This part of the invented site is for staff.</p><form><input type=\"password\"></form>"),
    "bare": page("Exampleshire intranet", "<form><input name='u'><input type='password' name='p'></form>"),
}
GONE = {
    "not-found": page("Page not found", "<h1>Page not found</h1><p>Try the search.</p>"),
    "404": page("404", "<h1>Oops</h1><p>Nothing here.</p>"),
    "error-404": page("Error 404: not found", "<p>Nothing here.</p>"),
    "sorry": page("Exampleshire News", "<h1>Sorry, we can't find that page</h1><p>It may have moved.</p>", site=""),
    "no-longer": page("Exampleshire News", "<h1>This article is no longer available</h1>", site=""),
    "does-not-exist": page("Exampleshire News", "<h1>The page you requested does not exist.</h1>", site=""),
    "looking-for": page("Exampleshire News", "<h1>The page you are looking for could not be found</h1>", site=""),
    "removed": page("Exampleshire News", "<h1>This story has been removed</h1>", site=""),
    "bare": page("Not Found", "<p>The URL was not found on this server.</p>", site=""),
}
REFUSED = [(refusal, name, html) for refusal, pages in (("paywall", PAYWALLS), ("blocked", BLOCKS), ("log_in", LOG_INS), ("gone", GONE))
           for name, html in pages.items()]

LONG = STORY * 5
ARTICLE = '<meta property="og:type" content="article">'
TRUE_PAGES = {
    "access-denied-headline": page("Access denied: the patients who never got an appointment", f"<h1>Access denied: the patients</h1>{STORY}"),
    "access-denied-long": page("Access denied", f"<h1>Access denied</h1>{LONG}"),
    "access-denied-stated": page("Access denied", f"<h1>Access denied</h1>{STORY}", head=ARTICLE),
    "denied-in-text": page("Board meets", f"<h1>Board meets</h1>{STORY}<p>Access denied, said the sign.</p>"),
    "captcha": page("Hospital booking site drops its captcha", f"<h1>Hospital drops captcha</h1>{STORY}<p>Users no longer have to verify "
                    "you are human boxes.</p>", head=ARTICLE),
    "captcha-comments": page("Board meets", f"<h1>Board meets</h1>{STORY}<form class='comment-form'><div class='g-recaptcha'></div></form>"),
    "challenge-script": page("Board meets", f"<h1>Board meets</h1>{STORY}<script src='/cdn-cgi/challenge-platform/x.js'></script>"),
    "robots": page("Are you a robot? Surgeons on their new machines", f"<h1>Are you a robot? Surgeons on machines</h1>{STORY}"),
    "security": page("Security check finds gaps at invented hospital", f"<h1>Security check finds gaps</h1>{STORY}"),
    "moment": page("Just a moment of care: a nurse's day", f"<h1>Just a moment of care</h1>{STORY}"),
    "paywall": page("Publisher puts health news behind a paywall", f"<h1>Publisher builds paywall</h1>{STORY}<p>Readers will be asked to "
                    "subscribe to continue reading, the invented publisher said.</p>"),
    "paywall-quoted": page("Paywalls", f"<h1>Paywalls</h1>{STORY}<p>The words “Subscribe to continue reading” have become common.</p>"),
    "newsletter": page("Board meets", f"<h1>Board meets</h1>{STORY}<div><h3>Subscribe to our newsletter</h3><p>Sign up to get health news.</p></div>"),
    "header-log-in": page("Board meets", f"<header><p>Already a subscriber? Log in</p></header><h1>Board meets</h1>{STORY}"),
    "hidden-wall": page("Board meets", f"<h1>Board meets</h1>{STORY}<div style='display:none'><h3>Subscribe to continue reading</h3></div>"),
    "template-wall": page("Board meets", f"<h1>Board meets</h1>{STORY}<template><h3>Subscribe to continue reading</h3></template>"),
    "teasers-of-others": page("Board meets", f"<h1>Board meets</h1>{STORY}<ul><li>Subscriber only</li><li>Premium content</li></ul>"),
    "wall-under-long-text": page("Board meets", f"<h1>Board meets</h1>{LONG}<h3>Subscribe to keep reading stories like this</h3>"),
    "free": page("Board meets", STORY, head=LD.format(FREE.format(type="NewsArticle", free="true"))),
    "free-text": page("Board meets", STORY, head=LD.format(FREE.format(type="NewsArticle", free='"True"'))),
    "others-are-not-free": page("Board meets", STORY, head=LD.format(
        '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "x", "url": "/y", "isAccessibleForFree": false}]}')),
    "tier-free": page("Board meets", STORY, head='<meta property="article:content_tier" content="free">'),
    "login-modal": page("Board meets", f"<h1>Board meets</h1>{STORY}<form id='modal'><input type='password'></form>"),
    "log-in-guide": page("How to log in to the staff portal", f"<h1>How to log in to the staff portal</h1>{STORY}"),
    "password-news": page("Trust resets every password after attack", f"<h1>Trust resets every password</h1>{STORY}"),
    "not-found-news": page("Key document was not found, inquiry hears", f"<h1>Key document was not found, inquiry hears</h1>{STORY}"),
    "records": page("Page missing from report into ward", f"<h1>Page missing from report into ward</h1>{STORY}"),
    "404-beds": page("404 beds to close across the invented county", f"<h1>Beds to close</h1>{LONG}"),
    "gone": page("Gone: the ward that closed", f"<h1>Gone: the ward that closed</h1>{STORY}"),
    "no-longer": page("Service no longer available at weekends", f"<h1>Service no longer available at weekends</h1>{STORY}"),
    "short": page("Board meets", "<h1>Board meets</h1><p>The invented board met on Tuesday.</p>"),
    "empty-list": page("News", "<h1>News</h1><p>There is no news.</p>"),
    "forbidden": page("Visits forbidden as bug spreads", f"<h1>Visits forbidden as bug spreads</h1>{STORY}"),
    "blocked": page("Merger blocked", f"<h1>Merger blocked</h1>{STORY}"),
}


@pytest.mark.parametrize(("refusal", "name", "html"), REFUSED, ids=[f"{refusal}-{name}" for refusal, name, _ in REFUSED])
def test_a_refusal_is_known_by_what_it_says(refusal: str, name: str, html: str) -> None:
    told = refusal_of(answer(html))
    assert told is not None
    assert told[0] == refusal
    assert len(told[1]) > 10


@pytest.mark.parametrize("name", TRUE_PAGES)
def test_a_true_page_that_speaks_of_such_things_is_no_refusal(name: str) -> None:
    assert refusal_of(answer(TRUE_PAGES[name])) is None


@pytest.mark.parametrize(("status", "refusal"), [
    (401, "log_in"), (402, "paywall"), (403, "blocked"), (404, "gone"), (410, "gone"), (451, "withheld"), (500, None), (503, None), (429, None)])
def test_some_statuses_are_refusals_whatever_the_page_says(status: int, refusal: str | None) -> None:
    told = refusal_of(answer(page("Board meets", STORY), status=status))
    assert (told and told[0]) == refusal


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("status", [429, 503])
def test_a_guard_that_says_come_back_later_is_still_a_guard(name: str, status: int) -> None:
    told = refusal_of(answer(BLOCKS[name], status=status))
    assert told is not None
    assert told[0] == "blocked"


def test_an_overloaded_site_is_no_guard() -> None:
    for body in (b"", b"Service Unavailable", page("Down for maintenance", "<p>We are back at noon.</p>").encode(), b"\x00\xff" * 50_000):
        assert not is_challenge(body)


@pytest.mark.parametrize(("to", "refusal"), [
    ("https://news.example/", "gone"), ("https://news.example", "gone"), ("https://news.example/404", "gone"), ("https://news.example/page-not-found.aspx", "gone"),
    ("https://news.example/login?next=/health", "log_in"), ("https://news.example/account/sign-in/", "log_in"), ("https://login.news.example/x", "log_in"),
    ("https://news.example/wp-login.php?redirect_to=x", "log_in"), ("https://news.example/health/invented-board-meets/", None),
    ("https://news.example/2026/login-troubles-at-trust", None), ("https://www.news.example/health/moved-here", None),
    ("https://news.example/?p=123", None), ("https://news.example/blog/authors/x", None)])
def test_where_a_redirect_led_says_what_became_of_a_page(to: str, refusal: str | None) -> None:
    told = refusal_of(answer(page("Board meets", STORY), url=to))
    assert (told and told[0]) == refusal


def test_a_front_page_or_log_in_that_was_asked_for_is_none() -> None:
    for url in ("https://news.example/", "https://news.example/login"):
        assert refusal_of(answer(page("News", STORY), url=url, asked=url)) is None
    assert is_log_in("https://sso.trust.example/")
    assert not is_log_in("http://[")


def test_files_and_odd_bytes_are_judged_by_their_status_alone() -> None:
    for body in (b"%PDF-1.7 Access Denied 404 captcha", b"", b"\x00" * 100, b"<rss><channel><title>404</title></channel></rss>", b"Page not found"):
        assert refusal_of(answer(body, media_type="application/octet-stream")) is None


def test_hostile_pages_are_judged_soon() -> None:
    deep = "<div>" * 100_000 + "captcha password 404"
    many = "<p class='g-recaptcha'>Subscribe " * 100_000
    wide = page("404 " * 100_000, "<h1>" + "not found " * 100_000)
    for html in (deep, many, wide, "<title>" * 100_000 + "captcha", "<div style='display:none'>" * 20_000 + "<p>denied" * 20_000):
        refusal_of(answer(html))


def test_the_spider_of_articles_gives_the_refusal_and_no_document() -> None:
    response = answer(PAYWALLS["teaser"])
    contents = ArticleSpider.read_page(response, response.meta["errand"])
    assert (contents.refusal, contents.documents) == ("paywall", ())
    assert "Subscribe to continue reading" in contents.issues[0].reason
