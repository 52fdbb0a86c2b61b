package server

import (
	"context"
	"strings"

	"papergraph/graph/answer"
)

// papersInput asks for a page of the table. A hundred papers are about 100 kB; who wants more than a thousand at once has
// the exports.
type papersInput struct {
	Conditional
	Sort      string   `query:"sort" maxLength:"40" doc:"A measure, year, title or id; a '-' before it turns the order round" example:"betweenness"`
	Community int      `query:"community" minimum:"0" doc:"Only of this community"`
	Concept   string   `query:"concept" maxLength:"500" doc:"Only papers with this key or a narrower one"`
	From      int      `query:"from" doc:"Only from this year on"`
	To        int      `query:"to" doc:"Only to this year"`
	IDs       []string `query:"ids,explode" maxItems:"1000" doc:"Only these, in this order; given again and again, or joined by commas"`
	Fields    []string `query:"fields" maxItems:"40" doc:"Only these beside the id; the abstract comes only when named"`
	Limit     int      `query:"limit" minimum:"1" maximum:"1000" default:"100"`
	Cursor    string   `query:"cursor" maxLength:"200" doc:"The next of the page before"`
}

func getPapers(_ context.Context, v *view, in *papersInput) (answer.PapersPage, error) {
	return v.guide.Papers(answer.PapersQuery{
		Sort: in.Sort, Community: in.Community, Concept: in.Concept, From: in.From, To: in.To,
		IDs: v.idsOf(in.IDs), Fields: in.Fields, Limit: in.Limit, Cursor: in.Cursor,
	})
}

// idsOf parts at commas what is not the id of a paper as it stands: an id may hold commas itself.
func (v *view) idsOf(given []string) []string {
	var ids []string
	for _, g := range given {
		if _, ok := v.atlas.Corpus.Find(g); ok {
			ids = append(ids, g)
			continue
		}
		for id := range strings.SplitSeq(g, ",") {
			if id != "" {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

type paperInput struct {
	Conditional
	ID string `path:"id" doc:"Id of a paper, percent-encoded"`
}

func getPaper(_ context.Context, v *view, in *paperInput) (answer.PaperDetail, error) {
	return v.guide.Paper(in.ID)
}

type relatedInput struct {
	Conditional
	ID  string `path:"id" doc:"Id of a paper, percent-encoded"`
	Top int    `query:"top" minimum:"1" maximum:"1000" default:"20"`
}

func getRelated(_ context.Context, v *view, in *relatedInput) (answer.List[answer.Related], error) {
	return v.guide.Related(in.ID, in.Top)
}

type linkInput struct {
	Conditional
	A string `path:"a" doc:"Id of a paper, percent-encoded"`
	B string `path:"b" doc:"Id of another paper, percent-encoded"`
}

func getLink(_ context.Context, v *view, in *linkInput) (answer.Explanation, error) {
	return v.guide.Explain(in.A, in.B)
}

type conceptsInput struct {
	Conditional
	Text   string `query:"q" maxLength:"500" doc:"Only those whose label, key or long form holds this"`
	Kind   string `query:"kind" enum:"method,dataset,metric,task,concept"`
	Limit  int    `query:"limit" minimum:"1" maximum:"1000" default:"100"`
	Cursor string `query:"cursor" maxLength:"200" doc:"The next of the page before"`
}

func getConcepts(_ context.Context, v *view, in *conceptsInput) (answer.Page[answer.Concept], error) {
	return v.guide.Concepts(answer.ConceptsQuery{Text: in.Text, Kind: in.Kind, Limit: in.Limit, Cursor: in.Cursor})
}

type conceptInput struct {
	Conditional
	Key string `path:"key" doc:"Key of a concept, percent-encoded"`
}

func getConcept(_ context.Context, v *view, in *conceptInput) (answer.ConceptDetail, error) {
	return v.guide.Concept(in.Key)
}

type communityInput struct {
	Conditional
	ID int `path:"id" minimum:"1"`
}

func getCommunity(_ context.Context, v *view, in *communityInput) (answer.CommunityDetail, error) {
	return v.guide.Community(in.ID)
}

type pathInput struct {
	Conditional
	From string `query:"from" required:"true" doc:"Id of a paper"`
	To   string `query:"to" required:"true" doc:"Id of another paper"`
	K    int    `query:"k" minimum:"1" maximum:"10" default:"3" doc:"At most so many ways"`
}

func getPath(ctx context.Context, v *view, in *pathInput) (answer.List[answer.Story], error) {
	return v.guide.Path(ctx, in.From, in.To, in.K)
}

type searchInput struct {
	Conditional
	Text  string `query:"q" maxLength:"500" required:"true" doc:"Words"`
	Limit int    `query:"limit" minimum:"1" maximum:"1000" default:"12"`
}

func getSearch(_ context.Context, v *view, in *searchInput) (answer.List[answer.Hit], error) {
	return v.guide.Search(in.Text, in.Limit), nil
}
