// Package pace lets long loops look at their context often enough to stop within milliseconds, and seldom enough not to
// cost anything.
package pace

import "context"

// every is how many steps of some ten to some hundred nanoseconds each pass between two looks.
const every = 4096

// Pace counts the steps of one loop. It is not for several goroutines.
type Pace struct {
	ctx   context.Context
	steps int
}

// New returns a pace that looks at ctx.
func New(ctx context.Context) Pace { return Pace{ctx: ctx} }

// Step counts a step, and returns the error of the context where it is time to look. O(1) time.
func (p *Pace) Step() error {
	if p.steps++; p.steps%every == 0 {
		return p.ctx.Err()
	}
	return nil
}
