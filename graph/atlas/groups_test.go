package atlas_test

import (
	"slices"
	"testing"

	"papergraph/graph/atlas"
)

func TestCommunitiesPartTheLinkedPapers(t *testing.T) {
	onMany(t, func(t tester, a *atlas.Atlas) {
		if len(a.Community) != len(a.Corpus.Documents) {
			t.Fatalf("%d places for %d papers", len(a.Community), len(a.Corpus.Documents))
		}
		members := 0
		for place, c := range a.Communities {
			members += len(c.Members)
			for _, u := range c.Members {
				if int(a.Community[u]) != place {
					t.Errorf("paper %d is a member of %d, but in %d", u, place, a.Community[u])
				}
			}
		}
		linked := 0
		for u, place := range a.Community {
			if (place == -1) != (a.Network.Links.Degree(u) == 0) {
				t.Errorf("paper %d with %d links is in %d", u, a.Network.Links.Degree(u), place)
			}
			if place >= 0 {
				linked++
			}
		}
		if members != linked {
			t.Errorf("%d members, %d linked papers", members, linked)
		}
	})
}

func TestCommunitiesComeBySize(t *testing.T) {
	onMany(t, func(t tester, a *atlas.Atlas) {
		for place, c := range a.Communities {
			if c.ID != place+1 || len(c.Members) == 0 {
				t.Errorf("at place %d: id %d, %d members", place, c.ID, len(c.Members))
			}
			if place == 0 {
				continue
			}
			before := a.Communities[place-1]
			if size := len(before.Members); size < len(c.Members) || size == len(c.Members) && slices.Min(before.Members) > slices.Min(c.Members) {
				t.Errorf("community %d of %d before %d of %d", before.ID, size, c.ID, len(c.Members))
			}
		}
	})
}

func TestMembersComeByRank(t *testing.T) {
	onMany(t, func(t tester, a *atlas.Atlas) {
		ranks := a.Measure("pagerank").Ranks
		for _, c := range a.Communities {
			for i, u := range c.Members[1:] {
				if v := c.Members[i]; ranks[v] > ranks[u] || ranks[v] == ranks[u] && v > u {
					t.Errorf("community %d: paper %d of rank %d before %d of rank %d", c.ID, v, ranks[v], u, ranks[u])
				}
			}
		}
	})
}

func TestCommunitiesAreConnected(t *testing.T) {
	onMany(t, func(t tester, a *atlas.Atlas) {
		for place, c := range a.Communities {
			seen := map[int32]bool{c.Members[0]: true}
			for queue := c.Members[:1:1]; len(queue) > 0; queue = queue[1:] {
				targets, _ := a.Network.Links.Arcs(int(queue[0]))
				for _, v := range targets {
					if int(a.Community[v]) == place && !seen[v] {
						seen[v] = true
						queue = append(queue, v)
					}
				}
			}
			if len(seen) != len(c.Members) {
				t.Errorf("community %d: from its first member %d of %d can be reached", c.ID, len(seen), len(c.Members))
			}
		}
	})
}
