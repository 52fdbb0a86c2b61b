package server

import (
	"context"

	"papergraph/graph/answer"
)

type bridgesInput struct {
	Conditional
	A int `query:"a" required:"true" minimum:"1" doc:"Id of a community"`
	B int `query:"b" required:"true" minimum:"1" doc:"Id of another community"`
}

func getBridges(ctx context.Context, v *view, in *bridgesInput) (answer.Between, error) {
	return v.guide.Across(ctx, in.A, in.B)
}
