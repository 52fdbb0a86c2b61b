package bib

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNothing is what a *NothingError is, for errors.Is.
var ErrNothing = errors.New("nothing readable in the input")

// NothingError says that no input gave a paper, and what each was seen to be.
type NothingError struct {
	Seen []Seen // in the order of input
}

// Seen is what an input without papers looked like: "empty", "looks like a PDF".
type Seen struct {
	File, What string
}

// Error returns one sentence that names the first five inputs.
func (e *NothingError) Error() string {
	const named = 5
	var parts []string
	for _, s := range e.Seen[:min(len(e.Seen), named)] {
		parts = append(parts, s.File+": "+s.What)
	}
	if more := len(e.Seen) - named; more > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", more))
	}
	return ErrNothing.Error() + ": " + strings.Join(parts, "; ")
}

// Is reports whether target is ErrNothing.
func (e *NothingError) Is(target error) bool { return target == ErrNothing }

func nothing(sources []*source) error {
	e := &NothingError{}
	for _, s := range sources {
		e.Seen = append(e.Seen, Seen{s.name, s.seen})
	}
	return e
}
