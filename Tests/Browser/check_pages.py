#!/usr/bin/env python3
"""Checks report pages in a browser: reflow, contrast, text sizes, names, headings, requests, print.

    python3 check_pages.py PAGE.html ... [--hide TEXT ...] [--keep-pdf FOLDER]

Needs Playwright for Python and a Chromium on the path; says so and leaves with 0 where one is missing.
Texts after --hide must occur nowhere in the source of any page. Prints "N passed, N failed".
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

WIDTHS = [320, 360, 768, 1280]
SCHEMES = ["light", "dark"]
# Where axe-core looks at a page: narrow and wide, light and dark.
AXE = [(360, "light"), (1280, "dark")]
# The most sheets of A4 that a health report of each length may take.
SHEETS = [(".full.html", 11), (".brief.html", 2), (".members.html", 1)]

# Runs in the page: returns a list of what is wrong with how it lies and reads at this width.
LAYOUT = r"""
() => {
  const wrong = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) wrong.push(`scrolls sideways: ${root.scrollWidth} > ${innerWidth}`);
  const seen = e => {
    for (let n = e; n && n.nodeType === 1; n = n.parentElement) {
      const s = getComputedStyle(n);
      if (s.display === 'none' || s.visibility === 'hidden' || s.clipPath === 'inset(50%)') return false;
      if (n.classList.contains('skip') || n.classList.contains('vh')) return false;
      if (n.tagName === 'DETAILS' && !n.open && !e.closest('summary')) return false;
    }
    return true;
  };
  const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  const rgba = c => { pen.clearRect(0, 0, 1, 1); pen.fillStyle = '#000'; pen.fillStyle = c; pen.fillRect(0, 0, 1, 1);
    const d = pen.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
  const light = c => { const f = c.slice(0, 3).map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2]; };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const behind = e => { for (let n = e; n; n = n.parentElement) { const c = rgba(getComputedStyle(n).backgroundColor); if (c[3] > 0.99) return c; } return rgba('Canvas'); };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    const holder = node.parentElement;
    if (!text || ['STYLE', 'SCRIPT', 'TITLE', 'DESC'].includes(holder.tagName) || !seen(holder)) continue;
    const style = getComputedStyle(holder);
    const size = parseFloat(style.fontSize);
    if (size < 12) wrong.push(`text under 12 px: ${size} "${text.slice(0, 40)}"`);
    const range = document.createRange(); range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width && !holder.closest('.scroll') && (box.right > innerWidth + 0.5 || box.left < -0.5))
      wrong.push(`text past the edge: "${text.slice(0, 40)}" ${Math.round(box.left)}..${Math.round(box.right)}`);
    const colour = rgba(holder.closest('svg') && holder.tagName === 'text' ? style.fill : style.color);
    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    const contrast = ratio(colour, behind(holder));
    if (contrast < (large ? 3 : 4.5)) wrong.push(`contrast ${contrast.toFixed(2)}: "${text.slice(0, 40)}"`);
  }
  for (const e of document.querySelectorAll('summary, nav a, a.skip')) {
    if (!seen(e)) continue;
    const b = e.getBoundingClientRect();
    if (b.height && b.height < 24) wrong.push(`target ${Math.round(b.height)} px high: "${e.textContent.slice(0, 30)}"`);
  }
  return wrong.slice(0, 12);
}
"""

# Runs in the page: what is wrong with its structure, whatever its width.
STRUCTURE = r"""
() => {
  const wrong = [];
  const all = s => [...document.querySelectorAll(s)];
  const ids = all('[id]').map(e => e.id);
  ids.filter((x, i) => ids.indexOf(x) !== i).forEach(x => wrong.push(`id twice: ${x}`));
  const known = new Set(ids);
  for (const e of all('[aria-labelledby],[aria-describedby],[headers],[for]'))
    for (const a of ['aria-labelledby', 'aria-describedby', 'headers', 'for'])
      (e.getAttribute(a) || '').split(/\s+/).filter(Boolean).forEach(x => known.has(x) || wrong.push(`${a} to nothing: ${x}`));
  all('a[href^="#"]').forEach(e => known.has(decodeURIComponent(e.getAttribute('href').slice(1))) || wrong.push(`anchor to nothing: ${e.getAttribute('href')}`));
  all('svg').forEach(e => e.parentElement.closest('svg') || e.closest('[aria-hidden=true]') || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || wrong.push('svg neither hidden nor named'));
  all('table').forEach(e => (e.getAttribute('aria-labelledby') || (e.caption && e.caption.textContent.trim())) || wrong.push('table without a name'));
  all('th').forEach(e => e.hasAttribute('scope') || wrong.push(`th without scope: ${e.textContent.slice(0, 30)}`));
  all('table[role]').forEach(t => t.querySelectorAll('tr:not([role]),td:not([role]),th:not([role]),thead:not([role]),tbody:not([role])').length && wrong.push('roles missing in a table with roles'));
  all('table').forEach(t => { const n = r => [...r.cells].reduce((s, c) => s + c.colSpan, 0); const w = Math.max(...[...t.rows].map(n));
    [...t.rows].forEach(r => n(r) === w || wrong.push(`row of ${n(r)} cells in a table of ${w}: ${r.textContent.slice(0, 30)}`)); });
  let level = 0;
  for (const h of all('h1,h2,h3,h4,h5,h6')) { const n = +h.tagName[1]; if (n > level + 1) wrong.push(`level skipped at "${h.textContent.slice(0, 30)}"`); level = n; if (!h.textContent.trim()) wrong.push('empty heading'); }
  if (all('h1').length !== 1) wrong.push(`${all('h1').length} h1`);
  for (const s of ['main', 'header', 'nav']) if (!document.querySelector(s)) wrong.push(`no ${s}`);
  if (document.documentElement.lang !== 'en-GB') wrong.push('lang is not en-GB');
  all('input,select,textarea,button').forEach(e => (e.labels && e.labels.length) || e.getAttribute('aria-label') || e.textContent.trim() || wrong.push('control without a label'));
  all('.scroll').forEach(e => (e.tabIndex === 0 && e.getAttribute('aria-label') && e.getAttribute('role') === 'region') || wrong.push('scroll region not focusable or not named'));
  if (all('script').length) wrong.push('has script');
  return wrong.slice(0, 12);
}
"""


class Tally:
    """Counts what passed and failed, and prints what failed."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, wrong):
        if wrong:
            self.failed += 1
            print(f"FAILED {name}")
            for line in wrong if isinstance(wrong, list) else [wrong]:
                print(f"    {line}")
        else:
            self.passed += 1


