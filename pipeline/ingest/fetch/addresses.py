"""Which addresses of the web may be asked: http and https, without credentials, on hosts of the public internet."""

import ipaddress
import socket

import httpx

from pipeline.errors import DocumentError

LONGEST_ADDRESS = 2_000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def parse_address(text: str, base: httpx.URL | None = None) -> httpx.URL:
    """The address that a text writes, seen from the page ``base``, without its fragment.

    Raises :class:`DocumentError` where it is none of http or https, has no host, or holds a name or password.
    """
    shown = shorten(text)
    if len(text) > LONGEST_ADDRESS:
        raise DocumentError(f"{shown} is longer than {LONGEST_ADDRESS:,} characters: give a shorter address.")
    try:
        given = httpx.URL(text.strip())
        url = (base.join(given) if base else given).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise DocumentError(f"{shown} is no address of the web: copy it from the browser once more.") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise DocumentError(f"{shown} is no address of the web: it must begin with https:// or http:// and a host.")
    if url.userinfo:
        raise DocumentError(f"{url.host}: the address holds a name or password: take them out of it.")
    return url


def resolve(host: str, port: int, allow_private: bool) -> list[str]:
    """The IP addresses of a host, every one of them checked.

    Connect to one of these and not to the name, which could mean another address when it is asked again. Raises
    :class:`DocumentError` where the host has none, or any that is not of the public internet and ``allow_private`` is
    not set.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DocumentError(f"The host {shorten(host)} is not known: check the address and the connection.") from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for number in numbers:
        if not allow_private and not is_public(number):
            raise DocumentError(
                f"The host {shorten(host)} is {number}, an address inside a private network or machine: it is asked "
                "only with the option --allow-private."
            )
    return numbers


def is_public(number: str) -> bool:
    """Whether an IP address belongs to the public internet, those included that an IPv6 address carries within it."""
    try:
        address: IPAddress = ipaddress.ip_address(number)
    except ValueError:  # with a zone, as link-local addresses have
        return False
    meant = _carried(address) or address
    return meant.is_global and not meant.is_multicast and not meant.is_reserved


def _carried(address: IPAddress) -> IPAddress | None:
    """The IPv4 address that an IPv6 address stands for: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])


def shorten(address: str) -> str:
    """An address as a sentence can show it: on one line, without control characters."""
    plain = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in address)
    return plain if len(plain) <= 200 else plain[:200] + "..."
