"""Sites on this machine: a source says that it is one with the column ``local``."""

from __future__ import annotations

import ipaddress
from importlib.resources import files
from pathlib import Path

import pytest

from crawl.reach import OutOfReach, Reach

WEB = Reach.public(["127.0.0.1", "localhost", "10.0.0.1"])
REMEDY = "set the column local to true for a site"


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://[::1]/", "http://localhost/"])
def test_the_refusal_of_an_address_of_this_machine_names_the_remedy(url: str) -> None:
    with pytest.raises(OutOfReach, match=REMEDY):
        WEB.check_url(url)


@pytest.mark.parametrize("address", ["10.0.0.1", "169.254.169.254", "0.0.0.0"])
def test_other_addresses_that_are_not_public_have_no_such_remedy(address: str) -> None:
    with pytest.raises(OutOfReach, match=r"is not a public address$"):
        WEB.check_address(ipaddress.ip_address(address))


def test_the_column_stands_in_the_header_of_the_packaged_sources_and_in_the_guides() -> None:
    assert "local" in files("crawl").joinpath("sources.csv").read_text("utf-8").splitlines()[0].split(",")
    root = Path(__file__).parents[2]
    for guide in ("README.md", "docs/gathering.md"):
        assert "`local`" in (root / guide).read_text("utf-8"), guide
