package community

import (
	"context"
	"fmt"
	"math/rand/v2"

	"papergraph/graph"
)

// Stable says how far a grouping holds over seeds. Both scores are 0 to 1, 1 where all runs agree with it.
type Stable struct {
	Nodes       []float64 // by node: with how many of the others of its community a run keeps it together, in the mean
	Communities []float64 // by label: the same for its pairs
}

// Stability groups the graph anew runs times, with other random streams than those of the starts of a grouping of the
// same seed, and says how far the labels, which are a grouping of Leiden or another without negative labels, hold. Of a
// community of one node it says how often that node is alone. Starts is not used. The error is that of ctx, or says what
// is out of range. A run takes the time of a start of Leiden. See Lancichinetti and Fortunato, Consensus clustering in
// complex networks (2012), doi:10.1038/srep00336, for the shares of runs in which two nodes are together.
func Stability(ctx context.Context, g *graph.CSR, labels []int32, o Options, runs int) (*Stable, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	if runs < 1 || len(labels) != g.Order() {
		return nil, fmt.Errorf("community: stability of %d labels of %d nodes over %d runs", len(labels), g.Order(), runs)
	}
	n, err := newNearby(ctx, g)
	if err != nil {
		return nil, err
	}
	together, err := inParallel(runs, o.Workers, func(i int) ([]float64, error) {
		run, err := climb(ctx, n, o.Resolution, rand.New(rand.NewPCG(o.Seed, firstCheck+uint64(i))))
		if err != nil {
			return nil, err
		}
		other, err := finish(ctx, n, o, run)
		if err != nil {
			return nil, err
		}
		return keptTogether(labels, n.ofGraph(other.labels)), nil
	})
	if err != nil {
		return nil, err
	}
	s := &Stable{Nodes: make([]float64, len(labels))}
	for _, run := range together {
		for u, kept := range run {
			s.Nodes[u] += kept / float64(runs)
		}
	}
	s.Communities = meanBy(labels, s.Nodes)
	return s, nil
}

// firstCheck is the number of the first random stream of Stability; starts come before.
const firstCheck = 1 << 32

// keptTogether returns for each node the share of the others of its community that another grouping keeps with it.
func keptTogether(labels, other []int32) []float64 {
	o, kept := newOverlap(labels, other), make([]float64, len(labels))
	for u, i := range o.perNode {
		if others := o.a[o.a2[i]] - 1; others > 0 {
			kept[u] = (o.both[i] - 1) / others
		} else if o.b[o.b2[i]] == 1 {
			kept[u] = 1
		}
	}
	return kept
}

// meanBy returns the mean of a score over the members of each community.
func meanBy(labels []int32, score []float64) []float64 {
	var mean, size []float64
	for u, c := range labels {
		for int(c) >= len(mean) {
			mean, size = append(mean, 0), append(size, 0)
		}
		mean[c] += score[u]
		size[c]++
	}
	for c := range mean {
		mean[c] /= max(1, size[c])
	}
	return mean
}
