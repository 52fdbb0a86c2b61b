package atlas

import "fmt"

// Settings is every choice that a result depends on. Check says what is out of range.
type Settings struct {
	Seed       uint64  `json:"seed"`
	Neighbours int     `json:"neighbours"`       // at least 1; each paper links to at most so many nearest; links to it may add more
	MinWeight  float64 `json:"minWeight"`        // 0 to 1; links below are left out
	Resolution float64 `json:"resolution"`       // of communities, above 0 to 1,000; higher makes more
	Wishes     string  `json:"wishes,omitempty"` // hash of what the reader decides about terms; Build fills it in
}

// DefaultSettings is what the contract promises where no flag says otherwise.
var DefaultSettings = Settings{Seed: 1, Neighbours: 10, MinWeight: 0, Resolution: 1}

// maxResolution is far above what parts any corpus into single papers.
const maxResolution = 1000

// Check returns an error that says which setting is out of range, nil where none is.
func (s Settings) Check() error {
	switch {
	case s.Neighbours < 1:
		return fmt.Errorf("atlas: %d neighbours, at least 1 is needed", s.Neighbours)
	case !(s.MinWeight >= 0 && s.MinWeight <= 1): // so written, NaN is refused too
		return fmt.Errorf("atlas: least weight %g is outside 0 to 1", s.MinWeight)
	case !(s.Resolution > 0 && s.Resolution <= maxResolution):
		return fmt.Errorf("atlas: resolution %g is outside 0 (excluded) to %d", s.Resolution, maxResolution)
	}
	return nil
}
