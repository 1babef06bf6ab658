"""Measure the page: its size, how soon it can be used, and how soon it follows a file; fail where it is too much.

    python tests/benchmarks/paging.py [--sources FOLDER] [--slack FACTOR]

The page of this repository (with the texts of its sources, where their folder is given), a live page of some 200 kB of
argument files, and a page of 20,000 claims in 50 texts.  Times in a browser are by the clock and nothing is throttled:
the least of three runs counts, since other work on the machine only ever adds, and where that is too much they are run
again, twice at most.  Where the machine is slow or busy, limits of times are multiplied by the slack that is given, and
told so.  A page is ready when it takes keys and clicks.  Without a browser, the rows that need one are left out.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from gzip import compress
from html.parser import HTMLParser
from pathlib import Path
from time import process_time, sleep, time
from typing import Any

from corpus import write
from run import ARGMAP, LARGE, Sheet

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "shared"))

import system_browser

from argmap.api.loaded_corpus import load
from argmap.api.one_page import PageBuilder, PageOptions, page
from argmap.render.page.document import part

ROOT = Path(__file__).resolve().parents[2]
RUNS, ATTEMPTS = 3, 3
LIVE = 1900
"""Claims in some 200 kB."""
SETTLED = 1000
"""Milliseconds after which nothing more happens on a page that nobody touches."""

WATCH = """
window.seen = {blocking: 0, shift: 0};
new PerformanceObserver(list => { for (const e of list.getEntries()) seen.blocking += e.duration - 50; })
  .observe({type: 'longtask', buffered: true});
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) seen.shift += e.value; })
  .observe({type: 'layout-shift', buffered: true});
"""
OPENED = """() => ({
  paint: performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000,
  ready: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd / 1000,
  ...seen,
})"""
SEARCH = """words => {
  const field = document.getElementById('q'), found = document.getElementById('rs');
  return words.map(said => Math.min(...[1, 2, 3].map(() => {
    field.value = said;
    const begin = performance.now();
    field.dispatchEvent(new FocusEvent('focus'));
    found.offsetHeight;
    const took = performance.now() - begin;
    if (!found.children.length) throw Error(`${said} is not found`);
    return took;
  })));
}"""
"""The milliseconds, the least of three times, in which each of some words is looked for and what is found laid out."""
CHANGE = """async addresses => {
  const times = [];
  for (const address of addresses) {
    const begin = performance.now();
    location.hash = address;
    await new Promise(done => addEventListener('hashchange', done, {once: true}));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - begin);
    if (!document.querySelector('.view.on').id.startsWith(address.replace('matrix', 'front'))) throw Error(address);
  }
  return times;
}"""
"""The milliseconds in which each of some views is shown."""
FOLLOW = """() => {
  window.shownAt = {};
  new MutationObserver(() => {
    const said = /Of turn [0-9]+ it is said/.exec(document.querySelector('.view.on').textContent)?.[0];
    if (said) requestAnimationFrame(() => { shownAt[said] ||= Date.now() / 1000; });
  }).observe(document.getElementById('main'), {childList: true, subtree: true});
}"""
"""Keeps when words are first shown."""


class Elements(HTMLParser):
    """Counts elements."""

    count = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.count += 1


class Figures:
    """Rows of measures, those of times with their slack."""

    def __init__(self, slack: float) -> None:
        self.sheet = Sheet()
        self._slack = slack

    def size(self, what: str, content: str, most: float) -> None:
        """A size as it is sent, in kB."""
        self.sheet.row(f"{what}, gzip", len(compress(content.encode(), 9)) / 1000, most, "kB")

    def times(self, measure: Callable[[], Mapping[str, float]], limits: Mapping[str, tuple[str, float, str]]) -> None:
        """The least of several runs of each of some measures; measured again where one is too much."""
        best: dict[str, float] = {}
        for _ in range(ATTEMPTS):
            for _ in range(RUNS):
                best = {name: min(value, best.get(name, value)) for name, value in measure().items()}
            if all(best[name] <= self._limit(most, unit) for name, (_, most, unit) in limits.items()):
                break
        for name, (what, most, unit) in limits.items():
            self.sheet.row(what, best[name], self._limit(most, unit), unit)

    def _limit(self, most: float, unit: str) -> float:
        return most * self._slack if unit in ("s", "ms") else most


def measure_sizes(figures: Figures, sources: Path | None) -> str:
    """Rows of what the page of this repository is and costs; the page without sources or maps."""
    figures.size("script, live too", part("page.js") + part("live.js"), 12)
    figures.size("style", part("page.css"), 8)
    loaded = load(ROOT)
    plain = page(loaded)
    figures.size("page of this repository", plain, 250)
    if sources:
        plain = page(loaded, PageOptions(sources=sources))
        figures.size("page of this repository with its sources", plain, 250)
    figures.size("page of this repository with maps", page(loaded, PageOptions(sources=sources, maps=True)), 500)
    elements = Elements()
    elements.feed(plain)
    figures.sheet.row("page of this repository", elements.count, 25_000, "elements")

    def building() -> dict[str, float]:
        begin = process_time()
        page(loaded, PageOptions(sources=sources))
        return {"building": process_time() - begin}

    figures.times(building, {"building": ("page of this repository, made of what is loaded", 0.3, "s of CPU")})
    return plain


def opened(browser: Any, address: str) -> Any:
    """A page in a browser that knows nothing of it."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    tab = context.new_page()
    tab.add_init_script(WATCH)
    tab.goto(address)
    return tab


