package community_test

import "papergraph/graph"

// karate is the friendships in a karate club of 34, from Zachary, An information flow model for conflict and fission in
// small groups (1977), doi:10.1086/jar.33.4.3629752, unweighted. Rows are the friends with a higher number.
var karate = [34][]int32{
	0:  {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31},
	1:  {2, 3, 7, 13, 17, 19, 21, 30},
	2:  {3, 7, 8, 9, 13, 27, 28, 32},
	3:  {7, 12, 13},
	4:  {6, 10},
	5:  {6, 10, 16},
	6:  {16},
	8:  {30, 32, 33},
	9:  {33},
	13: {33},
	14: {32, 33},
	15: {32, 33},
	18: {32, 33},
	19: {33},
	20: {32, 33},
	22: {32, 33},
	23: {25, 27, 29, 32, 33},
	24: {25, 27, 31},
	25: {31},
	26: {29, 33},
	27: {33},
	28: {31, 33},
	29: {32, 33},
	30: {32, 33},
	31: {32, 33},
	32: {33},
}

func karateClub() *graph.CSR {
	var edges []graph.Edge
	for u, row := range karate {
		for _, v := range row {
			edges = append(edges, graph.Edge{U: int32(u), V: v, Weight: 1})
		}
	}
	return mustNew(len(karate), edges)
}

// mustNew is graph.New for edges that are known to be sound.
func mustNew(n int, edges []graph.Edge) *graph.CSR {
	g, err := graph.New(n, edges)
	if err != nil {
		panic(err)
	}
	return g
}
