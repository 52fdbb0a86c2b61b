package centrality

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"

	"papergraph/graph"
)

// Estimate is a betweenness that was not counted but sampled.
type Estimate struct {
	Counts     []float64 // by node, as Betweenness returns them
	Samples    int       // shortest paths that were drawn
	Error      float64   // no node is farther off, as a share of all pairs n(n-1)/2, with the chance Confidence
	Confidence float64
}

// EstimateOptions says how much an estimate may cost or err. One of Samples and Error is above 0, the other 0.
type EstimateOptions struct {
	Samples    int     // paths to draw, at least 1
	Error      float64 // largest error of any node as a share of all pairs, in (0, 1)
	Confidence float64 // chance that all nodes are within the error, in (0, 1)
	Seed       uint64
}

// EstimateBetweenness draws pairs of nodes, and for each with a way between them one of its shortest paths; the nodes
// inside it are counted. The counts, brought to the scale of Betweenness, are expected to be those, and the error holds
// for all nodes at once. A path between nodes in different components is none and counts for nobody. It depends on the
// seed, not on the number of workers; below 1, all cores are used. The errors are that of ctx, and what is out of range.
// A path takes two searches that meet: on graphs of papers some hundreds of arcs over Hops, some thousands over Similarity.
//
// The number of paths for an error ε with confidence 1-δ is (½/ε²)(⌊log₂(D-2)⌋ + 1 + ln(1/δ)), where D bounds how many
// nodes a shortest path has. Where the number is given, the error is the lesser of that formula's and of what the largest
// count allows, each at half of δ. See Riondato and Kornaropoulos, Fast approximation of betweenness centrality through
// sampling (2016), doi:10.1007/s10618-015-0423-0, theorem 1 and lemma 2; the two searches are those of Borassi and
// Natale, KADABRA is an adaptive algorithm for betweenness via random approximation (2019), doi:10.1145/3284359.
func EstimateBetweenness(ctx context.Context, g *graph.CSR, lengths Lengths, o EstimateOptions, workers int) (*Estimate, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	n := g.Order()
	longest, err := longestPath(ctx, g, lengths)
	if err != nil {
		return nil, err
	}
	e := o.plan(longest)
	e.Counts = make([]float64, n)
	if n < 3 {
		return e, ctx.Err()
	}
	newWalker := func() walker { return newMeeting(g) }
	if lengths == Similarity {
		ofArcs := lengths.ofArcs(g)
		newWalker = func() walker { return newWayMeeting(g, ofArcs) }
	}
	newKernel := func() kernel {
		return &sampler{walker: newWalker(), n: n, seed: o.Seed, sum: make([]float64, n), result: e.Counts}
	}
	if err := overSources(ctx, e.Samples, sampleChunk, workers, newKernel); err != nil {
		return nil, err
	}
	if o.Samples > 0 {
		e.narrow()
	}
	scale(e.Counts, float64(n)*float64(n-1)/2/float64(e.Samples))
	return e, nil
}

// narrow lowers the error to what the counts allow: a node that few paths lead over is known better than the theorem says,
// which holds for whatever graph. Each of the two bounds may fail with half of the chance that is left.
func (e *Estimate) narrow() {
	level := math.Log(4*float64(len(e.Counts))) - math.Log1p(-e.Confidence)
	most := 0.0
	for _, c := range e.Counts {
		most = max(most, c)
	}
	e.Error = min(e.Error, chernoff(min(most/float64(e.Samples), 0.5), float64(e.Samples), level))
}

func (o EstimateOptions) check() error {
	switch {
	case !(o.Confidence > 0 && o.Confidence < 1): // so written, NaN is refused too
		return fmt.Errorf("centrality: confidence %g is outside (0, 1)", o.Confidence)
	case o.Samples < 0 || !(o.Error >= 0 && o.Error < 1):
		return fmt.Errorf("centrality: %d samples or an error of %g are out of range", o.Samples, o.Error)
	case (o.Samples > 0) == (o.Error > 0):
		return fmt.Errorf("centrality: %d samples and an error of %g: one of the two decides", o.Samples, o.Error)
	}
	return nil
}

// plan finds samples by error or error by samples, where no shortest path has more than longest nodes.
func (o EstimateOptions) plan(longest int) *Estimate {
	need := func(missed float64) float64 { // for an error of 1, and at most this chance to be beyond it
		return (math.Floor(math.Log2(float64(max(longest-2, 1)))) + 1 - math.Log(missed)) / 2
	}
	e := &Estimate{Samples: o.Samples, Error: o.Error, Confidence: o.Confidence}
	if o.Samples > 0 {
		e.Error = min(1, math.Sqrt(need((1-o.Confidence)/2)/float64(o.Samples)))
	} else {
		e.Samples = int(min(math.Ceil(need(1-o.Confidence)/(o.Error*o.Error)), maxSamples))
	}
	return e
}

// maxSamples is where an int of 32 bits ends; an error that needs more is below what a double can tell apart anyway.
const maxSamples = math.MaxInt32

// sampleChunk is how many paths share a random stream. A chunk must be worth its flush of V additions and be over
// within some milliseconds.
const sampleChunk = 256

// walker draws shortest paths.
type walker interface {
	// path draws one of the shortest paths from s to another node t and calls visit for each node inside it.
	path(s, t int32, rng *rand.Rand, visit func(u int32))
}

// sampler counts the nodes inside of paths.
type sampler struct {
	walker walker
	n      int
	seed   uint64
	sum    []float64
	result []float64 // shared; only flush writes there
}

func (s *sampler) run(ctx context.Context, from, to int) error {
	rng := rand.New(rand.NewPCG(s.seed, uint64(from)))
	for range to - from {
		if err := ctx.Err(); err != nil {
			return err
		}
		u := rng.IntN(s.n)
		v := rng.IntN(s.n - 1)
		if v >= u {
			v++
		}
		s.walker.path(int32(u), int32(v), rng, func(w int32) { s.sum[w]++ })
	}
	return nil
}

func (s *sampler) flush() {
	for u, c := range s.sum {
		s.result[u] += c
		s.sum[u] = 0
	}
}
