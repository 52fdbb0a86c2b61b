package server

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"papergraph/graph/answer"
)

// problemType is what every fault is written as: RFC 9457.
const problemType = "application/problem+json"

// fault returns the fault with a status and a sentence.
func fault(status int, format string, args ...any) *huma.ErrorModel {
	return &huma.ErrorModel{Status: status, Title: http.StatusText(status), Detail: fmt.Sprintf(format, args...)}
}

// The faults of this server, one line each.
func unknownRoute(path string) *huma.ErrorModel {
	return fault(http.StatusNotFound, "there is nothing at %s; /api/v1/openapi.json lists what can be asked", path)
}

func unknownMethod(method, path string) *huma.ErrorModel {
	return fault(http.StatusMethodNotAllowed, "%s does not take %s: this server only answers GET and HEAD", path, method)
}

func unknownHost(host string) *huma.ErrorModel {
	return fault(http.StatusForbidden, "this server does not answer to the name %q; start it with --allow-host to allow one", host)
}

func wrongValue(wrong *answer.QuestionError) *huma.ErrorModel {
	f := fault(http.StatusUnprocessableEntity, "%v", wrong)
	f.Errors = []*huma.ErrorDetail{{Message: wrong.Try, Location: "query." + wrong.Part, Value: wrong.Value}}
	return f
}

func tookTooLong() *huma.ErrorModel {
	return fault(http.StatusServiceUnavailable, "the answer took longer than %s; ask for less", answerTime)
}

func broken() *huma.ErrorModel {
	return fault(http.StatusInternalServerError, "something went wrong in the server; its log says what")
}

// BuildingError is the fault that stands for a map until it is there: what is being done and how far it is. The page shows it
// and asks again after Retry-After seconds.
type BuildingError struct {
	huma.ErrorModel
	Stage string `json:"stage" enum:"reading,concepts,links,ranks,communities,layout" doc:"What is being done"`
	Done  int    `json:"done" minimum:"0" doc:"Pieces of the stage that are done"`
	Total int    `json:"total" minimum:"0" doc:"Pieces of the stage, 0 where that is not known yet"`
}

// GetHeaders tells the client when to ask again.
func (*BuildingError) GetHeaders() http.Header { return http.Header{"Retry-After": {retryAfter}} }

// retryAfter is the smallest number of seconds that the header can say; a map of some hundred papers takes less.
const retryAfter = "1"

// noMapYet returns the fault of a map that is being built.
func noMapYet(stage string, done, total int) *BuildingError {
	f := fault(http.StatusServiceUnavailable, "the map is being made: %s, %d of %d", stage, done, total)
	if total == 0 {
		f.Detail = "the map is being made: " + stage
	}
	return &BuildingError{ErrorModel: *f, Stage: stage, Done: done, Total: total}
}

// noMap returns the fault of a map that could not be made.
func noMap(err error) *huma.ErrorModel {
	return fault(http.StatusInternalServerError, "there is no map: %v", err)
}

// writeFault answers with a fault outside of huma's operations.
func writeFault(w http.ResponseWriter, f huma.StatusError) {
	body, err := json.Marshal(f)
	if err != nil {
		body = []byte(`{"title":"Internal Server Error","status":500}`)
	}
	body = append(body, '\n')
	if with, ok := f.(huma.HeadersError); ok {
		maps.Copy(w.Header(), with.GetHeaders())
	}
	w.Header().Set("Content-Type", problemType)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(f.GetStatus())
	_, _ = w.Write(body) // a client that went away needs no answer
}
