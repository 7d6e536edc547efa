# The small contract suite, by the generated Python client. Prints one line a promise: "ok <name>" or "not ok <name>: <why>".
import os
import sys
import traceback
import uuid

from sidestage.api.data import list_events
from sidestage.api.people import create_contact, get_contact, list_contacts, resolve_contact, search_contacts
from sidestage.api.stages import move_contact_stage, undo_transition
from sidestage.api.tags import change_contact_tags
from sidestage.api.work import create_follow_up
from sidestage.client import AuthenticatedClient
from sidestage.models import (
    Contact,
    ContactCreate,
    ContactFilterAll,
    ContactFilterCondition,
    ContactFilterConditionOp,
    ContactSearch,
    FollowUpCreate,
    FollowUpCreateDue,
    IdentityIn,
    MoveDryRun,
    MoveRequest,
    MoveRequestExpect,
    Moved,
    Problem,
    ResolveIn,
    ResolveInHandlesItem,
    TagChange,
    UndoTransitionBody,
    Undone,
)

client = AuthenticatedClient(base_url=os.environ["SIDESTAGE_URL"], token=os.environ["SIDESTAGE_KEY"])
run = uuid.uuid4().hex[:8]
ana = {}


def person(name, key=None):
    body = ContactCreate(
        display_name=name,
        identities=[IdentityIn(channel="email", handle=f"{name}.{run}@python.example".lower())],
        tags=["grade-b"],
    )
    args = {} if key is None else {"idempotency_key": key}
    return create_contact.sync_detailed(client=client, body=body, **args)


def create():
    answer = person("Ana")
    assert answer.status_code == 201, answer.content
    contact = answer.parsed
    assert isinstance(contact, Contact) and contact.stages[0].stage == "subscriber" and contact.tags == ["grade-b"]
    ana["id"] = contact.id


def resolve():
    handle = f"ANA.{run}@Python.example"
    found = resolve_contact.sync(
        client=client, body=ResolveIn(handles=[ResolveInHandlesItem(channel="email", handle=handle)])
    )
    assert found.match == "exact" and found.contact.id == ana["id"]


def dry_run():
    plan = move_contact_stage.sync(ana["id"], client=client, body=MoveRequest(to="lead"), dry_run=True)
    assert isinstance(plan, MoveDryRun) and plan.changed is True and plan.transition.to == "lead", plan
    assert get_contact.sync(ana["id"], client=client).stages[0].stage == "subscriber"


def move():
    body = MoveRequest(to="lead", expect=MoveRequestExpect(from_="subscriber"))
    moved = move_contact_stage.sync(ana["id"], client=client, body=body)
    assert isinstance(moved, Moved) and moved.changed is True and moved.contact.version == 2, moved
    ana["transition"] = moved.transition.id


def problem_typed():
    refused = move_contact_stage.sync(ana["id"], client=client, body=MoveRequest(to="evangelist"))
    assert isinstance(refused, Problem) and refused.code == "move-not-allowed" and refused.status == 422
    assert "mql" in refused["allowed_moves"], refused.additional_properties


def undo():
    undone = undo_transition.sync(ana["transition"], client=client, body=UndoTransitionBody())
    assert isinstance(undone, Undone) and undone.transition.voids == ana["transition"]
    assert undone.contact.stages[0].stage == "subscriber"


def tags():
    changed = change_contact_tags.sync(ana["id"], client=client, body=TagChange(add=["grade-a"]))
    assert (changed.added, changed.removed, changed.tags) == (["grade-a"], ["grade-b"], ["grade-a"])


def follow_up():
    due = FollowUpCreateDue(local="2030-11-29T10:00", zone="Asia/Shanghai")
    made = create_follow_up.sync(client=client, body=FollowUpCreate(contact_id=ana["id"], title="Call", due=due))
    assert made.status == "open" and made.due.at.isoformat() == "2030-11-29T02:00:00+00:00", made


def list_with_cursor():
    wanted = {person(f"P{i}").parsed.id for i in range(5)}
    seen, cursor = [], None
    while True:
        more = {} if cursor is None else {"cursor": cursor}
        page = list_contacts.sync(client=client, limit=2, **more)
        assert len(page.data) <= 2
        seen += [one.id for one in page.data]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) and wanted <= set(seen)


def idempotent_replay():
    key = str(uuid.uuid4())
    first, again = person("Once", key), person("Once", key)
    assert first.content == again.content and again.headers["idempotency-replayed"] == "true"


def filter_tree():
    leaf = ContactFilterCondition(field="tag", op=ContactFilterConditionOp.EQ, value="grade-a")
    found = search_contacts.sync(client=client, body=ContactSearch(filter_=ContactFilterAll(all_=[leaf])))
    assert ana["id"] in [one.id for one in found.data], found


def events():
    page = list_events.sync(client=client, after=0, limit=200)
    assert [one.seq for one in page.data] == list(range(1, len(page.data) + 1))


failed = 0
for promise in [
    create, resolve, dry_run, move, problem_typed, undo, tags, follow_up, list_with_cursor, idempotent_replay, filter_tree, events,
]:
    name = promise.__name__.replace("_", " ")
    try:
        promise()
        print(f"ok {name}")
    except Exception:
        failed += 1
        print(f"not ok {name}: {traceback.format_exc().strip().splitlines()[-1]}")
        traceback.print_exc()
sys.exit(1 if failed else 0)
