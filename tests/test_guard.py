"""Which addresses may be connected to."""

import pytest

from linkcurate.guard import refusal

PUBLIC = (
    "8.8.8.8 1.1.1.1 93.184.216.34 2606:4700::1111 2a00:1450:4001:81b::200e ::ffff:8.8.8.8 64:ff9b::808:808"
)
REFUSED = """
    127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.127.255.255
    0.0.0.0 0.1.2.3 255.255.255.255 224.0.0.1 239.1.1.1 240.0.0.1 198.18.0.1 198.19.255.255 192.0.0.8 192.0.2.1
    198.51.100.7 203.0.113.9 192.88.99.1 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd00::1 fec0::1 ff02::1 2001:db8::1 3fff::1 5f00::1
    ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1
    2002:7f00:1:: 2002:a00:1:: 2001:0:7f00:1:: 2001::1 100::1 ::127.0.0.1 not-an-address
"""


@pytest.mark.parametrize("address", PUBLIC.split())
def test_public_addresses_may_be_connected_to(address: str) -> None:
    assert refusal(address) == ""


@pytest.mark.parametrize("address", REFUSED.split())
def test_others_may_not(address: str) -> None:
    assert address in refusal(address)


@pytest.mark.parametrize("address", ["::ffff:0:7f00:1", "4000::1", "2001:0:5db8:d822::1", "2002:808:808::1"])
def test_what_is_not_given_out_for_global_use_is_refused(address: str) -> None:
    assert address in refusal(address)
