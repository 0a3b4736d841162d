#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Checks the schema of the timeline file, and docs/format.md against it.

Usage: test-schema.py SOURCE_ROOT
"""

import copy
import json
import pathlib
import re
import sys

try:
    import jsonschema
except ImportError:
    # Not exit status 77: meson takes that for an error where the output is TAP.
    print("1..0 # SKIP python3-jsonschema is not installed")
    sys.exit(0)

ROOT = pathlib.Path(sys.argv[1])
SCHEMA = json.loads((ROOT / "data/timeline-1.schema.json").read_text(encoding="utf-8"))
DATA = ROOT / "tests/data"
DOCS = (ROOT / "docs/format.md").read_text(encoding="utf-8")

# The tables of keys in docs/format.md, in their order.
TABLES = [
    "timeline", "lane", "actor", "category", "era", "source", "event", "claim",
    "sourceReference", "figure", "difference", "link", "media", "talk", "step",
]

# Parts that are told in a sentence instead, with what they need.
TOLD_IN_WORDS = {
    "datedBy": {"source"}, "side": {"text", "sources"}, "settled": {"text"}, "when": {"start", "end"},
}

count = 0
failures = 0


def check(name, findings):
    """Prints one result. Passed where there are no findings."""
    global count, failures
    count += 1
    print(f"{'not ok' if findings else 'ok'} {count} {name.replace('#', chr(92) + '#')}")
    failures += bool(findings)
    for finding in findings:
        print(f"# {finding}")


def part_schema(name):
    """The schema of one part on its own."""
    return {key: SCHEMA[key] for key in ("$schema", "$id", "$defs")} | {"$ref": f"#/$defs/{name}"}


def pointer(error):
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)
    return "".join(["#"] + ["/" + step for step in steps])


def errors(document, schema=None):
    validator = jsonschema.Draft202012Validator(SCHEMA if schema is None else schema)
    return [(pointer(e), e.message[:300]) for e in validator.iter_errors(document)]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def parts():
    return {name: part for name, part in SCHEMA["$defs"].items() if "properties" in part}


def check_schema_itself():
    try:
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        check("schema: agrees with the schema of schemas", [])
    except jsonschema.SchemaError as error:
        check("schema: agrees with the schema of schemas", [error.message])

    silent = []
    for name, part in SCHEMA["$defs"].items():
        keys = {f"{name}.{key}": value for key, value in part.get("properties", {}).items()}
        silent += [k for k, v in ({name: part} | keys).items() if not v.get("title") or not v.get("description")]
    check("schema: every part and key has a title and a description", silent)

    closed = [name for name, part in parts().items()
              if {"additionalProperties", "unevaluatedProperties", "propertyNames"} & part.keys()]
    check("schema: no part is closed to unknown keys", closed)


def check_files():
    good = sorted((DATA / "good").glob("*.json"))
    check("good: there are files", [] if good else ["none"])
    for path in good:
        check(f"good: {path.name}", errors(load(path)))

    for path in sorted((ROOT / "data").glob("*.timeline.json")):
        check(f"shipped: {path.name}", errors(load(path)))

    expected = {}
    for line in (DATA / "bad-schema/expected.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            name, place = line.split()
            expected[name] = place

    bad = {path.name for path in (DATA / "bad-schema").glob("*.json")}
    check("bad: every file is listed and every listed file exists", sorted(bad ^ expected.keys()))
    for name in sorted(bad & expected.keys()):
        found = errors(load(DATA / "bad-schema" / name))
        places = sorted({place for place, _ in found})
        check(f"bad: {name}", [] if places == [expected[name]] else
              [f"expected a finding at {expected[name]} alone, got {found or 'none'}"])


def check_every_key():
    """every-key.timeline.json has every key, and all may have unknown ones beside them."""
    document = load(DATA / "good/every-key.timeline.json")
    seen = set()
    strangers = copy.deepcopy(document)

    def walk(value):
        if isinstance(value, dict):
            seen.update(value)
            for inner in list(value.values()):
                walk(inner)
            value["x-unknown"] = {"anything": [None]}
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(strangers)
    known = {key for part in parts().values() for key in part["properties"]}
    check("every-key: has every key of the schema", sorted(known - seen))
    check("every-key: has no key that the schema does not know", sorted(seen - known))
    check("every-key: unknown keys are accepted at every level", errors(strangers))

    # By part, since title or id are keys of many.
    missing = []
    for name, part in parts().items():
        found = set()
        instances = find_instances(document, name)
        for instance in instances:
            found.update(instance)
        missing += [f"{name}.{key}" for key in part["properties"] if key not in found]
    check("every-key: has every key of every part", missing)


def find_instances(document, wanted):
    """The objects of a document that the schema describes as the part wanted."""
    found = []

    def walk(value, schema):
        names = []
        while "$ref" in schema:
            names.append(schema["$ref"].rsplit("/", 1)[1])
            schema = SCHEMA["$defs"][names[-1]]
        if isinstance(value, dict):
            if wanted in names:
                found.append(value)
            for key, inner in value.items():
                if key in schema.get("properties", {}):
                    walk(inner, schema["properties"][key])
        elif isinstance(value, list) and "items" in schema:
            for inner in value:
                walk(inner, schema["items"])

    walk(document, SCHEMA)
    return found


def check_docs():
    blocks = re.findall(r"^```json +(\S+)\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)
    check("docs: there are examples", [] if blocks else ["none"])
    for name, text in blocks:
        if name not in SCHEMA["$defs"]:
            check(f"docs: example of {name}", [f"the schema has no {name}"])
            continue
        try:
            check(f"docs: example of {name}", errors(json.loads(text), part_schema(name)))
        except json.JSONDecodeError as error:
            check(f"docs: example of {name}", [str(error)])

    tables = re.findall(r"^\| key \| needed \| what \|\n\|[-|]+\|\n((?:\|.*\n)+)", DOCS, re.MULTILINE)
    check("docs: every part has its table", [] if len(tables) == len(TABLES) else
          [f"{len(tables)} tables for {len(TABLES)} parts"])
    check("docs: every part is in a table or told in words",
          sorted(parts().keys() ^ (set(TABLES) | TOLD_IN_WORDS.keys())))
    check("docs: parts told in words need what the words say",
          [name for name, needed in TOLD_IN_WORDS.items()
           if set(SCHEMA["$defs"][name].get("required", [])) != needed])
    for name, rows in zip(TABLES, tables):
        told, needed, findings = set(), set(), []
        part = SCHEMA["$defs"][name]
        for row in rows.splitlines():
            keys, need, what = (cell.strip() for cell in row.strip("|").split("|", 2))
            names = re.findall(r"`([^`]+)`", keys)
            told.update(names)
            if need == "yes":
                needed.update(names)
            for key in names:
                words = part["properties"].get(key, {}).get("enum", [])
                findings += [f"{key}: {word} is not in the table" for word in words if f"`{word}`" not in what]
        known = part["properties"].keys()
        findings += [f"only in the schema: {key}" for key in sorted(known - told)]
        findings += [f"only in the table: {key}" for key in sorted(told - known)]
        findings += [f"needed in one of them only: {key}" for key in sorted(needed ^ set(part.get("required", [])))]
        check(f"docs: table of {name}", findings)

    dates = re.search(r"^\| you write \| it means \|\n(.*?)\n\n", DOCS, re.MULTILINE | re.DOTALL)
    cells = [row.split("|")[1] for row in dates.group(1).splitlines()[1:]] if dates else []
    for date in (date for cell in cells for date in re.findall(r"`([^`]+)`", cell)):
        check(f"docs: date {date}", errors(date, part_schema("date")))


def check_every_value():
    """Spoils each value of every-key.timeline.json in turn: the schema finds it, there and nowhere else."""
    document = load(DATA / "good/every-key.timeline.json")
    kept, elsewhere, unneeded = [], [], []

    def spoil(holder, key, value, place):
        good = holder[key]
        holder[key] = value
        found = {where for where, _ in errors(document)}
        if not found:
            kept.append(f"{place} = {value!r}")
        elif found != {place}:
            elsewhere.append(f"{place} = {value!r}: {sorted(found)}")
        holder[key] = good

    def walk(holder, key, place):
        spoil(holder, key, None, place)
        value = holder[key]
        if isinstance(value, str):
            spoil(holder, key, 1, place)
            if key != "$schema":
                spoil(holder, key, "", place)
        elif isinstance(value, list):
            spoil(holder, key, {}, place)
            for index in range(len(value)):
                walk(value, index, f"{place}/{index}")
        elif isinstance(value, dict):
            spoil(holder, key, [], place)
            for inner in value:
                walk(value, inner, f"{place}/{inner}")
        else:
            spoil(holder, key, "1", place)

    for key in document:
        walk(document, key, f"#/{key}")
    check("every value: none may be of another type", kept)
    check("every value: a wrong one is found in its place", elsewhere)

    for name, part in parts().items():
        for key in part.get("required", []):
            for instance in find_instances(document, name):
                value = instance.pop(key)
                if not errors(document):
                    unneeded.append(f"{name}.{key}")
                instance[key] = value
    check("every value: what is needed is missed", unneeded)


# The rest of the good ones are in dates.timeline.json and in docs/format.md.
DATES = ["../..", "/..", "../", "[2024, 2025]", "{2024}", "2025-06-12T14:30:00Z/2025-06-12T15:00:00Z"]

DATES_REFUSED = """
    12/06/2025 06/2025 2025/06/12 12.06.2025 2025.06.12 20250612 202506 25 99 June 2025-6-12 2025-06-1 2025-13
    2025-00 2025-20 2025-42 2025-06-00 2025-06-32 2025-06-4X 2025-21-01 2025-06-12T14 2025-06T14:30:00
    2025-06-12T25:00:00 2025-06-12T14:60:00 +2025 12025 Y2025 2025BC 2025-06-12/2025-06-13/2025-06-14 / .. ./..
    [2025 2025] [2025} {2025] [] {} [2025/2026] [2025,] [,2025] [..] [2024..2025..2026] 2025..2026 2025,2026
    2025-06-12.. ~ 2025~~ 1950S 1950S0 YE5 S2 now today 2025-Q1 2025-W24 2025-163 ٢٠٢٥
