"""Chromium as a reader has it: no scripts, a fresh profile, nothing asked of anybody but our server."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains, Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
_NO_SCRIPTS = {"profile.managed_default_content_settings.javascript": 2}
#: For each visible text its colour, the colours under it, and its size: what contrast is computed from.
_TEXTS = """
const found = [];
for (const node of document.querySelectorAll('body *')) {
  const own = [...node.childNodes].some(each => each.nodeType === 3 && each.textContent.trim());
  const box = node.getBoundingClientRect();
  if (!own && node.tagName !== 'INPUT' || !box.width || !box.height) continue;
  const under = [];
  for (let at = node; at; at = at.parentElement) under.push(getComputedStyle(at).backgroundColor);
  const style = getComputedStyle(node);
  found.push([node.tagName + '.' + node.className + ' ' + node.textContent.trim().slice(0, 30), style.color, under,
    parseFloat(style.fontSize), parseInt(style.fontWeight), box.left, box.right]);
}
return found;
"""

_IS_ANOTHER = "return !window.isLeft && document.readyState === 'complete'"


class Browser:
    """One window; what it shows is asked of it the way a person would look."""

    def __init__(self, driver: Chrome, address: str) -> None:
        self.driver, self.address = driver, address

    def looks(self, *, width: int, dark: bool = False, contrast: bool = False, zoom: float = 1) -> None:
        """From now on in a window this wide (CSS pixels without zoom), in this theme."""
        size = {
            "width": int(width / zoom),
            "height": int(900 / zoom),
            "deviceScaleFactor": zoom,
            "mobile": False,
        }
        self._tell("Emulation.setDeviceMetricsOverride", size)
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-contrast", "value": "more" if contrast else "no-preference"},
        ]
        self._tell("Emulation.setEmulatedMedia", {"features": features})

    def prints(self) -> bytes:
        """The page on paper, as PDF."""
        self._tell("Emulation.setEmulatedMedia", {"media": "", "features": []})
        return base64.b64decode(self.driver.print_page())

    def opens(self, path: str) -> None:
        with self.another_page():
            self.driver.get(self.address + path)

    def likes(self, languages: str) -> None:
        """Which languages the browser asks for."""
        agent = str(self.driver.execute_script("return navigator.userAgent"))
        self._tell("Network.setUserAgentOverride", {"userAgent": agent, "acceptLanguage": languages})

    def presses(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def tabs_to(self, css: str) -> None:
        """By the Tab key alone."""
        wanted = self.driver.find_element(By.CSS_SELECTOR, css)
        for _ in range(20):
            self.presses(Keys.TAB)
            if self.driver.switch_to.active_element == wanted:
                return
        raise AssertionError(f"no way to {css} by Tab")

    def shows(self, css: str) -> list[str]:
        return [each.text for each in self.driver.find_elements(By.CSS_SELECTOR, css)]

    def chooses(self, file: Path) -> None:
        self.driver.find_element(By.ID, "pdf").send_keys(str(file))

    def uploads(self, file: Path) -> None:
        self.chooses(file)
        with self.another_page():
            self.driver.find_element(By.CSS_SELECTOR, "button").click()

    def enters(self, *keys: str) -> None:
        """Press these keys and Enter, which leads to another page."""
        with self.another_page():
            self.presses(*keys, Keys.ENTER)

    @contextmanager
    def another_page(self) -> Iterator[None]:
        self.driver.execute_script("window.isLeft = true")
        yield
        # while one page takes the place of the other, questions are answered with all kinds of errors
        wait = WebDriverWait(self.driver, 30, poll_frequency=0.02, ignored_exceptions=(WebDriverException,))
        wait.until(lambda driver: driver.execute_script(_IS_ANOTHER))

    def keeps(self, file: Path) -> None:
        """A picture of the whole page."""
        taken = self._tell("Page.captureScreenshot", {"captureBeyondViewport": True})
        file.write_bytes(base64.b64decode(taken["data"]))

    def width_needed(self) -> tuple[int, int]:
        """How wide the page is, and how wide the window."""
        needed: list[int] = self.driver.execute_script(
            "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        return needed[0], needed[1]

    def texts(self) -> list[list[Any]]:
        found: list[list[Any]] = self.driver.execute_script(_TEXTS)
        return found

    def asks(self, script: str) -> Any:
        return self.driver.execute_script(script)

    def _tell(self, command: str, facts: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = self.driver.execute_cdp_cmd(command, facts)
        return answer


@contextmanager
def browsing(address: str, profile: Path) -> Iterator[Browser]:
    """A browser at ``address``; fails where none is installed: ``dev.py test --long`` installs it."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.fail("chromium and chromium-driver are needed (dev.py test --long installs them)")
    options = ChromeOptions()
    options.binary_location = chromium
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.add_experimental_option("prefs", _NO_SCRIPTS)
    with Chrome(options=options, service=ChromeService(driver)) as window:
        yield Browser(window, address)


def contrast(colour: str, under: list[str]) -> float:
    """The contrast of a text with what lies under it (WCAG 2.2)."""
    ground = (255.0, 255.0, 255.0)
    for layer in reversed(under):
        *rgb, alpha = _rgba(layer)
        ground = tuple(alpha * top + (1 - alpha) * below for top, below in zip(rgb, ground, strict=True))  # type: ignore[assignment]
    one, other = sorted((_luminance(_rgba(colour)[:3]), _luminance(ground)))
    return (other + 0.05) / (one + 0.05)


def _rgba(css: str) -> tuple[float, ...]:
    numbers = [float(each) for each in css[css.index("(") + 1 : -1].split(",")]
    return tuple(numbers) if len(numbers) == 4 else (*numbers, 1.0)


def _luminance(rgb: tuple[float, ...]) -> float:
    parts = [each / 255 for each in rgb]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
