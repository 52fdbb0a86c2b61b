package answer

import (
	"context"

	"papergraph/graph/atlas"
	"papergraph/graph/path"
)

// Path tells at most k ways that lead from one paper to another, the shortest by 1/weight first, and at each step the
// concept that carries the link best, with its evidence. No way at all is an empty list. The errors are that of ctx,
// *NotFoundError, and *QuestionError where both are one paper or k is below 1.
func (g *Guide) Path(ctx context.Context, from, to string, k int) (List[Story], error) {
	g.a.Need(atlas.Links)
	u, err := g.find(from)
	if err != nil {
		return List[Story]{}, err
	}
	v, err := g.find(to)
	if err != nil {
		return List[Story]{}, err
	}
	if u == v {
		return List[Story]{}, &QuestionError{Part: "to", Value: to, Try: "another paper than from"}
	}
	if k < 1 {
		return List[Story]{}, &QuestionError{Part: "k", Value: itoa(k), Try: "1 or more"}
	}
	stories, err := path.Stories(ctx, g.a.Network.Links, int(u), int(v), k)
	if err != nil {
		return List[Story]{}, err
	}
	out := List[Story]{Items: make([]Story, 0, len(stories))}
	for _, s := range stories {
		out.Items = append(out.Items, g.story(s))
	}
	return out, nil
}

func (g *Guide) story(nodes []int32) Story {
	var s Story
	length := 0.0
	for i, u := range nodes {
		if i > 0 {
			concept := g.carrier(nodes[i-1], u)
			ref, evidence := g.Term(concept), g.both(nodes[i-1], u, concept)
			s.Steps = append(s.Steps, Step{Concept: &ref, Evidence: &evidence})
			w, _ := g.a.Network.Links.Weight(int(nodes[i-1]), int(u))
			length += 1 / w
		}
		ref := g.Ref(u)
		s.Steps = append(s.Steps, Step{Paper: &ref})
	}
	if length > 0 {
		s.Weight = 1 / length
	}
	return s
}

// carrier returns the concept with the largest share in a link that the map has; such a link has one.
func (g *Guide) carrier(u, v int32) int32 {
	_, shares := g.a.Network.Shares(int(u), int(v))
	for _, s := range shares {
		if g.carries(s.Term) {
			return s.Term
		}
	}
	return shares[0].Term
}
