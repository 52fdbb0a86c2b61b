package server

import (
	"context"

	"papergraph/graph/answer"
)

type matchesInput struct {
	Conditional
	Text string `query:"q" maxLength:"500" required:"true" doc:"Words; the last may be the beginning of one"`
}

func getMatches(_ context.Context, v *view, in *matchesInput) (answer.Matches, error) {
	return v.guide.Matches(in.Text), nil
}
