package server

import (
	"bytes"
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"papergraph/graph/answer"
	"papergraph/graph/export"
)

// exportNames returns the names of the files that can be had.
func exportNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// exportTypes returns the media types of those files.
func exportTypes() []string {
	var types []string
	for _, f := range export.Formats() {
		types = append(types, f.Media)
	}
	return types
}

// makeExports returns what makes each file of the whole map when it is first asked for.
func (v *view) makeExports() map[string]func() (*ready, error) {
	exports := make(map[string]func() (*ready, error))
	for _, f := range export.Formats() {
		exports[f.Name] = once(f.Media, v.tag+"-"+f.Name, func() ([]byte, error) {
			// Others wait for the same bytes: the request that came first must not take them away by leaving.
			return v.write(context.Background(), f, export.Selection{})
		})
	}
	return exports
}

func (v *view) write(ctx context.Context, f export.Format, only export.Selection) ([]byte, error) {
	var b bytes.Buffer
	err := f.Write(ctx, &b, v.guide, only)
	return b.Bytes(), err
}

type exportInput struct {
	Conditional
	Format    string   `path:"format" doc:"One of the head's exports" example:"graphml"`
	IDs       []string `query:"ids,explode" maxItems:"100000" doc:"Only these papers; given again and again, or joined by commas"`
	Community int      `query:"community" minimum:"1" doc:"Only the papers of this community"`
	Links     string   `query:"links" enum:"concepts,builds-on" default:"concepts" doc:"Which links: those of the map, or the directed ones from papers that use a method to the one that introduces it"`
}

func getExport(ctx context.Context, v *view, in *exportInput) (*kept, *ready, error) {
	f, ok := export.Find(in.Format)
	if !ok {
		return nil, nil, fault(http.StatusNotFound, "this server writes no %q; try %s", in.Format, strings.Join(exportNames(), ", "))
	}
	out := &kept{ContentDisposition: attachment("papergraph" + f.Ending)}
	if len(in.IDs) == 0 && in.Community == 0 && in.Links != "builds-on" {
		whole, err := v.exports[f.Name]()
		return out, whole, err
	}
	only := export.Selection{BuildsOn: in.Links == "builds-on"}
	if len(in.IDs) > 0 || in.Community != 0 {
		var err error
		if only.Papers, err = v.selection(v.idsOf(in.IDs), in.Community); err != nil {
			return nil, nil, err
		}
	}
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	part, err := v.write(ctx, f, only)
	return out, &ready{kind: f.Media, tag: v.tag + "-" + f.Name, plain: part}, err
}

// selection returns the papers of the ids, of the community, or, where both are given, those of the community among the
// ids. It is never nil, which would mean all.
func (v *view) selection(ids []string, community int) ([]int32, error) {
	place := -1
	for i := range v.atlas.Communities {
		if v.atlas.Communities[i].ID == community {
			place = i
		}
	}
	if community != 0 && place < 0 {
		return nil, &answer.NotFoundError{What: "community", Name: strconv.Itoa(community)}
	}
	only := []int32{}
	for _, id := range ids {
		u, ok := v.atlas.Corpus.Find(id)
		if !ok {
			return nil, &answer.NotFoundError{What: "paper", Name: id}
		}
		if place < 0 || int(v.atlas.Community[u]) == place {
			only = append(only, int32(u))
		}
	}
	if len(ids) == 0 && place >= 0 {
		only = append(only, v.atlas.Communities[place].Members...)
	}
	slices.Sort(only)
	return slices.Compact(only), nil
}
