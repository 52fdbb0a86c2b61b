package server

import (
	"context"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"papergraph/graph/answer"
)

// root is where the API begins.
const root = "/api/v1"

// register lays all routes.
func (s *Server) register(router *gin.Engine, version string) error {
	api := humagin.NewWithGroup(router, router.Group(root), settings(version))
	s.routes(api)
	description, err := describe(api)
	if err != nil {
		return err
	}
	router.GET(root+"/openapi.json", func(c *gin.Context) { description.serve(c.Writer, c.Request, revalidate) })
	router.GET("/healthz", func(c *gin.Context) { c.String(http.StatusOK, "ok\n") })
	router.GET("/readyz", s.readyz)
	return nil
}

// settings returns what huma needs to know. It stands in place of huma's default, which would put "$schema" into answers
// and serve a page of documentation that loads from other hosts.
func settings(version string) huma.Config {
	json := map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat}
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info:    &huma.Info{Title: "papergraph", Version: version, Description: "One map of papers: what links them, and why."},
			Servers: []*huma.Server{{URL: root}},
		},
		Formats:       json,
		DefaultFormat: "application/json",
	}
}

// routes is the table of operations.
func (s *Server) routes(api huma.API) {
	keep(s, api, get(api, "/map", "head", "Head of the map", answers(api, Head{})), getHead)
	keep(s, api, get(api, "/map.bin", "block", "Positions, links, scores as one block", answers(api, nil, "application/octet-stream")), getBlock)
	ask(s, api, get(api, "/papers", "papers", "Table of papers", nil), getPapers)
	ask(s, api, get(api, "/papers/{id}", "paper", "One paper with its mentions", nil), getPaper)
	ask(s, api, get(api, "/papers/{id}/related", "related", "The papers nearest to one", nil), getRelated)
	ask(s, api, get(api, "/links/{a}/{b}", "link", "Why two papers are linked", nil), getLink)
	ask(s, api, get(api, "/concepts", "concepts", "Table of concepts", nil), getConcepts)
	ask(s, api, get(api, "/concepts/{key}", "concept", "One concept", nil), getConcept)
	ask(s, api, get(api, "/communities", "communities", "Communities, largest first", nil), getCommunities)
	ask(s, api, get(api, "/communities/{id}", "community", "One community", nil), getCommunity)
	ask(s, api, get(api, "/path", "path", "How one paper leads to another", nil), getPath)
	ask(s, api, get(api, "/bridges", "bridges", "What joins two communities, and the gap between them", nil), getBridges)
	ask(s, api, get(api, "/search", "search", "Papers and concepts by words", nil), getSearch)
	ask(s, api, get(api, "/matches", "matches", "Numbers of the papers that hold all words", nil), getMatches)
	ask(s, api, get(api, "/reading", "reading", "What was read, from where, with warnings", nil), getReading)
	keep(s, api, get(api, "/reports/centrality", "report", "Centrality, communities, common terms",
		answers(api, nil, kindsOf(reportKinds)...)), getReport)
	keep(s, api, get(api, "/export/{format}", "export", "The graph as a file", answers(api, nil, exportTypes()...)), getExport)
}

// get describes an operation. All may be answered with 304, and with 503 until there is a map.
func get(api huma.API, path, id, summary string, responses map[string]*huma.Response) huma.Operation {
	if responses == nil {
		responses = map[string]*huma.Response{}
	}
	responses["304"] = &huma.Response{Description: "What the client has still holds"}
	responses["503"] = building(api)
	return huma.Operation{
		Method: http.MethodGet, Path: path, OperationID: id, Summary: summary, Responses: responses,
		Errors: []int{http.StatusNotFound, http.StatusUnprocessableEntity},
	}
}

// building describes the fault that stands for a map until it is there.
func building(api huma.API) *huma.Response {
	schema := api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[BuildingError](), true, "")
	return &huma.Response{
		Description: "The map is being made; stage, done and total say how far it is",
		Content:     map[string]*huma.MediaType{problemType: {Schema: schema}},
		Headers: map[string]*huma.Param{
			"Retry-After": {Description: "Seconds to wait before asking again", Schema: &huma.Schema{Type: huma.TypeInteger}},
		},
	}
}

// readyz says whether there is a map.
func (s *Server) readyz(c *gin.Context) {
	if _, err := s.current(); err != nil {
		writeFault(c.Writer, err.(huma.StatusError)) //nolint:errorlint,forcetypeassert // current returns nothing else
		return
	}
	c.String(http.StatusOK, "ready\n")
}

type headInput struct {
	Conditional
	Mode string `query:"mode" enum:"papers" default:"papers" doc:"What the nodes are"`
}

func getHead(_ context.Context, v *view, _ *headInput) (*kept, *ready, error) {
	return &kept{}, v.head, nil
}

type blockInput struct {
	Conditional
	Mode string `query:"mode" enum:"papers" default:"papers" doc:"What the nodes are"`
	Hash string `query:"h" doc:"From the head's bin.url; an answer to the right one may be kept for ever"`
}

func getBlock(_ context.Context, v *view, in *blockInput) (*kept, *ready, error) {
	if in.Hash == v.block.tag {
		return &kept{CacheControl: forever}, v.block, nil
	}
	return &kept{}, v.block, nil
}

type nothingAsked struct{ Conditional }

func getCommunities(_ context.Context, v *view, _ *nothingAsked) (answer.Page[answer.Community], error) {
	return v.guide.Communities(), nil
}

func getReading(_ context.Context, v *view, _ *nothingAsked) (answer.Reading, error) {
	return v.guide.Reading(), nil
}