""".split() + ["", " 2025", "2025 ", "2025\n", "June 2025", "2025-06-12 14:30", "[2024, ]", "[2024,  2025]", "2024, 2025", "c. 2025", "12 June 2025"]

IDS = ["a", "1", "é", "日本", "a/b", "#", "x" * 128]
IDS_REFUSED = ["", "x" * 129, " ", "a b", "a\n", "\ta", "a\u00a0b", "a\u2028b", "a\u007f", "a\u0085", "a\u202e"]

TEXTS = ["a", " a", "two\nlines", "two\r\nlines\n", "a\ttab", "\n\na", "اَلْعَرَبِيَّةُ", "\u200fright",  "x" * 65536, "😀" * 65536]
TEXTS_REFUSED = ["", " ", "\n", "\t \u2003", "x" * 65537, "\u0000", "a\u0007", "\u001b[31m", "a\u0085b", "\u202ea", "a\u202d", "\u2067a\u2069"]

ADDRESSES = ["https://example.org", "http://example.org/a?b=c#d", "https://例え.jp/"]
ADDRESSES_REFUSED = ["example.org", "//example.org", "https:/example.org", "https://", "ftp://example.org",
                     "https:///a", "https://example.org/a b", "https://example.org/<b>", "https://example.org\n",
                     "javascript:alert(1)", "file:///etc/passwd", " https://example.org", "mailto:a@example.org"]

FILES = ["a.png", "pictures/a.png", "a..b.png", ".hidden/a.png", "..."]
FILES_REFUSED = ["", "/a.png", "..", "../a.png", "a/../b.png", "a/..", "https://example.org/a.png", "C:/a.png", "a\\b.png"]

WITH_WORDS = [
    ("actor", "kind"), ("category", "symbol"), ("source", "url_is"), ("source", "checked"), ("source", "kind"),
    ("claim", "status"), ("figure", "qualifier"), ("link", "kind"), ("link", "status"),
]


def check_values():
    media = part_schema("media")
    for name, good, bad in (
        ("id", IDS, IDS_REFUSED),
        ("text", TEXTS, TEXTS_REFUSED),
        ("address", ADDRESSES, ADDRESSES_REFUSED),
        ("date", DATES, DATES_REFUSED),
        ("colour", ["blue", "#00ff7F"], ["Blue", "white", "#fff", "#00ff7g", "#00ff7f00", "00ff7f", "#00ff7f\n", ""]),
        ("language", ["en", "pt-BR", "zh-Hant-TW", "de-1996"], ["", "e", "English language", "en_GB", "-en", "en\n"]),
    ):
        schema = part_schema(name)
        check(f"values: every good {name} is accepted", [repr(v[:80]) for v in good if errors(v, schema)])
        check(f"values: every bad {name} is refused", [repr(v[:80]) for v in bad if not errors(v, schema)])
    for part, name, good, bad in (
        ("event", "importance", [1, 3, 5], [0, 6, -1, 1.5, True]),
        ("talk", "minutes", [0, 0.5, 1440], [-5, 1441]),
        ("figure", "value", [0, -1, 1e300, [1, 2], [-2.5, 0]], [[], [1], [1, 2, 3], ["1", "2"], True]),
    ):
        schema = part_schema(f"{part}/properties/{name}")
        check(f"values: every good {name} is accepted", [repr(v) for v in good if errors(v, schema)])
        check(f"values: every bad {name} is refused", [repr(v) for v in bad if not errors(v, schema)])

    for part, name in WITH_WORDS:
        check(f"values: {part}.{name} has words of its own",
              [] if errors("nonesuch", part_schema(f"{part}/properties/{name}")) else ["takes any"])

    check("values: every good file is accepted",
          [v for v in FILES if errors({"file": v, "alt": "A"}, media)])
    check("values: every bad file is refused",
          [v for v in FILES_REFUSED if not errors({"file": v, "alt": "A"}, media)])


def check_limits():
    """Each list is accepted at its limit and refused one above."""
    claim = {"text": "A.", "status": "reported"}
    side = {"text": "A", "sources": []}
    for name, key, item, limit, rest in (
        ("event", "claims", claim, 1000, {"id": "a", "title": "A", "when": "2025"}),
        ("event", "figures", {"value": 1}, 1000, {"id": "a", "title": "A", "when": "2025"}),
        ("event", "differences", {"question": "A?", "sides": [side, side]}, 1000,
         {"id": "a", "title": "A", "when": "2025"}),
        ("event", "links", {"to": "b", "kind": "answers"}, 1000, {"id": "a", "title": "A", "when": "2025"}),
        ("event", "media", {"file": "a.png", "alt": "A"}, 1000, {"id": "a", "title": "A", "when": "2025"}),
        ("event", "actors", "a", 1000, {"id": "a", "title": "A", "when": "2025"}),
        ("claim", "sources", "s", 1000, claim),
        ("difference", "sides", side, 1000, {"question": "A?"}),
        ("lane", "actors", "a", 1000, {"id": "a", "name": "A"}),
        ("step", "events", "a", 1000, {"title": "A"}),
        ("talk", "steps", {"title": "A"}, 1000, {}),
    ):
        schema = part_schema(name)
        check(f"limits: {limit} {key} of {name}", errors(rest | {key: [item] * limit}, schema))
        check(f"limits: one more than {limit} {key} of {name} is refused",
              [] if errors(rest | {key: [item] * (limit + 1)}, schema) else ["accepted"])

    # Too long to try: the numbers themselves.
    properties = SCHEMA["$defs"]["timeline"]["properties"]
    for key in ("lanes", "actors", "categories", "eras", "sources", "events"):
        limit = 5_000_000 if key == "events" else 100_000
        check(f"limits: {key}", [] if properties[key].get("maxItems") == limit else [f"not {limit}"])


check_schema_itself()
check_files()
check_every_key()
check_every_value()
check_docs()
check_values()
check_limits()
print(f"1..{count}")
sys.exit(1 if failures else 0)