def violations(page, axe):
    """What axe-core finds against WCAG 2.2 and its good practice; the page itself has no script."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{v['id']}: {v['help']}: {n['html'][:120]}" for v in found for n in v["nodes"][:3]]


def check_page(browser, path, tally, hide, folder, axe):
    name = os.path.basename(path)
    url = "file://" + os.path.abspath(path)
    source = open(path, encoding="utf-8").read()
    tally.check(f"{name}: nothing hidden in the source", [f"{t!r} occurs" for t in hide if t in source])
    tally.check(f"{name}: nothing fetched by its source",
                re.findall(r'(?:src|href)="(?!#|data:)[^"]{0,60}"|@import|url\((?!#)[^)]{0,40}\)', source))
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = context.new_page()
            requests, errors = [], []
            page.on("request", lambda r: requests.append(r.url))
            page.on("console", lambda m: errors.append(m.text) if m.type in ("error", "warning") else None)
            page.on("pageerror", lambda e: errors.append(str(e)))
            page.goto(url)
            where = f"{name} at {width} {scheme}"
            tally.check(f"{where}, tables closed", page.evaluate(LAYOUT))
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            tally.check(f"{where}, tables open", page.evaluate(LAYOUT))
            if axe and (width, scheme) in AXE:
                tally.check(f"{where}: axe", violations(page, axe))
            tally.check(f"{where}: no request, no error", [u for u in requests if u != url and not u.startswith("data:")] + errors)
            context.close()
    check_structure(browser, url, name, tally)
    check_print(browser, url, name, tally, source, folder)


def check_structure(browser, url, name, tally):
    texts = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(url)
        texts.append(page.locator("main").inner_text())
        if script:
            tally.check(f"{name}: structure", page.evaluate(STRUCTURE))
            page.keyboard.press("Tab")
            first = page.evaluate("document.activeElement.className")
            tally.check(f"{name}: first Tab lands on the skip link", [] if first == "skip" else f"it lands on {first!r}")
        context.close()
    tally.check(f"{name}: same text with script off", [] if texts[0] == texts[1] else "the text differs")


def check_print(browser, url, name, tally, source, folder):
    page = browser.new_page()
    page.goto(url)
    pdf = os.path.join(folder, name.replace(".html", ".pdf"))
    page.pdf(path=pdf, prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    page.close()
    if not shutil.which("pdfinfo"):
        print(f"SKIPPED {name}: print, for want of pdfinfo (poppler-utils)")
        return
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
    wrong = []
    if "Tagged:          yes" not in info:
        wrong.append("not tagged")
    if not re.search(r"Page size:\s+59[45]\.\d+ x 84[12]", info):
        wrong.append("not A4")
    flat = re.sub(r"\s+", " ", text)
    # A table that repeats a drawing is printed where it is open.
    for state, table in sorted(set(re.findall(r"<details( open)?><summary>(All figures for [^<]+)</summary>", source))):
        if (table in flat) != bool(state):
            wrong.append(f"{'not printed' if state else 'printed twice'}: {table}")
    sheets = text.count("\f")
    most = next((n for part, n in SHEETS if part in name), None)
    if most and sheets > most:
        wrong.append(f"{sheets} sheets, more than {most}")
    headings = [re.sub(r"&[^;]+;", "", h).strip() for h in re.findall(r"<h[23][^>]*>([^<]+)</h[23]>", source)]
    for number, sheet in enumerate(text.split("\f")[:-1], 1):
        lines = [line.strip() for line in sheet.splitlines() if line.strip()]
        body = [line for line in lines if not re.search(r"\d+ / \d+$", line)]
        if len(body) < 3:
            wrong.append(f"page {number} is all but blank")
        elif any(" ".join(body[-n:]) in headings for n in (1, 2, 3)):
            wrong.append(f"heading last on page {number}: {body[-1]}")
    if "Simulated data" in source and flat.count("Simulated data") < 2:
        wrong.append("does not say on each page that data are simulated")
    tally.check(f"{name}: print", wrong)


def axe_core():
    """The text of axe-core; None where it is not installed."""
    try:
        import axe_core_python
    except ImportError:
        return None
    path = os.path.join(os.path.dirname(axe_core_python.__file__), "axe.min.js")
    return open(path, encoding="utf-8").read() if os.path.exists(path) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--hide", nargs="*", default=[], help="texts that must not occur in any page")
    parser.add_argument("--keep-pdf", help="folder to leave the printed pages in")
    options = parser.parse_args()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("SKIPPED: Playwright for Python is not installed (pip install playwright)")
        return 0
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        print("SKIPPED: no chromium on the path (apt-get install chromium)")
        return 0
    axe = axe_core()
    if not axe:
        print("SKIPPED: axe-core (pip install axe-core-python)")
    tally = Tally()
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path in options.pages:
            check_page(browser, path, tally, options.hide, options.keep_pdf or folder, axe)
        browser.close()
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
