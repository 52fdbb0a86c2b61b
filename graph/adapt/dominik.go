package adapt

import (
	"errors"

	dominik "github.com/dominikbraun/graph"

	"papergraph/graph"
)

// ErrReadOnly is what a Store answers to every wish to change the graph.
var ErrReadOnly = errors.New("adapt: the graph is read-only")

// Store is a graph.CSR as a store of dominikbraun/graph, with nodes as both hashes and values. There each edge is held
// once for each direction, and weighs an int; the weight proper is in EdgeProperties.Data, a float64. Safe for
// concurrent use.
type Store struct {
	g      *graph.CSR
	weight func(float64) int
}

var _ dominik.Store[int, int] = (*Store)(nil)

// NewStore returns a store over g. weight turns the weight of an edge into the int by which dominikbraun/graph measures
// paths: a length, the larger the less alike. O(1) time.
func NewStore(g *graph.CSR, weight func(float64) int) *Store { return &Store{g, weight} }

// Dominik returns an undirected weighted graph over NewStore(g, weight). Most of its algorithms begin by asking for all
// edges and laying them out in maps of their own.
func Dominik(g *graph.CSR, weight func(float64) int) dominik.Graph[int, int] {
	return dominik.NewWithStore(dominik.IntHash, NewStore(g, weight), dominik.Weighted())
}

// Vertex returns the node itself, or dominik.ErrVertexNotFound.
func (s *Store) Vertex(u int) (int, dominik.VertexProperties, error) {
	if u < 0 || u >= s.g.Order() {
		return 0, dominik.VertexProperties{}, dominik.ErrVertexNotFound
	}
	return u, dominik.VertexProperties{}, nil
}

// ListVertices returns all nodes in ascending order.
func (s *Store) ListVertices() ([]int, error) {
	nodes := make([]int, s.g.Order())
	for u := range nodes {
		nodes[u] = u
	}
	return nodes, nil
}

// VertexCount returns the number of nodes.
func (s *Store) VertexCount() (int, error) { return s.g.Order(), nil }

// Edge returns the edge from u to v, or dominik.ErrEdgeNotFound.
func (s *Store) Edge(u, v int) (dominik.Edge[int], error) {
	if min(u, v) < 0 || max(u, v) >= s.g.Order() {
		return dominik.Edge[int]{}, dominik.ErrEdgeNotFound
	}
	w, ok := s.g.Weight(u, v)
	if !ok {
		return dominik.Edge[int]{}, dominik.ErrEdgeNotFound
	}
	return s.edge(u, v, w), nil
}

func (s *Store) edge(u, v int, w float64) dominik.Edge[int] {
	return dominik.Edge[int]{Source: u, Target: v, Properties: dominik.EdgeProperties{Weight: s.weight(w), Data: w}}
}

// ListEdges returns all edges, each once for each direction, in ascending order of source, then target.
func (s *Store) ListEdges() ([]dominik.Edge[int], error) {
	edges := make([]dominik.Edge[int], 0, 2*s.g.Size())
	for u := range s.g.Order() {
		targets, weights := s.g.Arcs(u)
		for i, v := range targets {
			edges = append(edges, s.edge(u, int(v), weights[i]))
		}
	}
	return edges, nil
}

// AddVertex returns ErrReadOnly.
func (*Store) AddVertex(int, int, dominik.VertexProperties) error { return ErrReadOnly }

// RemoveVertex returns ErrReadOnly.
func (*Store) RemoveVertex(int) error { return ErrReadOnly }

// AddEdge returns ErrReadOnly.
func (*Store) AddEdge(int, int, dominik.Edge[int]) error { return ErrReadOnly }

// UpdateEdge returns ErrReadOnly.
func (*Store) UpdateEdge(int, int, dominik.Edge[int]) error { return ErrReadOnly }

// RemoveEdge returns ErrReadOnly.
func (*Store) RemoveEdge(int, int) error { return ErrReadOnly }
