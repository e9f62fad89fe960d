"""What crawling must be set to, and what ``softintel doctor`` says where it is not."""

from __future__ import annotations

import pytest
from scrapy.settings import Settings

from api.checks import check_crawling
from crawl import settings
from crawl.reach import Reach
from crawl.safety import MIDDLEWARES, SAFEGUARDS, Safeguard, dangers


def test_all_safeguards_stand_in_the_settings_that_a_crawl_has() -> None:
    assert dangers() == []
    crawl_has = Settings()
    crawl_has.setmodule("crawl.settings", priority="project")
    assert all(crawl_has[guard.setting] == guard.value for guard in SAFEGUARDS)
    finding = check_crawling()
    assert finding.verdict == "ok"
    assert {"TLS verified", "telnet off", "robots.txt obeyed", "private addresses refused"} <= set(finding.detail.split(", "))


@pytest.mark.parametrize("guard", SAFEGUARDS, ids=lambda guard: guard.setting)
def test_a_setting_that_was_changed_is_a_problem(guard: Safeguard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, guard.setting, not guard.value)
    finding = check_crawling()
    assert finding.verdict == "problem"
    assert guard.danger in finding.detail
    assert guard.setting in finding.detail


@pytest.mark.parametrize("name", MIDDLEWARES)
def test_a_guard_that_was_left_out_is_a_problem(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.DOWNLOADER_MIDDLEWARES, name, None)
    assert check_crawling().verdict == "problem"
    monkeypatch.delitem(settings.DOWNLOADER_MIDDLEWARES, name)
    assert MIDDLEWARES[name] in check_crawling().detail


def test_a_reach_that_lets_private_addresses_pass_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reach, "check_address", lambda *_: None)
    assert "a crawl of the web reaches 169.254.169.254" in check_crawling().detail
