"""May we connect to this address? Only to a public one: no page may make us read the house's own network."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address


def refusal(text: str) -> str:
    """Return why an IP address must not be connected to, as the end of a sentence; "" for a public one.

    Public is what IANA's registries of special-purpose addresses (RFC 6890) call globally reachable, less multicast;
    an IPv6 address that stands for an IPv4 one is as public as that.
    """
    try:
        address: Address = ip_address(text.partition("%")[0])
    except ValueError:
        return f"{text} is not an IP address"
    reached = _carried(address) or address
    unicast = reached.version == 4 or reached in _UNICAST
    if not unicast or not reached.is_global or reached.is_multicast or _listed(reached):
        return f"{text} is not a public address"
    return ""


_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
_MAPPED = IPv6Network("::ffff:0:0/96")  # RFC 4291
_UNICAST = IPv6Network("2000::/3")  # all that IANA has given out for global use
# What ipaddress calls global, or has called so in some version of Python, and is not for us.
_ALSO_REFUSED = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # protocols, RFC 6890
            "192.88.99.0/24",  # 6to4 relays, RFC 7526
            "100.64.0.0/10",  # carriers' NAT, RFC 6598
            "2002::/16",  # 6to4, RFC 3056
            "2001::/23",  # Teredo and other protocols, RFC 2928
            "3fff::/20",  # documentation, RFC 9637
        ),
    )
)


def _listed(address: Address) -> bool:
    return any(address in network for network in _ALSO_REFUSED if network.version == address.version)


def _carried(address: Address) -> IPv4Address | None:
    """Return the IPv4 address that a connection to an IPv6 address would reach in the end."""
    if address.version == 6 and (address in _NAT64 or address in _MAPPED):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