def in_use(browser: Any, address: str, words: list[str], views: tuple[str, ...] = ()) -> dict[str, float]:
    """What the opening of a page, searches in it and changes of its view take."""
    tab = opened(browser, address)
    tab.wait_for_timeout(SETTLED)
    found: dict[str, float] = tab.evaluate(OPENED)
    found |= {"key": max(tab.evaluate(SEARCH, words)), "change": max(tab.evaluate(CHANGE, views), default=0.0)}
    tab.context.close()
    return found


def measure_use(figures: Figures, browser: Any, file: Path, html: str) -> None:
    """Rows of the page of this repository in a browser."""
    file.write_text(html, encoding="utf-8")
    views = (*re.findall(r'<article class="view[^"]*" id="([^"]+)"', html), "matrix")
    words = ["a", "af", "afg", "afgh", "afghanistan", "afghanistan t", "the sco can"]
    limits = {
        "paint": ("page of this repository: first paint", 0.5, "s"),
        "ready": ("page of this repository: ready", 0.6, "s"),
        "blocking": ("page of this repository: blocked", 50.0, "ms"),
        "shift": ("page of this repository: layout shift", 0.02, ""),
        "key": ("page of this repository: a key in the search", 16.0, "ms"),
        "change": (f"page of this repository: the slowest of {len(views)} views", 100.0, "ms"),
    }
    figures.times(lambda: in_use(browser, file.as_uri(), words, views), limits)


def measure_large(figures: Figures, folder: Path, browser: Any | None) -> None:
    """Rows of a page of very many claims."""
    write(LARGE, folder)
    html = page(load(folder))
    figures.size(f"page of {LARGE} claims", html, 2000)
    if browser is None:
        return
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    words = ["t", "ta", "tax", "tax h", "harbour j", "treatise", "public a"]
    limits = {
        "paint": (f"page of {LARGE} claims: first paint", 0.5, "s"),
        "ready": (f"page of {LARGE} claims: ready", 2.0, "s"),
        "key": (f"page of {LARGE} claims: a key in the search", 50.0, "ms"),
    }
    figures.times(lambda: in_use(browser, file.as_uri(), words), limits)


def reworded(file: Path, turns: Iterator[int]) -> str:
    """The words that one claim of a file now begins with, and with which no claim began before."""
    said = f"Of turn {next(turns)} it is said"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r": (The \w+|Of turn \d+ it is said) ", f": {said} ", text, count=1), encoding="utf-8")
    return said


def measure_live(figures: Figures, folder: Path, browser: Any | None) -> None:
    """Rows of what it takes to make a page anew where one file changed, and until that is seen."""
    write(LIVE, folder)
    (folder / "argmap.toml").write_text("language = 2\n", encoding="utf-8")
    size = sum(path.stat().st_size for path in (folder / "arguments").rglob("*.argmap")) / 1000
    file = folder / "arguments" / "d0.argmap"
    turns = iter(range(1000))
    builder = PageBuilder(folder, PageOptions())
    builder.build()

    def making() -> dict[str, float]:
        said = reworded(file, turns)
        gc.disable()  # As the command has it, which gives memory back in pauses.
        begin = process_time()
        built = builder.build()
        took = process_time() - begin
        gc.enable()
        assert said in built.html
        return {"made": took}

    figures.times(making, {"made": (f"live page of {size:.0f} kB: made anew after a change", 0.4, "s of CPU")})
    if browser is None:
        return
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*ARGMAP, "serve", str(folder)], stdout=subprocess.PIPE, stderr=quiet, text=True) as serving:
        try:
            assert serving.stdout is not None
            tab = opened(browser, f"{serving.stdout.readline().strip()}#d/d0")
            tab.wait_for_timeout(SETTLED)
            tab.evaluate(FOLLOW)

            def saving() -> dict[str, float]:
                begin = time()
                said = reworded(file, turns)
                for _ in range(200):
                    sleep(0.05)
                    shown: float = tab.evaluate("said => shownAt[said] || 0", said)
                    if shown:
                        return {"saved": shown - begin}
                raise SystemExit("what is saved is not shown")

            figures.times(saving, {"saved": (f"live page of {size:.0f} kB: from saving to sight", 0.4, "s")})
        finally:
            serving.terminate()


def main() -> int:
    """Measure in a folder of its own, with a cache of its own."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--sources", type=Path, help="the source texts of this repository")
    reader.add_argument("--slack", type=float, default=1.0, help="by what limits of times are multiplied (default: 1)")
    given = reader.parse_args()
    figures = Figures(given.slack)
    with tempfile.TemporaryDirectory(prefix="argmap-benchmark-") as name:
        folder = Path(name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["ARGMAP_CACHE"] = str(folder / "cache")
        html = measure_sizes(figures, given.sources)
        reason = system_browser.missing()
        if reason:
            print(f"NOTHING IS MEASURED IN A BROWSER: {reason}", flush=True)
            measure_live(figures, folder / "live", None)
            measure_large(figures, folder / "large", None)
        else:
            with system_browser.started() as browser:
                measure_use(figures, browser, folder / "page.html", html)
                measure_live(figures, folder / "live", browser)
                measure_large(figures, folder / "large", browser)
    return int(figures.sheet.broken > 0)


if __name__ == "__main__":
    raise SystemExit(main())
