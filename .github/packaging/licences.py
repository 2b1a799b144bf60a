"""The licences of all that is inside the binary, as one text."""

import json
import re
import subprocess
from pathlib import Path

LICENCE = re.compile(r"(licen[cs]e|copying|notice|unlicense|copyright)([-._].*)?", re.IGNORECASE)
# Licences that crates hold for what they are tested with or documented by, none of which is compiled in.
ASIDE = {"tests", "test", "testdata", "benches", "examples", "docs", "fuzz"}


def metadata(top, target):
    """What Cargo knows of the package and of its crates for one target."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
    return json.loads(subprocess.run(command, cwd=top, check=True, stdout=subprocess.PIPE).stdout)


def package(data):
    """Our own package."""
    return next(one for one in data["packages"] if one["id"] == data["resolve"]["root"])


def compiled_in(data):
    """The crates that the binary is made of: neither those of tests nor those that only builds use."""
    nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
    found, open_ = set(), [data["resolve"]["root"]]
    while open_:
        for dep in nodes[open_.pop()]["deps"]:
            if dep["pkg"] not in found and any(kind["kind"] is None for kind in dep["dep_kinds"]):
                found.add(dep["pkg"])
                open_.append(dep["pkg"])
    crates = (one for one in data["packages"] if one["id"] in found)
    return sorted(crates, key=lambda one: (one["name"], one["version"]))


def read(path):
    """A text with the line ends of all others, so that Windows makes the same one."""
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip("\n")


def licence_files(folder):
    """The licence files of a crate, those of C code that it carries among them."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and LICENCE.fullmatch(path.name) and path.suffix != ".rs" and not ASIDE & set(inside.parts):
            yield path


def third_party(top, data):
    """The whole text: fonts first, then a row a crate, then each licence text once with those who have it."""
    rows, texts = [], {}
    for crate in compiled_in(data):
        name = f"{crate['name']} {crate['version']}"
        folder = Path(crate["manifest_path"]).parent
        files = set(licence_files(folder))
        if crate["license_file"]:
            files.add(folder / crate["license_file"])
        row = [f"{name}: {crate['license'] or 'see its text below'}", crate["repository"], "" if files else "without a licence file"]
        rows.append(", ".join(filter(None, row)))
        for path in sorted(files):
            texts.setdefault(read(path), []).append(name)
    own = [read(path) for folder in ("src", "themes") for path in sorted((top / folder).rglob("LICENSE*"))]
    rule = "\n\n" + "=" * 80 + "\n\n"
    head = (
        "What others made and this program contains. The program itself is under the licence in LICENSE.\n\n"
        "The Rust standard library: MIT OR Apache-2.0. Crates:\n\n" + "\n".join(rows)
    )
    texts = sorted((names, text) for text, names in texts.items())
    tail = [f"Of {', '.join(dict.fromkeys(names))}:\n\n{text}" for names, text in texts]
    return rule.join([head, *own, *tail]) + "\n"
