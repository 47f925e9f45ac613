"""How many requests a desk, an agent or a stranger's address may make: a bucket of them that refills by itself.

Each process counts for itself; how that adds up is told in docs/administrator.md.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Final

from central_api.problems import Problematic

_MOST_KNOWN: Final = 20_000  # buckets; the one used longest ago goes first
_NO_LIMIT: Final = "none"
_MOST: Final = 1_000_000
_NETWORK: Final = 64  # bits of an IPv6 address that its owner does not choose


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests at once, and so many a second after that."""

    at_once: int
    a_second: float


DESK: Final = Rate(3000, 50)
AGENT: Final = Rate(600, 20)
ADDRESS: Final = Rate(2000, 20)


class Buckets:
    """One bucket for each caller of one kind; ``rate`` None: nobody is held back."""

    def __init__(self, rate: Rate | None, ticks: Callable[[], float] = time.monotonic) -> None:
        self.rate, self.ticks = rate, ticks
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # requests left, and when

    def take(self, who: str, cost: int = 1) -> None:
        """One more request of ``who``. Raises Problematic 429 with the seconds until the next one."""
        if self.rate is None:
            return
        now = self.ticks()
        with self._lock:
            left, then = self._left.pop(who, (float(self.rate.at_once), now))
            left = min(left + (now - then) * self.rate.a_second, self.rate.at_once)
            enough = left >= cost
            self._left[who] = (left - cost if enough else left, now)
            if len(self._left) > _MOST_KNOWN:
                self._left.popitem(last=False)
        if not enough:
            raise Problematic(429, "request.too_many", retry_after=ceil((cost - left) / self.rate.a_second))

    def __len__(self) -> int:
        return len(self._left)


class RateLimits:
    """The buckets of one process: desks, agents, and addresses of those who have no token."""

    def __init__(self, desk: Rate | None, agent: Rate | None, address: Rate | None) -> None:
        self.desks, self.agents, self.addresses = Buckets(desk), Buckets(agent), Buckets(address)


def network_of(host: str) -> str:
    """The address that is counted: an IPv6 one by its network, whose owner has all the others too."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.IPv6Network((address, _NETWORK), strict=False))
    return host


def read_rate(text: str) -> Rate | None:
    """``3000+50``: 3000 at once, 50 a second; ``none``. Raises ValueError with the reason."""
    if text == _NO_LIMIT:
        return None
    at_once, plus, a_second = text.partition("+")
    is_read = all(each.isascii() and each.isdecimal() and len(each) < 8 for each in (at_once, a_second))
    if not plus or not is_read or not (0 < int(at_once) <= _MOST and 0 < int(a_second) <= _MOST):
        raise ValueError(f"must look like 3000+50 (at once, a second), or be {_NO_LIMIT}")
    return Rate(int(at_once), int(a_second))


def read_proxies(text: str) -> str:
    """Addresses or networks, with commas. Raises ValueError with the reason."""
    for each in text.split(","):
        try:
            ipaddress.ip_network(each.strip())
        except ValueError:
            raise ValueError("must be addresses or networks, with commas") from None
    return text
