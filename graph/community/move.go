package community

import (
	"context"
	"math/rand/v2"

	"papergraph/graph/internal/pace"
)

// least is the gain a move must have, as a share of the strength of the node that moves. Gains are differences of sums
// whose rounding is some 1e-15 of it; without a floor above that, nodes could change places for ever.
const least = 1e-12

// mover moves single nodes to the neighbouring community, or to one of their own, that raises modularity most. Its memory
// is used again at every level.
type mover struct {
	n      *network
	chance float64 // resolution / 2m: chance · k_u · K_c is the weight expected between a node and a community
	of     []int32
	sum    []float64 // by community: strength of its members
	size   []int32   // by community: number of its members
	empty  []int32   // communities without members, the next one to use last
	near   tally     // weight from the node in hand to each neighbouring community
	queue  []int32   // a ring: a node waits in it at most once
	waits  []bool    // by node
}

// begin takes over the partition of, whose labels are below the order of n.
func (m *mover) begin(n *network, of []int32, resolution float64) {
	order := n.order()
	m.n, m.of, m.chance = n, of, 0
	m.near.resize(order)
	m.sum, m.size, m.empty = grown(m.sum, order), grown(m.size, order), m.empty[:0]
	clear(m.sum)
	clear(m.size)
	if n.total > 0 {
		m.chance = resolution / n.total
	}
	for u, c := range of {
		m.sum[c] += n.strength[u]
		m.size[c]++
	}
	for c := order - 1; c >= 0; c-- {
		if m.size[c] == 0 {
			m.empty = append(m.empty, int32(c))
		}
	}
}

// run looks at each node once in random order, and again whenever a neighbour has moved away from its community, until
// no node gains, or so many looks were taken. It is MoveNodesFast of the paper. The error is that of ctx, which is asked
// every few thousand nodes.
func (m *mover) run(ctx context.Context, rng *rand.Rand, looks int) error {
	order := m.n.order()
	m.queue, m.waits = shuffled(m.queue, order, rng), grown(m.waits, order)
	for u := range m.waits {
		m.waits[u] = true
	}
	tail := 0 // where the next to wait is put, which is where the first was taken from as long as all wait
	look := pace.New(ctx)
	for head, waiting := 0, order; waiting > 0 && looks > 0; waiting, looks = waiting-1, looks-1 {
		if err := look.Step(); err != nil {
			return err
		}
		u := m.queue[head]
		head = after(head, order)
		m.waits[u] = false
		if !m.move(u) {
			continue
		}
		to := m.of[u]
		targets, _ := m.n.arcs(int(u))
		for _, v := range targets {
			if !m.waits[v] && m.of[v] != to {
				m.waits[v] = true
				m.queue[tail] = v
				tail = after(tail, order)
				waiting++
			}
		}
	}
	return nil
}

// after returns the place behind one in a ring.
func after(place, length int) int {
	if place++; place == length {
		return 0
	}
	return place
}

// move puts u where it gains most and reports whether that is elsewhere. Equal gains go to the smaller label.
func (m *mover) move(u int32) bool {
	targets, weights := m.n.arcs(int(u))
	old, k := m.of[u], m.n.strength[u]
	m.near.weight[old] = m.near.gatherOthers(m.of, targets, weights, old)
	m.sum[old] -= k
	m.size[old]--
	best, gain := old, m.gain(old, k)
	floor := gain + float64(least*k)
	for _, c := range m.near.list() {
		if g := m.gain(c, k); g > floor && (g > gain || g == gain && c < best) {
			best, gain = c, g
		}
	}
	m.near.weight[old] = 0
	m.near.clear()
	if m.size[old] > 0 && floor < 0 && gain < 0 {
		best = m.empty[len(m.empty)-1] // there is one, for u is not alone in its community
		m.empty = m.empty[:len(m.empty)-1]
	}
	if m.size[old] == 0 && best != old {
		m.empty = append(m.empty, old)
	}
	m.of[u] = best
	m.sum[best] += k
	m.size[best]++
	return best != old
}

// gain returns the weight from the node in hand into c beyond that expected of its strength k.
func (m *mover) gain(c int32, k float64) float64 {
	return m.near.weight[c] - float64(m.chance*float64(k*m.sum[c]))
}
