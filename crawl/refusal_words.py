"""The words and marks by which sites' refusals are known: what guards, paywalls, log-ins and missing pages say.

Generic signs, as the common guards and content systems write them. All patterns are anchored or plain, and linear.
"""

from __future__ import annotations

import re

ARTICLE_TYPES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting", "Report",
    "ScholarlyArticle", "LiveBlogPosting"})
"""The schema.org types of what has a text of its own."""
PRICED_TYPES = ARTICLE_TYPES | {"CreativeWork", "WebPage"}
"""Those of what states whether it is free."""

END = r"\s*[.!?…]*\s*(?:[|·–—-].{0,80})?$"
"""A title may end with the name of the site, and with nothing else: "Access denied: patients tell" is a headline."""


def _titles(*patterns: str) -> re.Pattern[str]:
    return re.compile("^(?:" + "|".join(patterns) + ")" + END, re.IGNORECASE)


def _beginnings(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


CHALLENGE_TITLE = _titles(
    r"just a moment", r"please wait", r"attention required", r"access (?:is )?(?:denied|forbidden|blocked)", r"forbidden",
    r"(?:error )?403(?:\s*[–:-]?\s*(?:forbidden|access denied))?", r"(?:the )?request (?:is )?(?:rejected|blocked)",
    r"pardon our interruption", r"security (?:check|checkpoint|verification|challenge)",
    r"(?:human|bot|robot) (?:check|verification)",
    r"are you (?:a )?(?:robot|human)", r"client challenge", r"ddos-guard",
    r"(?:checking|verifying) your (?:browser|connection).{0,40}",
    r"verify(?:ing)? (?:that )?you are (?:a )?human", r"(?:sorry, )?you (?:have been|are) blocked", r"one more step", r"bot or not",
    r"error: the request could not be satisfied", r"unusual traffic(?: detected)?", r"(?:sucuri )?web ?site firewall")

CHALLENGE_SAYING = _beginnings(
    r"request unsuccessful\. incapsula", r"incapsula incident id",
    r"enable (?:js|javascript|cookies)(?: and [a-z ]{2,40})? to continue",
    r"the requested url was rejected", r"your support id is", r"checking if the site connection is secure",
    r"checking your browser before", r"unusual traffic from your (?:computer )?network", r"press (?:&amp;|&|and) hold to confirm",
    r"verify (?:that )?you are (?:a )?human", r"needs to review the security of your connection", r"cloudflare ray id",
    r"you don['’]t have permission to access .{0,200} on this server", r"(?:performance|security) by cloudflare",
    r"complete the captcha")

CHALLENGE_MARKUP = _beginnings(
    r"_Incapsula_Resource", r"class=[\"'][^\"'<>]{0,100}(?:g-recaptcha|h-captcha|cf-turnstile|px-captcha)",
    r"id=[\"'](?:challenge-(?:form|running|error-text)|px-captcha|captcha-form)", r"window\._cf_chl_opt",
    r"captcha-delivery\.com")

THING = (r"(?:(?:the|this|that) )?(?:page|article|story|document|file|content)"
         r"(?: (?:(?:that )?you (?:(?:are|were) looking for|requested)|requested))?")
MISSING_TITLE = _titles(
    r"(?:error|http)?\W{0,3}404\b.{0,60}", r"not found",
    rf"(?:(?:sorry|oops)[,!.]? )?{THING} (?:(?:was|is|has been|could|can) )?"
    r"(?:not (?:be )?(?:found|available|exist)|not found|removed|deleted|gone)",
    rf"(?:(?:sorry|oops)[,!.]? )?{THING} (?:(?:does not|doesn['’]t|no longer) exists?|(?:is )?no longer (?:here|available)"
    r"|unavailable|cannot be found|can['’]t be found|isn['’]t (?:here|available))",
    rf"(?:(?:sorry|oops)[,!.]? )?(?:(?:we|i) )?(?:can(?:not|['’]t)|could(?: not|n['’]t)) find {THING}")

LOG_IN_TITLE = _titles(
    r"(?:please )?(?:(?:member|subscriber|staff|user|account|my account|customer)s?['’]? )?(?:log|sign)[ -]?(?:in|on)"
    r"(?: (?:to|or|with|required)\b.{0,80})?")
LOG_IN_HOST = re.compile(r"(?:log-?in|sign-?in|auth|sso|idp|accounts?|identity|adfs)[0-9]{0,2}\.", re.IGNORECASE)
LOG_IN_PATH = re.compile(
    r"/(?:(?:wp-)?(?:log|sign)-?(?:in|on)(?:\.(?:aspx?|php|html?|jsp))?|oauth2?|saml2?|adfs)(?:/|$)", re.IGNORECASE)
ERROR_PATH = re.compile(
    r"/(?:404|error-?404|404-?(?:error|page|not-?found)|(?:page-?)?not-?found)(?:\.(?:aspx?|php|html?))?/?$", re.IGNORECASE)

ASK = (r"(?:please )?(?:subscribe|register|sign up|join|log ?in|sign ?in|become a (?:member|subscriber)"
       r"|start your (?:free )?trial)\b")
PAYWALL_SAYING = _beginnings(
    rf"{ASK}.{{0,60}}? to (?:continue|keep|finish|carry on) reading\b",
    rf"{ASK}.{{0,30}}? to (?:read|access|view|unlock|see) (?:the |this )?(?:full|whole|rest|complete|entire|article|story)\b",
    r"to (?:continue|keep) reading\b.{0,40}?\b(?:subscribe|register|sign|log|join)",
    r"(?:this|the) (?:article|story|content|page) is (?:only |exclusively )?(?:for|available to|exclusive to|reserved for) "
    r"(?:our )?(?:paying |premium |registered )?(?:subscribers|members)",
    r"(?:for )?(?:subscriber|member|premium)s?[- ]only(?: (?:content|article|story))?\W*$",
    r"you(?:['’]ve| have) (?:reached|read|used) (?:your|all|the)\b.{0,40}?\bfree (?:article|stor|read)",
    r"already a (?:subscriber|member)\? (?:log|sign) ?in", r"want to read more\? (?:subscribe|register|sign)")

SIGNS = re.compile(
    rb"(?i)accessibleforfree|content_tier|subscribe|register|sign (?:up|in)|log ?in|reading|subscribers|members|premium|captcha"
    rb"|incapsula|moment|please wait|attention|denied|forbidden|40[34]|blocked|rejected|interruption|security|human|robot|ddos"
    rb"|challenge|browser|connection|one more step|bot or not|satisfied|traffic|firewall|enable|support id"
    rb"|cloudflare|permission|turnstile|not found|not available|exist"
    rb"|removed|deleted|gone|no longer|cannot|can\W{1,3}t |unavailable|not be|isn|find|password")
"""Bytes without which a page is no refusal."""
