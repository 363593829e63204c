"""What sites ask of programs that visit them: robots.txt, and a pause between two visits."""

from dataclasses import dataclass, field, replace

import httpx

from pipeline.errors import DocumentError
from pipeline.ingest.fetch.addresses import shorten
from pipeline.ingest.fetch.fetching import AGENT, Limits, fetch
from pipeline.ingest.fetch.rules import Rules, parse_rules

LARGEST = 512_000
"""Bytes of a robots.txt, the least that RFC 9309 lets a reader take; a site with a larger one is not visited."""
NOTHING = Rules((("/", False),))
"""The rules of a site whose robots.txt cannot be had."""
LONGEST_PAUSE = 60.0
"""Seconds: a site that asks for a longer pause between two pages is given this one."""


@dataclass(slots=True)
class Robots:
    """The robots.txt files of the sites that were visited, each fetched once."""

    limits: Limits
    rules: dict[str, Rules] = field(default_factory=dict)

    def permit(self, url: httpx.URL) -> None:
        """Raises :class:`DocumentError` where the site of ``url`` does not want it fetched by programs."""
        if not self._rules_of(url).permit(url.raw_path.decode("ascii")):
            raise DocumentError(
                f"{shorten(str(url))} is not to be fetched by programs (robots.txt of {url.host}): save it from a "
                "browser and add the file."
            )

    def pause(self, url: httpx.URL, usual: float) -> float:
        """Seconds to wait before ``url``: the pause that its site asks for, at least the ``usual`` one."""
        rules = self.rules.get(_site(url))
        return max(usual, min(rules.delay if rules else 0.0, LONGEST_PAUSE))

    def _rules_of(self, url: httpx.URL) -> Rules:
        site = _site(url)
        if site not in self.rules:
            self.rules[site] = self._fetched(url)
        return self.rules[site]

    def _fetched(self, url: httpx.URL) -> Rules:
        """RFC 9309: no such file permits everything, a failing server nothing."""
        answer = fetch(url.join("/robots.txt"), replace(self.limits, max_bytes=LARGEST), _anything)
        if answer.status >= 500 or answer.status == 429:
            return NOTHING
        return parse_rules(answer.data.decode("utf-8", "replace"), AGENT) if answer.status < 300 else Rules()


def _site(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _anything(_url: httpx.URL) -> None:
    """A robots.txt file needs no permission."""
