"""Which addresses are public: the rule alone, by table."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.public import is_public

PUBLIC = ["1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.255.255", "172.32.0.1", "100.63.0.1", "100.128.0.1"]
PUBLIC_6 = ["2606:4700:4700::1111", "2a00:1450:4001:81b::200e", "2001:4860:4860::8888", "2620:0:2d0:200::7"]
HIDDEN = {
    "this network": ["0.0.0.0", "0.1.2.3"],
    "loopback": ["127.0.0.1", "127.255.255.254", "::1"],
    "private": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"],
    "shared by a carrier": ["100.64.0.1", "100.127.255.255"],
    "link-local": ["169.254.169.254", "169.254.0.1", "fe80::1", "fe80::1%eth0"],
    "multicast": ["224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"],
    "reserved": ["240.0.0.1", "255.255.255.255", "::", "4000::1", "fec0::1", "1::1"],
    "protocols": ["192.0.0.1", "192.0.0.170", "192.88.99.1", "2001::1", "2001:0:7f00:1::", "2001:20::1", "5f00::1"],
    "documentation": ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
    "benchmarks": ["198.18.0.1", "198.19.255.255", "2001:2::1"],
    "IPv4 in IPv6": ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "::ffff:0:7f00:1"],
    "NAT64": ["64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::a00:1"],
    "6to4": ["2002:7f00:1::1", "2002:808:808::1"],
    "no address": ["", "localhost", "127.1", "0x7f000001", "2130706433", "127.0.0.1:80", "[::1]", "８.8.8.8"],
}


@pytest.mark.parametrize("address", PUBLIC + PUBLIC_6)
def test_what_is_on_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(("kind", "address"), [(kind, a) for kind, addresses in HIDDEN.items() for a in addresses])
def test_what_is_not_is_hidden(kind: str, address: str) -> None:
    assert not is_public(address), kind


@given(st.ip_addresses())
def test_nothing_that_python_calls_private_is_public(address: object) -> None:
    found = ip_address(str(address))
    if is_public(str(found)):
        assert found.is_global
        assert not any((found.is_multicast, found.is_loopback, found.is_link_local, found.is_unspecified))


@pytest.mark.parametrize("block", ["10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"])
def test_the_ends_of_a_block_are_hidden_with_it(block: str) -> None:
    network = ip_network(block)
    assert not is_public(str(network[0]))
    assert not is_public(str(network[-1]))
