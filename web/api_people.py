"""People in the API: one's own account and tokens, everyone's accounts, and who was given a story."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify, request
from spectree import Response as Answers

from timeline.errors import NotFoundError
from timeline.store import Role, Share, Token, User
from web import access, schemas, sent
from web.api import blueprint, sliced, spec
from web.pages import store

# --- one's own account ----------------------------------------------------------------------------------------------


@blueprint.get("/account")
@spec.validate(resp=Answers(HTTP_200=schemas.PersonShape), skip_validation=True, tags=["account"])
def account() -> Response:
    """Whose token or session this is."""
    return jsonify(_person(access.me()))


@blueprint.put("/account/password")
@spec.validate(json=sent.NewPassword, resp=Answers("HTTP_204"), tags=["account"])
def set_password(json: sent.NewPassword) -> tuple[str, int]:
    """Replace one's password; every session of the account ends, its tokens stay."""
    me = access.me()
    store().keys.confirm(me.name, json.current, request.remote_addr or "")
    store().people.set_password(me.name, json.password)
    return "", 204


@blueprint.get("/account/tokens")
@spec.validate(resp=Answers(HTTP_200=schemas.TokenList), skip_validation=True, tags=["account"])
def list_tokens() -> Response:
    """One's API tokens, without their secrets."""
    return jsonify(tokens=[_token(token) for token in store().keys.tokens(access.me())])


@blueprint.post("/account/tokens")
@spec.validate(json=sent.NewToken, resp=Answers(HTTP_201=schemas.TokenMade), tags=["account"])
def add_token(json: sent.NewToken) -> tuple[Response, int]:
    """Make an API token. It wants one's password, so that whoever finds a token can't make another one of it."""
    me, keys = access.me(), store().keys
    keys.confirm(me.name, json.password, request.remote_addr or "")
    secret = keys.add_token(me, json.name)
    return jsonify(_token(keys.tokens(me)[-1]) | {"token": secret}), 201


@blueprint.delete("/account/tokens/<int:token_id>")
@spec.validate(resp=Answers("HTTP_204"), skip_validation=True, tags=["account"])
def revoke_token(token_id: int) -> tuple[str, int]:
    """End an API token; it holds at once."""
    me, keys = access.me(), store().keys
    token = next((t for t in keys.tokens(me) if t.id == token_id), None)
    if token is None:
        raise NotFoundError(f"you have no token {token_id}")
    keys.revoke_token(me, token.name)
    return "", 204


# --- everyone's accounts --------------------------------------------------------------------------------------------


@blueprint.get("/people")
@spec.validate(query=sent.Slice, resp=Answers(HTTP_200=schemas.PersonList), skip_validation=True, tags=["people"])
def list_people() -> Response:
    """Everyone who has an account, by name."""
    some, of = sliced(store().people.all())
    return jsonify(people=[_person(person) for person in some], **of)


@blueprint.post("/people")
@spec.validate(json=sent.NewPerson, resp=Answers(HTTP_201=schemas.PersonShape), tags=["people"])
def add_person(json: sent.NewPerson) -> tuple[Response, int]:
    """Give somebody an account; the first one is an admin's, and from then on everybody has to log in."""
    return jsonify(_person(store().people.add(json.name, Role(json.role), json.password))), 201


@blueprint.get("/people/<int:person_id>")
@spec.validate(resp=Answers(HTTP_200=schemas.PersonShape), skip_validation=True, tags=["people"])
def one_person(person_id: int) -> Response:
    """Somebody's account."""
    return jsonify(_person(store().people.get(person_id)))


@blueprint.patch("/people/<int:person_id>")
@spec.validate(json=sent.PersonChange, resp=Answers(HTTP_200=schemas.PersonShape), tags=["people"])
def change_person(person_id: int, json: sent.PersonChange) -> Response:
    """Give somebody another role, which holds at once, or another password, which ends their sessions."""
    people = store().people
    name, given = people.get(person_id).name, json.model_dump(exclude_unset=True)
    if "password" in given:
        people.set_password(name, given["password"])
    if "role" in given:
        people.set_role(name, Role(given["role"]))
    return jsonify(_person(people.get(person_id)))


@blueprint.delete("/people/<int:person_id>")
@spec.validate(resp=Answers("HTTP_204"), skip_validation=True, tags=["people"])
def remove_person(person_id: int) -> tuple[str, int]:
    """Close an account, with its sessions and tokens; what it edited stays, with its name."""
    store().people.remove(store().people.get(person_id).name)
    return "", 204


# --- who was given a story ------------------------------------------------------------------------------------------


@blueprint.get("/stories/<story_id>/shares")
@spec.validate(resp=Answers(HTTP_200=schemas.ShareList), skip_validation=True, tags=["people"])
def list_shares(story_id: str) -> Response:
    """Who was given a story, by name."""
    return jsonify(shares=[_share(share) for share in store().shares.of(story_id)])


@blueprint.get("/stories/<story_id>/shares/<int:person_id>")
@spec.validate(resp=Answers(HTTP_200=schemas.ShareShape), skip_validation=True, tags=["people"])
def one_share(story_id: str, person_id: int) -> Response:
    """What somebody was given of a story."""
    return jsonify(_share(_shared(story_id, store().people.get(person_id))))


@blueprint.put("/stories/<story_id>/shares/<int:person_id>")
@spec.validate(json=sent.NewShare, resp=Answers(HTTP_200=schemas.ShareShape), tags=["people"])
def give_story(story_id: str, person_id: int, json: sent.NewShare) -> Response:
    """Let somebody see a story, and as an editor change it."""
    person = store().people.get(person_id)
    store().shares.give(story_id, person.name, Role(json.role))
    return jsonify(_share(_shared(story_id, person)))


@blueprint.delete("/stories/<story_id>/shares/<int:person_id>")
@spec.validate(resp=Answers("HTTP_204"), skip_validation=True, tags=["people"])
def take_story(story_id: str, person_id: int) -> tuple[str, int]:
    """Hide a story from somebody; for them it does not exist then."""
    store().shares.take(story_id, store().people.get(person_id).name)
    return "", 204


def _shared(story_id: str, person: User) -> Share:
    found = next((share for share in store().shares.of(story_id) if share.id == person.id), None)
    if found is None:
        raise NotFoundError(f"story {story_id!r} is not shared with {person.name!r}")
    return found


def _person(person: User) -> dict[str, Any]:
    return {"id": person.id, "name": person.name, "role": person.role.value}


def _share(share: Share) -> dict[str, Any]:
    return {"id": share.id, "name": share.name, "role": share.role.value, "owns": share.owns}


def _token(token: Token) -> dict[str, Any]:
    return {"id": token.id, "name": token.name, "at": token.at.isoformat()}
