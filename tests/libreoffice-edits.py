"""Edits Word files in LibreOffice as a person does there: jobs from standard input, as JSON, with a copy of a profile."""

import json
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


class Office:
    """A LibreOffice of its own; it is started again where it goes down."""

    def __init__(self):
        accept = f"pipe,name=pingan{time.time_ns()};urp"
        profile = f"-env:UserInstallation=file://{shutil.copytree(sys.argv[1], tempfile.mkdtemp(), dirs_exist_ok=True)}"
        options = ["--headless", "--norestore", f"--accept={accept};"]
        self.process = subprocess.Popen(["soffice", profile, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(600):
            try:
                context = resolver.resolve(f"uno:{accept};StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.1)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def end(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


def value(name, it):
    made = PropertyValue()
    made.Name, made.Value = name, it
    return made


def within(text):
    """The paragraphs of a text, and of the tables in it, with their tables."""
    every = text.createEnumeration()
    while every.hasMoreElements():
        each = every.nextElement()
        if each.supportsService("com.sun.star.text.TextTable"):
            for name in each.getCellNames():
                for paragraph, _, _ in within(each.getCellByName(name)):
                    yield paragraph, each, name
        else:
            yield each, None, None


def found(document, words, nth):
    texts = [document.getText(), *document.getTextFrames()]
    like = [each for text in texts for each in within(text) if each[0].getString() == words]
    return like[nth]


def stretch(paragraph, start, end):
    cursor = paragraph.getText().createTextCursorByRange(paragraph.getStart())
    cursor.goRight(start, False)
    cursor.goRight(end - start, True)
    return cursor


def taken(paragraph, document):
    """Selects a whole paragraph with its end, as three clicks and Shift+Right do."""
    cursor = paragraph.getText().createTextCursorByRange(paragraph.getStart())
    cursor.gotoEndOfParagraph(True)
    if not cursor.goRight(1, True):
        cursor.gotoStartOfParagraph(False)
        cursor.goLeft(1, False)
        cursor.goRight(1, True)
        cursor.gotoEndOfParagraph(True)
    return cursor


def rowOf(name):
    return int("".join(each for each in name if each.isdigit())) - 1


def edit(document, step):
    op = step["op"]
    paragraph, table, name = found(document, step["words"], step["nth"])
    text = paragraph.getText()
    if op == "replace":
        cursor = stretch(paragraph, step["from"], step["to"])
        cursor.setString(step["text"])
    elif op == "split":
        text.insertControlCharacter(stretch(paragraph, step["from"], step["from"]), PARAGRAPH_BREAK, False)
    elif op == "merge":
        cursor = text.createTextCursorByRange(paragraph.getEnd())
        cursor.goRight(1, True)
        cursor.setString("")
    elif op == "remove":
        taken(paragraph, document).setString("")
    elif op == "insert":
        cursor = text.createTextCursorByRange(paragraph.getEnd())
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        text.insertString(cursor, step["text"], False)
    elif op == "move":
        controller = document.getCurrentController()
        controller.select(taken(paragraph, document))
        clip = controller.getTransferable()
        taken(paragraph, document).setString("")
        behind, _, _ = found(document, step["behind"], step["behindNth"])
        cursor = behind.getText().createTextCursorByRange(behind.getEnd())
        if cursor.goRight(1, False):
            controller.select(cursor)
            controller.insertTransferable(clip)
        else:
            behind.getText().insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
            behind.getText().insertString(cursor, step["words"], False)
    elif op == "addRow":
        row = rowOf(name) + 1
        table.getRows().insertByIndex(row, 1)
        cells = [each for each in table.getCellNames() if rowOf(each) == row]
        for cell, words in zip(cells, step["cells"]):
            table.getCellByName(cell).setString(words)
    elif op == "removeRow":
        table.getRows().removeByIndex(rowOf(name), 1)


def done(office, job):
    document = office.desktop.loadComponentFromURL(f"file://{job['from']}", "_blank", 0, (value("Hidden", True),))
    document.RecordChanges = job["tracked"]
    try:
        for step in job["steps"]:
            edit(document, step)
        document.storeToURL(f"file://{job['to']}", (value("FilterName", "MS Word 2007 XML"),))
    finally:
        document.close(True)


office = Office()
for job in json.load(sys.stdin):
    said = ""
    try:
        done(office, job)
    except Exception as thrown:
        said = f"{type(thrown).__name__} {thrown}"
        office.end()
        office = Office()
    if said:
        print(said, job["steps"], file=sys.stderr, flush=True)
office.end()
