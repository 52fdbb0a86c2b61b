package centrality

import (
	"context"
	"fmt"
	"math"
)

// SpectralOptions says when a measure that is an eigenvector counts as settled.
type SpectralOptions struct {
	Tolerance float64 // the residual may be so large a share of the eigenvalue; finite, not below 0
	MaxRounds int     // products of matrix and vector after which an unsettled vector is an error, at least 1
}

// DefaultSpectral leaves the residual some thousand times above what rounding puts there. Groups of papers need some 20
// rounds, a grid of 2,000 nodes 150, a path of 2,000 nodes, whose first two eigenvalues are four parts in a million
// apart, 2,200.
var DefaultSpectral = SpectralOptions{Tolerance: 1e-10, MaxRounds: 100_000}

func (o SpectralOptions) check() error {
	switch {
	case !(o.Tolerance >= 0) || math.IsInf(o.Tolerance, 1): // so written, NaN is refused too
		return fmt.Errorf("centrality: tolerance %g is not a finite number from 0", o.Tolerance)
	case o.MaxRounds < 1:
		return fmt.Errorf("centrality: %d rounds are not enough for any vector", o.MaxRounds)
	}
	return nil
}

// product sets to to the product of a symmetric matrix without negative entries and from.
type product func(to, from []float64)

// ascent climbs from a vector of ones to the eigenvector of the largest eigenvalue. Each round goes along a direction
// conjugate to those before to where the Rayleigh quotient is highest, so that rounds go with the square root of what
// the power method takes. See Bradbury and Fletcher, New iterative methods for solution of the eigenproblem (1966),
// doi:10.1007/BF02162089.
type ascent struct {
	times     product
	x, ax     []float64 // the vector, of length 1, and its product
	p, ap     []float64 // the direction, of length 1 and at right angles to x, and its product
	r, before []float64 // the residual and that of the round before
	value     float64   // the Rayleigh quotient of x
	stride    float64   // the length that p had before it was brought to 1
}

// dominant returns what the power method from a vector of ones would end with, brought to a largest entry of 1: the
// part of that vector that lies in the space of the largest eigenvalue. Where the matrix is 0, all entries are.
func dominant(ctx context.Context, n int, times product, o SpectralOptions) ([]float64, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	a := &ascent{times: times, x: make([]float64, n), ax: make([]float64, n), p: make([]float64, n), ap: make([]float64, n)}
	a.r, a.before = make([]float64, n), make([]float64, n)
	if !a.start() {
		return a.x, ctx.Err()
	}
	for round := range o.MaxRounds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if a.residual() <= o.Tolerance*a.value || !a.climb(round) {
			return toLargest(a.x), nil
		}
	}
	return nil, fmt.Errorf("centrality: the eigenvector still moves after %d rounds", o.MaxRounds)
}

// start scales the matrix, lets x be even over the rows that are not 0, and reports whether there is one.
func (a *ascent) start() bool {
	for u := range a.p {
		a.p[u] = 1
	}
	a.times(a.ax, a.p)
	largest := 0.0
	for u, sum := range a.ax {
		largest = max(largest, sum)
		if sum > 0 {
			a.x[u] = 1
		}
		a.p[u] = 0
	}
	if largest == 0 {
		return false
	}
	plain := a.times
	a.times = func(to, from []float64) {
		plain(to, from)
		scale(to, 1/largest)
	}
	a.refresh()
	return true
}

// refresh makes up for rounding: x gets length 1 and its own product.
func (a *ascent) refresh() {
	scale(a.x, 1/math.Sqrt(dot(a.x, a.x)))
	a.times(a.ax, a.x)
}

// residual returns how far the product of x is from a multiple of x.
func (a *ascent) residual() float64 {
	a.value = dot(a.x, a.ax)
	a.r, a.before = a.before, a.r
	for u := range a.r {
		a.r[u] = a.ax[u] - float64(a.value*a.x[u])
	}
	return math.Sqrt(dot(a.r, a.r))
}

// refreshed is how many rounds rounding may add up. It costs a product.
const refreshed = 32

// climb turns the direction and goes along it; false if there is no way up.
func (a *ascent) climb(round int) bool {
	if !a.turn(round) {
		return false
	}
	a.times(a.ap, a.p)
	across, along := dot(a.x, a.ap), (dot(a.p, a.ap)-a.value)/2
	rise := along + math.Hypot(along, across)
	if along < 0 { // the same without the loss of digits
		rise = across * across / (math.Hypot(along, across) - along)
	}
	if !(rise > 0) {
		return false
	}
	length := math.Hypot(across, rise)
	c, s := across/length, rise/length
	for u := range a.x {
		x, p := a.x[u], a.p[u]
		a.x[u], a.p[u] = float64(c*x)+float64(s*p), float64(c*p)-float64(s*x)
		a.ax[u] = float64(c*a.ax[u]) + float64(s*a.ap[u])
	}
	if (round+1)%refreshed == 0 {
		a.refresh()
	}
	return true
}

// turn adds the residual to the direction, as Polak and Ribière weigh the two.
func (a *ascent) turn(round int) bool {
	old := 0.0
	if round > 0 {
		old = max(0, (dot(a.r, a.r)-dot(a.r, a.before))/dot(a.before, a.before))
		old *= a.stride
	}
	for u := range a.p {
		a.p[u] = a.r[u] + float64(old*a.p[u])
	}
	back := dot(a.x, a.p)
	for u := range a.p {
		a.p[u] -= float64(back * a.x[u])
	}
	length := math.Sqrt(dot(a.p, a.p))
	if length == 0 {
		return false
	}
	scale(a.p, 1/length)
	a.stride = length
	return true
}

// dot returns the sum of products, added in the order of nodes.
func dot(a, b []float64) float64 {
	sum := 0.0
	for i, x := range a {
		sum += float64(x * b[i])
	}
	return sum
}

func scale(a []float64, by float64) {
	for i := range a {
		a[i] *= by
	}
}

// toLargest divides by the largest entry. What rounding put below 0 becomes 0.
func toLargest(x []float64) []float64 {
	largest := 0.0
	for _, v := range x {
		largest = max(largest, v)
	}
	for u, v := range x {
		x[u] = max(0, v/largest)
	}
	return x
}
