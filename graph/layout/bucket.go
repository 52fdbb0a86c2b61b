package layout

// bucket sorts numbers by their place, by counting: sorted[first[p]:first[p+1]] are those at p in ascending order.
func bucket(place []int32, count int) (first, sorted []int32) {
	first, sorted = make([]int32, count+2), make([]int32, len(place))
	for _, p := range place {
		first[p+2]++
	}
	for p := range count {
		first[p+2] += first[p+1]
	}
	for u, p := range place {
		sorted[first[p+1]] = int32(u)
		first[p+1]++
	}
	return first[:count+1], sorted
}
