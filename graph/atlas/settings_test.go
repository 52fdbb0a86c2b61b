package atlas_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"papergraph/graph/atlas"
)

func TestSettings(t *testing.T) {
	tests := []struct {
		name   string
		change func(s *atlas.Settings)
		fault  string // part of the error; "" where there is none
	}{
		{"as promised", func(*atlas.Settings) {}, ""},
		{"no neighbours", func(s *atlas.Settings) { s.Neighbours = 0 }, "0 neighbours"},
		{"neighbours below 0", func(s *atlas.Settings) { s.Neighbours = -1 }, "-1 neighbours"},
		{"more neighbours than papers", func(s *atlas.Settings) { s.Neighbours = math.MaxInt }, ""},
		{"resolution 0", func(s *atlas.Settings) { s.Resolution = 0 }, "resolution 0"},
		{"resolution below 0", func(s *atlas.Settings) { s.Resolution = -1 }, "resolution -1"},
		{"resolution no number", func(s *atlas.Settings) { s.Resolution = math.NaN() }, "resolution NaN"},
		{"resolution without end", func(s *atlas.Settings) { s.Resolution = math.Inf(1) }, "resolution +Inf"},
		{"least resolution", func(s *atlas.Settings) { s.Resolution = math.SmallestNonzeroFloat64 }, ""},
		{"highest resolution", func(s *atlas.Settings) { s.Resolution = 1000 }, ""},
		{"least weight no number", func(s *atlas.Settings) { s.MinWeight = math.NaN() }, "weight NaN"},
		{"least weight below 0", func(s *atlas.Settings) { s.MinWeight = -0.1 }, "weight -0.1"},
		{"least weight above 1", func(s *atlas.Settings) { s.MinWeight = 1.1 }, "weight 1.1"},
		{"least weight 1", func(s *atlas.Settings) { s.MinWeight = 1 }, ""},
		{"any seed", func(s *atlas.Settings) { s.Seed = math.MaxUint64 }, ""},
	}
	in := oddInput(10)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := atlas.DefaultSettings
			tt.change(&s)
			a, err := atlas.Build(context.Background(), in, s, 1, nil)
			if (err != nil) != (tt.fault != "") || (s.Check() != nil) != (err != nil) {
				t.Fatalf("error %v, Check says %v", err, s.Check())
			}
			if err != nil && (a != nil || !strings.HasPrefix(err.Error(), "atlas: ") || !strings.Contains(err.Error(), tt.fault)) {
				t.Errorf("atlas %t, error %q; want %q", a != nil, err, tt.fault)
			}
			if err == nil && a.Settings != s {
				t.Errorf("settings %+v, want %+v", a.Settings, s)
			}
		})
	}
}
