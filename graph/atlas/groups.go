package atlas

import (
	"cmp"
	"math"
	"slices"
)

// gather makes the communities from labels: by size, ties by the smallest paper; papers without a link belong to none.
func (a *Atlas) gather(labels []int32) {
	members := make(map[int32][]int32)
	var order []int32
	for u, l := range labels {
		if a.Network.Links.Degree(u) == 0 {
			continue
		}
		if members[l] == nil {
			order = append(order, l)
		}
		members[l] = append(members[l], int32(u))
	}
	slices.SortStableFunc(order, func(x, y int32) int { return cmp.Compare(len(members[y]), len(members[x])) })
	a.Community = make([]int32, len(labels))
	for u := range a.Community {
		a.Community[u] = -1
	}
	ranks := a.Measure("pagerank").Ranks
	for place, l := range order {
		ms := members[l]
		for _, u := range ms {
			a.Community[u] = int32(place)
		}
		slices.SortStableFunc(ms, func(x, y int32) int { return cmp.Compare(ranks[x], ranks[y]) })
		a.Communities = append(a.Communities, Community{ID: place + 1, Members: ms})
	}
}

// Radii of discs on a map of 1,000 by 700: those of the page at fit, where the least are 2.6 and the largest 11 px.
const (
	leastRadius = 2.6
	moreRadius  = 8.4
	radiusPower = 0.8
)

// radii returns the radius of each paper's disc, by PageRank.
func (a *Atlas) radii() []float64 {
	scores := a.Measure("pagerank").Scores
	top := math.SmallestNonzeroFloat64
	for _, s := range scores {
		top = max(top, s)
	}
	radii := make([]float64, len(scores))
	for u, s := range scores {
		radii[u] = leastRadius + float64(moreRadius*math.Pow(s/top, radiusPower))
	}
	return radii
}
