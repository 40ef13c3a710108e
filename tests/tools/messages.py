"""Collect, compile and check the texts for translation.

    python tests/tools/messages.py           collects new texts and compiles
    python tests/tools/messages.py --check   fails on anything missing, fuzzy, broken or stale

The texts in the source are Swedish; portal/locale/en holds their English. portal/locale/sv is kept by hand: Swedish
for texts that others wrote in English (django-otp and its kind).
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ROOT / "portal" / "locale"
LANGUAGES = ("en",)
IGNORE = (".venv", "node_modules", "var", "tests", "docs", "static")


def main(arguments):
    if not shutil.which("xgettext") or not shutil.which("msgfmt"):
        sys.exit("gettext is missing. On Debian: apt-get install gettext")
    if arguments == ["--check"]:
        return check()
    for code in LANGUAGES:
        (LOCALES / code / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    extract(ROOT)
    for path in catalogues():
        compile_to(path, path.with_suffix(".mo"))
    return 0


def catalogues():
    return sorted(LOCALES.glob("*/LC_MESSAGES/django.po"))


def extract(root):
    """Let makemessages bring the catalogues under that root up to date with its source."""
    command = [sys.executable, "manage.py", "makemessages"]
    for code in LANGUAGES:
        command += ["--locale", code]
    command += ["--no-location", "--no-wrap", "--verbosity", "0"]
    for name in IGNORE:
        command += ["--ignore", name]
    subprocess.run(command, check=True, cwd=root)
    for path in (root / "portal" / "locale").glob("*/LC_MESSAGES/django.po"):
        # The hour of each extraction would make every two branches conflict.
        path.write_text(re.sub(r'^"POT-Creation-Date:.*\n', "", path.read_text(), flags=re.M))


def compile_to(source, target):
    subprocess.run(["msgfmt", "--check-format", "--check-domain", "-o", str(target), str(source)], check=True)


def check():
    missing = [code for code in LANGUAGES if not (LOCALES / code / "LC_MESSAGES/django.po").exists()]
    if missing:
        print(f"No catalogue for {', '.join(missing)}: `make messages` makes it.")
        return 1
    problems = []
    for path in catalogues():
        name = path.relative_to(ROOT)
        if stale(path):
            problems.append(f"{name}: the .mo is not what the .po gives")
        if fuzzy := count(path, "--only-fuzzy"):
            problems.append(f"{name}: {fuzzy} fuzzy")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "portal")
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*IGNORE, ".git", ".pytest_cache"))
        extract(copy)
        english = copy / "portal/locale/en/LC_MESSAGES/django.po"
        # gettext guesses at a new text from one that is like it, and marks the guess as fuzzy.
        untold = [*texts(english, "--untranslated"), *texts(english, "--only-fuzzy")]
        gone = set(texts(LOCALES / "en/LC_MESSAGES/django.po")) - set(texts(english))
        problems += [f"portal/locale/en: no English for {text!r}" for text in untold]
        problems += [f"portal/locale/en: nothing says {text!r} any longer" for text in gone]
    if problems:
        print("\n".join(problems))
        print(f"{len(problems)} problems. `make messages` collects and compiles; then translate.")
    return 1 if problems else 0


def stale(path):
    with tempfile.NamedTemporaryFile(suffix=".mo") as fresh:
        compile_to(path, fresh.name)
        compiled = path.with_suffix(".mo")
        return not compiled.exists() or compiled.read_bytes() != Path(fresh.name).read_bytes()


def count(path, choice):
    return len(texts(path, choice))


def texts(path, choice="--no-obsolete"):
    """The msgids of a catalogue, as msgattrib chooses them."""
    found = subprocess.run(
        ["msgattrib", "--no-obsolete", "--no-wrap", choice, str(path)],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    found = re.sub(r'"\n"', "", found)
    return [text for text in re.findall(r'^msgid "(.*)"$', found, re.M) if text]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
