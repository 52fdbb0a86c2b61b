package community

import (
	"context"
	"math"
	"math/rand/v2"

	"papergraph/graph/internal/pace"
)

// randomness is θ of the paper, as a share of the mean weight of an edge: a move that gains one mean edge more than
// another is e^100 times as likely. The paper uses 0.01 on unweighted graphs, where the mean edge is 1.
const randomness = 0.01

// refiner splits each community into parts that hold together well, by merging single nodes inside it. Parts are
// connected, for a node joins only a part that it is linked to. Its memory is used again at every level.
type refiner struct {
	n      *network
	chance float64 // resolution / 2m
	theta  float64
	whole  []int32   // by node: its community, which is left as it is
	kWhole []float64 // by community: strength of its members
	part   []int32   // by node: its part; a part bears the number of one of its nodes
	size   []int32   // by part: number of its nodes
	sum    []float64 // by part: strength of its nodes
	cut    []float64 // by part: weight to the rest of its community
	near   tally     // weight from the node in hand to the parts of its community
	odds   []float64 // beside near.list: cumulated likelihood of joining
	order  []int32
}

// refine returns the part of each node. It is RefinePartition of the paper, all communities in one random order. The error
// is that of ctx.
func (r *refiner) refine(ctx context.Context, n *network, whole []int32, resolution, theta float64, rng *rand.Rand) ([]int32, error) {
	if err := r.begin(ctx, n, whole, resolution, theta); err != nil {
		return nil, err
	}
	r.order = shuffled(r.order, n.order(), rng)
	look := pace.New(ctx)
	for _, u := range r.order {
		if err := look.Step(); err != nil {
			return nil, err
		}
		if r.size[r.part[u]] == 1 && r.held(u, r.kWhole[whole[u]]) {
			r.join(u, rng)
		}
	}
	return r.part, nil
}

// begin makes a part of each node.
func (r *refiner) begin(ctx context.Context, n *network, whole []int32, resolution, theta float64) error {
	order := n.order()
	r.n, r.whole, r.theta, r.chance = n, whole, theta, 0
	if n.total > 0 {
		r.chance = resolution / n.total
	}
	r.near.resize(order)
	r.kWhole, r.sum, r.cut = grown(r.kWhole, order), grown(r.sum, order), grown(r.cut, order)
	r.part, r.size = grown(r.part, order), grown(r.size, order)
	clear(r.kWhole)
	look := pace.New(ctx)
	for u, c := range whole {
		if err := look.Step(); err != nil {
			return err
		}
		r.kWhole[c] += n.strength[u]
		r.part[u], r.size[u], r.sum[u] = int32(u), 1, n.strength[u]
		r.cut[u] = n.inside(u, whole) - n.loops[u]
	}
	return nil
}

// held reports whether a part is linked to the rest of its community, of strength k, as well as chance would have it.
func (r *refiner) held(part int32, k float64) bool {
	return r.cut[part] >= float64(r.chance*float64(r.sum[part]*(k-r.sum[part])))
}

// join lets u, which is alone, join a part at random among those that do not lower modularity, or stay alone.
func (r *refiner) join(u int32, rng *rand.Rand) {
	r.gather(u)
	to := r.draw(u, rng)
	if to != u {
		r.cut[to] += r.cut[u] - float64(2*r.near.weight[to])
		r.sum[to] += r.sum[u]
		r.size[to]++
		r.part[u], r.size[u], r.sum[u] = to, 0, 0
	}
	r.near.clear()
}

// gather sums the weight from u to the parts of its community, without a branch on what is random to the processor.
func (r *refiner) gather(u int32) {
	targets, weights := r.n.arcs(int(u))
	t, count, home := &r.near, 0, r.whole[u]
	for i, v := range targets {
		p, out := r.part[v], mask(r.whole[v], home)
		t.touched[count] = p
		count += int((1 - t.seen[p]) & uint8(out))
		t.seen[p] |= uint8(out) & 1
		t.weight[p] += math.Float64frombits(math.Float64bits(weights[i]) & out)
	}
	t.count = count
}

// mask returns all ones if a is b, else 0.
func mask(a, b int32) uint64 { return uint64((int64(uint32(a^b)) - 1) >> 63) }

// draw returns the part that u is to join, u itself for none.
func (r *refiner) draw(u int32, rng *rand.Rand) int32 {
	gains, best := r.odds[:0], 0.0
	for _, c := range r.near.list() {
		gain := -1.0
		if r.held(c, r.kWhole[r.whole[u]]) {
			gain = r.near.weight[c] - float64(r.chance*float64(r.sum[u]*r.sum[c]))
		}
		gains, best = append(gains, gain), max(best, gain)
	}
	alone := r.odd(-best) // staying alone gains nothing
	all := alone
	for i, gain := range gains {
		if gain >= 0 {
			all += r.odd(gain - best)
		}
		gains[i] = all
	}
	r.odds = gains
	lot := rng.Float64() * all
	if lot < alone {
		return u
	}
	for i, c := range r.near.list() {
		if lot < gains[i] {
			return c
		}
	}
	return u
}

// odd returns how likely a move is against the best, which gains so much more; 0 where it is less than a double can add
// to 1, which saves most of the time that it would take.
func (r *refiner) odd(behind float64) float64 {
	if behind < -37*r.theta {
		return 0
	}
	return math.Exp(behind / r.theta)
}
