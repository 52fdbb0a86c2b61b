package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"papergraph/graph/answer"
)

// Conditional is what every request may say of the answer it already has, and how it likes the new one packed. It is
// exported because huma passes over what is embedded otherwise.
type Conditional struct {
	IfNoneMatch    string `header:"If-None-Match"`
	AcceptEncoding string `header:"Accept-Encoding" hidden:"true"`
}

func (c *Conditional) have() *Conditional { return c }

// holder is a pointer to an input that holds a Conditional.
type holder[I any] interface {
	*I
	have() *Conditional
}

// answered is an answer made for one request.
type answered[T any] struct {
	ETag         string `header:"ETag"`
	CacheControl string `header:"Cache-Control"`
	Body         T
}

// kept is an answer made once.
type kept struct {
	ETag               string `header:"ETag"`
	CacheControl       string `header:"Cache-Control"`
	Vary               string `header:"Vary"`
	ContentType        string `header:"Content-Type"`
	ContentEncoding    string `header:"Content-Encoding"`
	ContentLength      string `header:"Content-Length"`
	ContentDisposition string `header:"Content-Disposition"`
	Body               []byte
}

// revalidate lets a browser keep an answer and ask each time whether it still holds: the same address serves another map
// when the server is started on other papers.
const revalidate = "private, no-cache"

// forever is for an address that names the bytes it answers.
const forever = "private, max-age=31536000, immutable"

// ask registers an operation whose answer is made on request.
func ask[I, T any, P holder[I]](s *Server, api huma.API, op huma.Operation, answer func(context.Context, *view, P) (T, error)) {
	huma.Register(api, op, func(ctx context.Context, in *I) (*answered[T], error) {
		v, err := s.current()
		if err != nil {
			return nil, err
		}
		ctx, cancel := context.WithTimeout(ctx, answerTime)
		defer cancel()
		body, err := answer(ctx, v, P(in))
		if err != nil {
			return nil, asFault(ctx, err)
		}
		tag := quote(v.tag)
		if matches(P(in).have().IfNoneMatch, tag) {
			return nil, unchanged(tag, "")
		}
		return &answered[T]{ETag: tag, CacheControl: revalidate, Body: body}, nil
	})
}

// keep registers an operation whose answers are made once an atlas.
func keep[I any, P holder[I]](s *Server, api huma.API, op huma.Operation, pick func(context.Context, *view, P) (*kept, *ready, error)) {
	huma.Register(api, op, func(ctx context.Context, in *I) (*kept, error) {
		v, err := s.current()
		if err != nil {
			return nil, err
		}
		out, r, err := pick(ctx, v, P(in))
		if err != nil {
			return nil, asFault(ctx, err)
		}
		out.send(r, P(in).have())
		if matches(P(in).have().IfNoneMatch, out.ETag) {
			return nil, unchanged(out.ETag, out.Vary)
		}
		return out, nil
	})
}

// send fills in the bytes and what the headers say of them.
func (k *kept) send(r *ready, c *Conditional) {
	k.Body, k.ContentEncoding, k.ETag = r.choose(c.AcceptEncoding)
	k.ContentType, k.ContentLength = r.kind, strconv.Itoa(len(k.Body))
	if k.Vary != "" {
		k.Vary += ", "
	}
	k.Vary += "Accept-Encoding"
	if k.CacheControl == "" {
		k.CacheControl = revalidate
	}
}

// unchanged returns the answer 304 with the headers that the 200 would have had.
func unchanged(tag, vary string) error {
	h := http.Header{"Etag": {tag}, "Cache-Control": {revalidate}}
	if vary != "" {
		h.Set("Vary", vary)
	}
	return huma.ErrorWithHeaders(huma.Status304NotModified(), h)
}

// asFault returns the error as a fault; one that ran out of time says so, and what is no fault yet is the server's.
func asFault(ctx context.Context, err error) error {
	var known huma.StatusError
	var missing *answer.NotFoundError
	var wrong *answer.QuestionError
	switch {
	case errors.As(err, &known):
		return err
	case errors.As(err, &missing):
		return fault(http.StatusNotFound, "this map has %v", missing)
	case errors.As(err, &wrong):
		return wrongValue(wrong)
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return tookTooLong()
	}
	return fault(http.StatusInternalServerError, "%v", err)
}

// encode returns a value as huma writes it, so that ready answers and others look alike.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := huma.DefaultJSONFormat.Marshal(&b, v); err != nil {
		return nil, fmt.Errorf("server: encoding %T: %w", v, err)
	}
	return b.Bytes(), nil
}

// answers describes the 200 of an operation whose bytes are made beforehand: a JSON shape, or one of several types of text.
func answers(api huma.API, shape any, types ...string) map[string]*huma.Response {
	content := make(map[string]*huma.MediaType)
	for _, t := range types {
		content[t] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
	}
	if shape != nil {
		schema := api.OpenAPI().Components.Schemas.Schema(reflect.TypeOf(shape), true, "")
		content["application/json"] = &huma.MediaType{Schema: schema}
	}
	return map[string]*huma.Response{"200": {Description: http.StatusText(http.StatusOK), Content: content}}
}

// describe makes the description of the API, once.
func describe(api huma.API) (*ready, error) {
	plain, err := json.Marshal(api.OpenAPI())
	if err != nil {
		return nil, fmt.Errorf("describing the API: %w", err)
	}
	return makeReady("application/vnd.oai.openapi+json", "", append(plain, '\n'))
}
