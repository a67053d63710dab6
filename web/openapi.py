"""The OpenAPI document: what spectree knows of each call, and what is the same for all of them.

Who may call, and how it can fail, follows from the table of permissions and from the addresses themselves, so that
no call can forget to say so.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeAlias

from flask import current_app
from werkzeug.routing import Rule

from web import access
from web.access import Need

Json: TypeAlias = dict[str, Any]

CONDITIONAL = ("put", "patch", "delete")
"""Methods that change what GET shows under the same address."""

GUARDED = {Need.CREATE, Need.EDIT, Need.OWN, Need.ADD, Need.WORK, Need.ADMIN}
"""Needs that somebody who is logged in may not meet."""

ABOUT = """Everything that can be done with stories: read them, add to them, correct them, take them away.

Times are ISO 8601; `earliest` lies in an interval, `latest` is its first instant after. Characters are counted in
Unicode code points. Every failure has one shape, `{"error": {"code", "message"}}`. An answer has a tag of its content
(`ETag`): sent back as `If-None-Match` it saves the answer, as `If-Match` it lets a change through only when nobody
was quicker."""

SCHEMES = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "An API token, made on the page of one's account or by `python -m timeline tokens add`.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": access.COOKIE,
        "description": f"A browser's session; by https the cookie is called {access.SECURE_COOKIE}.",
    },
}
FAILURES = {
    400: "What was sent can't be read, or means nothing.",
    401: "No login: there is no token, or none that holds.",
    403: "Whoever asks may not do this.",
    404: "There is nothing of this name, or it is hidden from whoever asks.",
    409: "It contradicts what is stored, or itself, or somebody was quicker.",
    412: "It has changed: its tag is not the one that `If-Match` names.",
    413: "More was sent than is taken at once.",
    415: "Another type of content is needed.",
    429: "Too many wrong passwords; `Retry-After` says how many seconds to wait.",
}
NAMES = {
    "story_id": "A story's id, as its address shows it.",
    "article_id": "An article's `doc_id`.",
    "finding": "A finding's `ref`, which outlives other edits, or its present id.",
    "number": "The number of an entry of the story's log, from 1.",
    "name": "The name of a format, or of what is to be explained: its id or `ref`, or a time's words.",
    "job_id": "A job's id.",
    "person_id": "The number of an account.",
    "token_id": "The number of a token.",
}
"""What the parts of addresses are."""

TAG = {"ETag": {"schema": {"type": "string"}, "description": "A tag of the content."}}
HEADERS: Mapping[int, Json] = {
    401: {"WWW-Authenticate": {"schema": {"type": "string"}}},
    429: {"Retry-After": {"schema": {"type": "integer"}}},
}


def completed(known: Json, *, throttled: Container[str], forms: Container[str]) -> Json:
    """The document that spectree made, with security, failures, tags and names.

    `throttled` are the endpoints that take a password, `forms` those that take what a browser's form sends.
    """
    document: Json = deepcopy(known)
    document["info"]["description"] = ABOUT
    _require_discriminators(document["components"]["schemas"])
    for side in ("start", "end"):
        document["components"]["schemas"]["Interval"]["properties"][side]["format"] = "date-time-local"
    document["components"]["securitySchemes"] = SCHEMES
    document["security"] = [{name: []} for name in SCHEMES] + ([] if access.login_is_on() else [{}])
    rules = {(_path(r), m): r for r in current_app.url_map.iter_rules() for m in map(str.lower, r.methods or ())}
    for path, calls in document["paths"].items():
        for method, call in calls.items():
            rule = rules[path, method]
            has_twin = method in CONDITIONAL and (path, "get") in rules
            call["operationId"] = rule.endpoint.removeprefix("api.")
            call["parameters"] = [_named(p) for p in call["parameters"]] + _condition(method, has_twin=has_twin)
            failing = [400, 401, *_failures(rule, method, has_body="requestBody" in call, has_twin=has_twin)]
            failing += [403] * (rule.endpoint in forms) + [403, 429] * (rule.endpoint in throttled)
            failing += [404] * ("account" in call["tags"])  # where nobody has to log in, nobody has one
            call["responses"] |= {str(status): _failure(status) for status in sorted(set(failing))}
            if method == "get":
                call["responses"]["304"] = {"description": "It is still what `If-None-Match` names.", "headers": TAG}
                call["responses"]["200"]["headers"] = TAG
            call["responses"] = dict(sorted(call["responses"].items()))
    return document


def _require_discriminators(schemas: Json) -> None:
    """What tells the kinds of a thing apart has to be there, also where it has a default in Python."""
    found = [schema for shape in schemas.values() for schema in (shape, *shape.get("properties", {}).values())]
    for told in (schema["discriminator"] for schema in found if "discriminator" in schema):
        for reference in told["mapping"].values():
            kind = schemas[reference.rsplit("/", 1)[1]]
            kind["required"] = sorted({*kind.get("required", ()), told["propertyName"]})


def _failures(rule: Rule, method: str, *, has_body: bool, has_twin: bool) -> Iterator[int]:
    need = access.NEEDS[rule.endpoint]
    if need in GUARDED:
        yield 403
    if rule.arguments or need is Need.ADD:
        yield 404
    if method != "get":
        yield 409
    if has_twin:
        yield 412
    if has_body:
        yield from (413, 415)


def _failure(status: int) -> Json:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Failure"}}}
    described: Json = {"description": FAILURES[status], "content": content}
    return described | ({"headers": HEADERS[status]} if status in HEADERS else {})


def _condition(method: str, *, has_twin: bool) -> list[Json]:
    name = "If-None-Match" if method == "get" else "If-Match" if has_twin else None
    says = "The `ETag` of an earlier answer from this address."
    tag = {"name": name, "in": "header", "required": False, "schema": {"type": "string"}, "description": says}
    return [tag] if name else []


def _named(parameter: Json) -> Json:
    return parameter | ({"description": NAMES[parameter["name"]]} if parameter["in"] == "path" else {})


def _path(rule: Rule) -> str:
    return re.sub(r"<(?:[^<>]+:)?(\w+)>", r"{\1}", rule.rule)
