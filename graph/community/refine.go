package community

import (
	"math"
	"math/rand/v2"
)

// randomness is θ of the paper, as a share of the mean weight of an edge: a move that gains one mean edge more than
// another is e^100 times as likely. The paper uses 0.01 on unweighted graphs, where the mean edge is 1.
const randomness = 0.01

// refiner splits each community into parts that hold together well, by merging single nodes inside it. Parts are
// connected, for a node joins only a part that it is linked to.
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
	near   *tally    // weight from the node in hand to the parts of its community
	odds   []float64 // beside near.touched: cumulated likelihood of joining
}

// refine returns the part of each node. It is RefinePartition of the paper, all communities in one random order.
func refine(n *network, whole []int32, resolution, theta float64, rng *rand.Rand) []int32 {
	order := n.order()
	r := &refiner{
		n: n, theta: theta, whole: whole, near: newTally(order),
		kWhole: make([]float64, order), part: make([]int32, order), size: make([]int32, order),
		sum: make([]float64, order), cut: make([]float64, order),
	}
	if n.total > 0 {
		r.chance = resolution / n.total
	}
	for u, c := range whole {
		r.kWhole[c] += n.strength[u]
		r.part[u], r.size[u], r.sum[u] = int32(u), 1, n.strength[u]
		r.cut[u] = n.inside(u, whole) - n.loops[u]
	}
	for _, u := range rng.Perm(order) {
		if r.size[r.part[u]] == 1 && r.held(int32(u), r.kWhole[whole[u]]) {
			r.join(int32(u), rng)
		}
	}
	return r.part
}

// held reports whether a part is linked to the rest of its community, of strength k, as well as chance would have it.
func (r *refiner) held(part int32, k float64) bool {
	return r.cut[part] >= float64(r.chance*float64(r.sum[part]*(k-r.sum[part])))
}

// join lets u, which is alone, join a part at random among those that do not lower modularity, or stay alone.
func (r *refiner) join(u int32, rng *rand.Rand) {
	r.near.clear()
	targets, weights := r.n.arcs(int(u))
	for i, v := range targets {
		if r.whole[v] == r.whole[u] {
			r.near.add(r.part[v], weights[i])
		}
	}
	to := r.draw(u, rng)
	if to == u {
		return
	}
	r.cut[to] += r.cut[u] - float64(2*r.near.weight[to])
	r.sum[to] += r.sum[u]
	r.size[to]++
	r.part[u], r.size[u], r.sum[u] = to, 0, 0
}

// draw returns the part that u is to join, u itself for none.
func (r *refiner) draw(u int32, rng *rand.Rand) int32 {
	gains, best := r.odds[:0], 0.0
	for _, c := range r.near.touched {
		gain := -1.0
		if r.held(c, r.kWhole[r.whole[u]]) {
			gain = r.near.weight[c] - float64(r.chance*float64(r.sum[u]*r.sum[c]))
		}
		gains, best = append(gains, gain), max(best, gain)
	}
	all := math.Exp(-best / r.theta) // of staying alone, which gains nothing
	for i, gain := range gains {
		if gain >= 0 {
			all += math.Exp((gain - best) / r.theta)
		}
		gains[i] = all
	}
	r.odds = gains
	lot := rng.Float64() * all
	if lot < math.Exp(-best/r.theta) {
		return u
	}
	for i, c := range r.near.touched {
		if lot < gains[i] {
			return c
		}
	}
	return u
}
