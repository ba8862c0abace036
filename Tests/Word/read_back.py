#!/usr/bin/env python3
"""Reads documents of Word back and holds them against the same reports in Markdown: heads, paragraphs, tables,
pictures with what is spoken of them, and nothing that others may not read."""
import pathlib
import re
import sys
import zipfile

import docx

PSEUDONYM = re.compile(r"\b(?:bw|fn|mr|nf|om|qb|tr)-p\d")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def plain(text):
    """Words alone: without Markdown's marks and escapes, and however they are spaced or quoted."""
    text = re.sub(r"\\(.)", r"\1", text.replace("**", ""))
    return re.sub(r"[^\w%]+", " ", text).strip()


def tables_of(lines):
    """The tables of Markdown, as rows of cells."""
    table = []
    for line in lines + [""]:
        if line.startswith("| "):
            table.append([plain(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
        elif table:
            yield [row for place, row in enumerate(table) if place != 1]
            table = []


def faults(path):
    document = docx.Document(path)
    markdown = pathlib.Path(path).with_suffix(".md").read_text(encoding="utf-8").splitlines()
    words = plain(" ".join(p.text for p in document.element.body.iter(docx.oxml.ns.qn("w:p"))))
    heads = [p for p in document.paragraphs if p.style.name == "Heading 2"]
    wanted = [line for line in markdown if line.startswith("## ")]
    if [plain(p.text) for p in heads] != [plain(line) for line in wanted]:
        yield f"the heads are {[p.text for p in heads]}"
    title = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    if [plain(t) for t in title] != [plain(line[2:]) for line in markdown if line.startswith("# ")]:
        yield f"the headline is {title}"
    for line in markdown:
        # A table is looked at apart; a step's lines begin otherwise there.
        text = re.sub(r"^(?:[>#*-]|\s+-|\d+\.)\s+", "", line).strip()
        text = re.sub(r"\*\* \(([\w ,]+)\)$", r"**. \1", text)
        if line.startswith(("|", "#", "<!--")) or not text:
            continue
        for sentence in re.split(r"(?<=[.:?])\s", text):
            sentence = plain(sentence.strip("*_ "))
            if sentence and sentence not in words and not known_otherwise(sentence):
                yield f"not there: {sentence}"
    shown = [[[plain(cell.text) for cell in row.cells] for row in table.rows] for table in document.tables]
    whole = {tuple(map(tuple, table)) for table in shown}
    pictures = list(document.element.body.iter(DRAWING))
    for picture in pictures:
        if len(picture.get("descr") or "") < 20:
            yield f"a picture of which is spoken: {picture.get('descr')!r}"
    told = list(tables_of(markdown))
    if len(told) != len(shown) + len(pictures):
        yield f"{len(shown)} tables and {len(pictures)} pictures for {len(told)} figures"
    # Matrices are set by short names; every other table is the same, to the cell.
    short = [t for t in told if tuple(map(tuple, t)) not in whole]
    matrices = [t for t in shown if t and t[0][0] == ""]
    if len(short) > len(pictures) + len(matrices):
        yield f"tables that are not the same: {[t[0] for t in short]}"
    for style in {p.style.name for p in document.paragraphs}:
        if style in ("Body Text Indent", "Source Code"):
            yield f"a paragraph of style {style}"
    page = document.sections[0]
    if (round(page.page_width.mm), round(page.page_height.mm)) != (210, 297):
        yield "no A4"
    everything = "".join(
        zipfile.ZipFile(path).read(name).decode("utf-8", "replace")
        for name in zipfile.ZipFile(path).namelist() if name.endswith(".xml"))
    if "researcher" not in pathlib.Path(path).name and PSEUDONYM.search(everything):
        yield "a pseudonym is in a document for others"
    if document.core_properties.title == "" or not document.core_properties.comments.startswith("A report of Covalence"):
        yield "no title, or nothing to know it by"


def known_otherwise(sentence):
    """What Markdown words in its own way: how a step's lines begin, whose data, and marks of figures drawn here."""
    return sentence.startswith(("Rests on", "Simulated data", "c hidden", "x not", "z not"))


failed = 0
for path in sys.argv[1:]:
    found = list(faults(path))
    failed += bool(found)
    for fault in found[:12]:
        print(f"{pathlib.Path(path).name}: {fault}")
print(f"{len(sys.argv) - 1 - failed} passed, {failed} failed")
sys.exit(failed > 0)
