"""Which addresses of the network are public: a server may connect to these alone on behalf of a reader."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            # IANA's registries of special-purpose addresses, as of 2026, and multicast. IPv4:
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            # IPv6, of what lies in 2000::/3: Teredo and others, documentation, 6to4, which carry or name something else
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "2620:4f:8000::/48",
            "3fff::/20",
        ),
    )
)
GLOBAL_UNICAST = ip_network("2000::/3")
"""The only part of IPv6 that is given out; what maps or translates IPv4 (::ffff:0:0/96, 64:ff9b::/96) lies outside."""


def is_public(address: str) -> bool:
    """A machine on the open internet may answer at this address, and nothing else; False for what is no address."""
    try:
        found: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and (found.scope_id is not None or found not in GLOBAL_UNICAST):
        return False
    return not any(found in network for network in NOT_PUBLIC if network.version == found.version)
