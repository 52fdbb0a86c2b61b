package layout

import "context"

// union gathers bodies of a group into larger ones: each goes to the neighbour that pulls it most for its mass, as long
// as the new body stays under the limit. Those for which the dearest neighbour had no room are gathered beside it, as
// the leaves of a star are; those without a neighbour in their group are gathered there.
type union struct {
	*bodies

	limit   float64
	into    []int32   // by body: the new one, -1 for none yet
	heavy   []float64 // by new body: its mass
	beside  []int32   // by body: the new one of those it had no room for, -1 for none
	strange []int32   // by group: the new one of those without a neighbour in it, -1 for none
}

// unite returns the new body of each body, numbered in the order of their first ones, and how many there are. Bodies
// are looked at in the order of their numbers. The error is that of ctx. O(n + arcs) time.
func (b *bodies) unite(ctx context.Context, limit float64) (into []int32, count int, err error) {
	n := len(b.at)
	j := union{bodies: b, limit: limit, into: nobody(n), beside: nobody(n), strange: nobody(b.groups)}
	err = each(ctx, n, 1, func(from, to int) {
		for u := int32(from); u < int32(to); u++ {
			if j.into[u] < 0 {
				j.settleIn(u)
			}
		}
	})
	return j.into, len(j.heavy), err
}

func nobody(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// settleIn finds a new body for u.
func (j *union) settleIn(u int32) {
	dearest, withRoom := j.dearest(u)
	switch {
	case withRoom >= 0 && j.into[withRoom] >= 0:
		j.join(u, j.into[withRoom])
	case withRoom >= 0:
		j.found(u)
		j.join(withRoom, j.into[u])
	case dearest >= 0:
		j.joinOrFound(u, &j.beside[dearest])
	default:
		j.joinOrFound(u, &j.strange[j.group[u]])
	}
}

// dearest returns the neighbours in the group of u that pull it most for their mass, -1 for none: of all, and of those
// that have room. Of equal ones it is the one with the smaller number.
func (j *union) dearest(u int32) (all, withRoom int32) {
	all, withRoom = -1, -1
	best, bestWithRoom := 0.0, 0.0
	for i := j.offsets[u]; i < j.offsets[u+1]; i++ {
		v := j.targets[i]
		if j.group[v] != j.group[u] {
			continue
		}
		d := float64(j.pull[i]) / j.mass[v]
		if d > best {
			all, best = v, d
		}
		if d > bestWithRoom && j.room(v)+j.mass[u] <= j.limit {
			withRoom, bestWithRoom = v, d
		}
	}
	return all, withRoom
}

// room returns the mass that u would come to at v.
func (j *union) room(v int32) float64 {
	if j.into[v] < 0 {
		return j.mass[v]
	}
	return j.heavy[j.into[v]]
}

func (j *union) join(u, to int32) {
	j.into[u] = to
	j.heavy[to] += j.mass[u]
}

func (j *union) found(u int32) {
	j.into[u] = int32(len(j.heavy))
	j.heavy = append(j.heavy, j.mass[u])
}

// joinOrFound puts u into the body at open, or, where that is none or full, into a new one that takes its place.
func (j *union) joinOrFound(u int32, open *int32) {
	if *open >= 0 && j.heavy[*open]+j.mass[u] <= j.limit {
		j.join(u, *open)
		return
	}
	j.found(u)
	*open = j.into[u]
}
