"""What a crawl may reach."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawl.reach import OutOfReach, Reach, as_address

PUBLIC = Reach.public(["news.example", "8.8.8.8"])
LOCAL = Reach.local_to(["http://127.0.0.1:8000/feed", "http://localhost:8001/"])

REFUSED = """
http://127.0.0.1/ http://127.0.0.1:80/ http://127.1/ http://127.255.255.254/ http://2130706433/ http://0x7f000001/ http://0x7f.1/
http://0177.0.0.1/ http://017700000001/ http://[::1]/ http://[::]/ http://0.0.0.0/ http://0/ http://[::ffff:127.0.0.1]/
http://[::ffff:7f00:1]/ http://[::127.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[64:ff9b:1::1]/ http://[2002:7f00:1::]/
http://[2001::1]/ http://[fe80::1]/ http://[fe80::1%25eth0]/ http://[fec0::1]/ http://[fc00::1]/ http://[fd12:3456::1]/
http://[ff02::1]/ http://10.0.0.1/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.1.1/ http://100.64.0.1/
http://100.127.255.254/ http://169.254.169.254/latest/meta-data/ http://[::ffff:169.254.169.254]/ http://[fd00:ec2::254]/
http://2852039166/ http://192.0.0.1/ http://192.0.2.1/ http://198.18.0.1/ http://198.51.100.1/ http://203.0.113.1/ http://224.0.0.1/
http://168.63.129.16/ http://192.0.0.192/ http://192.88.99.1/ http://[3fff::1]/ http://[5f00::1]/ http://a.localhost/ http://localhost./
http://240.0.0.1/ http://255.255.255.255/ http://localhost/ http://LOCALHOST/ http://127.0.0.1./
http://news.example:8080/ http://news.example:22/ https://news.example:8443/ http://8.8.8.8:53/ http://8.8.4.4/
http://user@news.example/ http://news.example@127.0.0.1/ http://user:pass@news.example/ http://127.0.0.1\\@news.example/
http://news.example\\.evil.example/ ftp://news.example/ file:///etc/passwd gopher://news.example/ data:text/html,x
javascript:alert(1) http:///path http://[::1 http://news.example:99999/ http://evil.example/ http://news.example.evil.example/ http://fakenews.example/
""".split()


@pytest.mark.parametrize("url", REFUSED)
def test_a_public_crawl_never_asks_what_is_not_its_source_s_public_site(url: str) -> None:
    with pytest.raises(OutOfReach):
        PUBLIC.check_url(url)


@pytest.mark.parametrize("url", ["http://news.example/", "https://news.example/a?b=c", "https://www.news.example:443/", "http://8.8.8.8/"])
def test_a_public_crawl_asks_its_source_s_site(url: str) -> None:
    PUBLIC.check_url(url)


@pytest.mark.parametrize("url", ["http://news.example/a b", "http://news.example/a\nb", "http://news.example/\x00"])
def test_an_address_with_characters_that_addresses_do_not_have_is_refused(url: str) -> None:
    with pytest.raises(OutOfReach):
        PUBLIC.check_url(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8001/", "http://127.0.0.1/", "http://localhost:8000/", "http://127.0.0.2:8000/",
                                 "http://[::1]:8000/", "https://127.0.0.1/", "http://news.example/", "http://0.0.0.0:8000/"])
def test_a_local_crawl_asks_only_the_very_sites_it_was_given(url: str) -> None:
    LOCAL.check_url("http://127.0.0.1:8000/any/page")
    LOCAL.check_url("http://localhost:8001/any/page")
    with pytest.raises(OutOfReach):
        LOCAL.check_url(url)


@given(st.ip_addresses(v=4) | st.ip_addresses(v=6))
def test_only_global_unicast_addresses_are_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    try:
        PUBLIC.check_address(address)
    except OutOfReach:
        return
    assert address.is_global
    assert not address.is_multicast


@given(st.ip_addresses(v=4, network="127.0.0.0/8") | st.ip_addresses(v=4, network="10.0.0.0/8")
       | st.ip_addresses(v=4, network="100.64.0.0/10") | st.ip_addresses(v=4, network="169.254.0.0/16"))
def test_a_private_address_stays_private_however_it_is_wrapped(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    wrapped: list[ipaddress.IPv4Address | ipaddress.IPv6Address] = [
        address, ipaddress.IPv6Address((0xFFFF << 32) | number), ipaddress.IPv6Address((0x64FF9B << 96) | number),
        ipaddress.IPv6Address((0x2002 << 112) | (number << 80)), ipaddress.IPv6Address(number)]
    for each in wrapped:
        with pytest.raises(OutOfReach):
            PUBLIC.check_address(each)


@given(st.ip_addresses(v=4))
def test_an_address_is_known_in_every_way_of_writing_it(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    octets = [number >> shift & 0xFF for shift in (24, 16, 8, 0)]
    for written in (str(address), str(number), hex(number), ".".join(f"0{octet:o}" for octet in octets),
                    ".".join(map(hex, octets)), f"{octets[0]}.{number & 0xFFFFFF}"):
        assert as_address(written) == address
