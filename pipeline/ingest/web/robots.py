"""What sites ask of programs that visit them: robots.txt, and a pause between two visits."""

from dataclasses import dataclass, field, replace
from urllib.robotparser import RobotFileParser

import httpx

from pipeline.errors import DocumentError
from pipeline.ingest.web.addresses import shorten
from pipeline.ingest.web.fetching import AGENT, Limits, fetch

LARGEST = 512_000
"""Bytes of a robots.txt, the least that RFC 9309 lets a reader take; a site with a larger one is not visited."""
NOTHING = "User-agent: *\nDisallow: /"
"""The rules of a site whose robots.txt cannot be had."""
LONGEST_PAUSE = 60.0
"""Seconds: a site that asks for a longer pause between two pages is given this one."""


@dataclass(slots=True)
class Robots:
    """The robots.txt files of the sites that were visited, each fetched once.

    Read as :mod:`urllib.robotparser` reads them: the first rule that fits decides, and wildcards inside a path are
    letters like others.
    """

    limits: Limits
    rules: dict[str, RobotFileParser] = field(default_factory=dict)

    def permit(self, url: httpx.URL) -> None:
        """Raises :class:`DocumentError` where the site of ``url`` does not want it fetched by programs."""
        if not self._rules_of(url).can_fetch(AGENT, str(url)):
            raise DocumentError(
                f"{shorten(str(url))} is not to be fetched by programs (robots.txt of {url.host}): save it from a "
                "browser and add the file."
            )

    def pause(self, url: httpx.URL, usual: float) -> float:
        """Seconds to wait before ``url``: the pause that its site asks for, at least the ``usual`` one."""
        rules = self.rules.get(_site(url))
        wanted = rules.crawl_delay(AGENT) if rules else None
        return max(usual, min(float(wanted or 0), LONGEST_PAUSE))

    def _rules_of(self, url: httpx.URL) -> RobotFileParser:
        site = _site(url)
        if site not in self.rules:
            self.rules[site] = self._fetched(url)
        return self.rules[site]

    def _fetched(self, url: httpx.URL) -> RobotFileParser:
        """RFC 9309: no such file permits everything, a failing server nothing."""
        rules = RobotFileParser()
        answer = fetch(url.join("/robots.txt"), replace(self.limits, max_bytes=LARGEST), _anything)
        text = answer.data.decode("utf-8", "replace") if answer.status < 300 else ""
        if answer.status >= 500 or answer.status == 429:
            text = NOTHING
        rules.parse(text.splitlines())
        return rules


def _site(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _anything(_url: httpx.URL) -> None:
    """A robots.txt file needs no permission."""
