package server

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
)

// TestAnswersFollowTheDescription holds every answer against the schema that /openapi.json promises for it.
func TestAnswersFollowTheDescription(t *testing.T) {
	s := newMap(t)
	router := gin.New()
	api := humagin.NewWithGroup(router, router.Group(root), settings("v1"))
	s.routes(api)
	asked := map[string]bool{}
	for _, q := range questions {
		t.Run(q.file, func(t *testing.T) {
			template, op := operationOf(t, api, q.path)
			asked[template] = true
			_, body := fetch(t, s, root+q.path)
			var v any
			if err := json.Unmarshal(body, &v); err != nil {
				t.Fatal(err)
			}
			result := &huma.ValidateResult{}
			schema := op.Responses["200"].Content["application/json"].Schema
			huma.Validate(api.OpenAPI().Components.Schemas, schema, huma.NewPathBuffer([]byte{}, 0), huma.ModeReadFromServer, v, result)
			for _, err := range result.Errors {
				t.Errorf("%s: %v", template, err)
			}
		})
	}
	for template, item := range api.OpenAPI().Paths {
		if _, json := item.Get.Responses["200"].Content["application/json"]; json && !asked[template] && template != "/reports/centrality" && template != "/export/{format}" {
			t.Errorf("no question asks %s", template)
		}
	}
}

// operationOf returns the operation that answers an address, with its path as described.
func operationOf(t *testing.T, api huma.API, address string) (string, *huma.Operation) {
	t.Helper()
	path, _, _ := strings.Cut(address, "?")
	if u, err := url.Parse(path); err == nil {
		path = u.EscapedPath()
	}
	parameter := regexp.MustCompile(`\\\{[a-z]+\\\}`)
	for template, item := range api.OpenAPI().Paths {
		pattern := "^" + parameter.ReplaceAllString(regexp.QuoteMeta(template), "[^/]+") + "$"
		if regexp.MustCompile(pattern).MatchString(path) {
			return template, item.Get
		}
	}
	t.Fatalf("%s is not described", path)
	return "", nil
}
