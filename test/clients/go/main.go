// The small contract suite, by the generated Go client. Prints one line a promise: "ok <name>" or "not ok <name>: <why>".
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"slices"
	"time"

	"sidestage/check/sidestage"
)

var (
	ctx    = context.Background()
	run    = fmt.Sprint(time.Now().UnixNano())
	client *sidestage.ClientWithResponses
	ana    struct{ id, transition string }
)

func must(holds bool, what string, got any) {
	if !holds {
		panic(fmt.Sprintf("%s, got %+v", what, got))
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func person(name string, key *string) *sidestage.CreateContactResponse {
	body := sidestage.ContactCreate{
		DisplayName: name,
		Identities:  &[]sidestage.IdentityIn{{Channel: "email", Handle: name + "." + run + "@go.example"}},
		Tags:        &[]string{"grade-b"},
	}
	answer, err := client.CreateContactWithResponse(ctx, &sidestage.CreateContactParams{IdempotencyKey: key}, body)
	check(err)
	return answer
}

func create() {
	answer := person("ana", nil)
	must(answer.JSON201 != nil, "201", string(answer.Body))
	must(answer.JSON201.Stages[0].Stage == "subscriber", "the first stage", answer.JSON201.Stages)
	ana.id = answer.JSON201.Id
}

func resolve() {
	var body sidestage.ResolveIn
	check(json.Unmarshal([]byte(`{"handles": [{"channel": "email", "handle": "ANA.`+run+`@Go.example"}]}`), &body))
	answer, err := client.ResolveContactWithResponse(ctx, body)
	check(err)
	must(answer.JSON200.Match == "exact" && answer.JSON200.Contact.Id == ana.id, "exact", string(answer.Body))
}

func dryRun() {
	yes := true
	params := &sidestage.MoveContactStageParams{DryRun: &yes}
	answer, err := client.MoveContactStageWithResponse(ctx, ana.id, params, sidestage.MoveRequest{To: "lead"})
	check(err)
	plan, err := answer.JSON200.AsMoveDryRun()
	check(err)
	must(plan.Changed && plan.Transition.To != nil && *plan.Transition.To == "lead", "a plan", string(answer.Body))
	now, err := client.GetContactWithResponse(ctx, ana.id)
	check(err)
	must(now.JSON200.Stages[0].Stage == "subscriber", "nobody moved", now.JSON200.Stages)
}

func move() {
	var body sidestage.MoveRequest
	check(json.Unmarshal([]byte(`{"to": "lead", "expect": {"from": "subscriber"}}`), &body))
	answer, err := client.MoveContactStageWithResponse(ctx, ana.id, nil, body)
	check(err)
	must(answer.JSON201 != nil && answer.JSON201.Contact.Version == 2, "moved", string(answer.Body))
	ana.transition = answer.JSON201.Transition.Id
}

func problemTyped() {
	answer, err := client.MoveContactStageWithResponse(ctx, ana.id, nil, sidestage.MoveRequest{To: "evangelist"})
	check(err)
	problem := answer.ApplicationproblemJSON422
	must(problem != nil && problem.Code == "move-not-allowed" && problem.Status == 422, "a problem", string(answer.Body))
	moves, known := problem.AdditionalProperties["allowed_moves"].([]any)
	must(known && slices.Contains(moves, any("mql")), "the moves allowed", problem.AdditionalProperties)
}

func undo() {
	answer, err := client.UndoTransitionWithResponse(ctx, ana.transition, nil, sidestage.UndoTransitionJSONRequestBody{})
	check(err)
	must(answer.JSON201 != nil && *answer.JSON201.Transition.Voids == ana.transition, "voided", string(answer.Body))
	must(answer.JSON201.Contact.Stages[0].Stage == "subscriber", "back", string(answer.Body))
}

func tags() {
	answer, err := client.ChangeContactTagsWithResponse(ctx, ana.id, nil, sidestage.TagChange{Add: &[]string{"grade-a"}})
	check(err)
	changed := answer.JSON200
	must(changed != nil && slices.Equal(changed.Removed, []string{"grade-b"}) && slices.Equal(changed.Tags, []string{"grade-a"}), "swapped", string(answer.Body))
}

func followUp() {
	body := sidestage.FollowUpCreate{ContactId: ana.id, Title: "Call"}
	body.Due.Local, body.Due.Zone = "2030-11-29T10:00", "Asia/Shanghai"
	answer, err := client.CreateFollowUpWithResponse(ctx, nil, body)
	check(err)
	at := time.Date(2030, 11, 29, 2, 0, 0, 0, time.UTC)
	must(answer.JSON201 != nil && answer.JSON201.Due.At.Equal(at), "due at two in the morning", string(answer.Body))
}

func listWithCursor() {
	wanted := map[string]bool{}
	for i := range 5 {
		wanted[person(fmt.Sprintf("p%d", i), nil).JSON201.Id] = true
	}
	seen := map[string]bool{}
	limit := 2
	params := &sidestage.ListContactsParams{Limit: &limit}
	for {
		answer, err := client.ListContactsWithResponse(ctx, params)
		check(err)
		for _, one := range answer.JSON200.Data {
			must(!seen[one.Id], "everybody once", one.Id)
			seen[one.Id] = true
			delete(wanted, one.Id)
		}
		if answer.JSON200.NextCursor == nil {
			break
		}
		params.Cursor = answer.JSON200.NextCursor
	}
	must(len(wanted) == 0, "everybody", wanted)
}

func idempotentReplay() {
	key := "go-" + run
	first, again := person("once", &key), person("once", &key)
	must(bytes.Equal(first.Body, again.Body), "the same bytes", string(again.Body))
	must(again.HTTPResponse.Header.Get("Idempotency-Replayed") == "true", "replayed", again.HTTPResponse.Header)
}

func filterTree() {
	var value sidestage.ContactFilterCondition_Value
	check(value.FromContactFilterConditionValue0("grade-a"))
	var leaf, all sidestage.ContactFilter
	check(leaf.FromContactFilterCondition(sidestage.ContactFilterCondition{Field: "tag", Op: "eq", Value: value}))
	check(all.FromContactFilterAll(sidestage.ContactFilterAll{All: []sidestage.ContactFilter{leaf}}))
	answer, err := client.SearchContactsWithResponse(ctx, sidestage.ContactSearch{Filter: &all})
	check(err)
	is := func(one sidestage.Contact) bool { return one.Id == ana.id }
	must(answer.JSON200 != nil && slices.ContainsFunc(answer.JSON200.Data, is), "Ana", string(answer.Body))
}

func events() {
	after, limit := 0, 200
	answer, err := client.ListEventsWithResponse(ctx, &sidestage.ListEventsParams{After: &after, Limit: &limit})
	check(err)
	for i, one := range answer.JSON200.Data {
		must(one.Seq == i+1, "no gap", one.Seq)
	}
}

func main() {
	signed := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+os.Getenv("SIDESTAGE_KEY"))
		return nil
	}
	var err error
	client, err = sidestage.NewClientWithResponses(os.Getenv("SIDESTAGE_URL"), sidestage.WithRequestEditorFn(signed))
	check(err)
	failed := false
	for _, promise := range []struct {
		name string
		kept func()
	}{
		{"create", create}, {"resolve", resolve}, {"dry run", dryRun}, {"move", move}, {"problem typed", problemTyped},
		{"undo", undo}, {"tags", tags}, {"follow up", followUp}, {"list with cursor", listWithCursor},
		{"idempotent replay", idempotentReplay}, {"filter tree", filterTree}, {"events", events},
	} {
		func() {
			defer func() {
				if why := recover(); why != nil {
					failed = true
					fmt.Printf("not ok %s: %v\n", promise.name, why)
					return
				}
				fmt.Printf("ok %s\n", promise.name)
			}()
			promise.kept()
		}()
	}
	if failed {
		os.Exit(1)
	}
}
