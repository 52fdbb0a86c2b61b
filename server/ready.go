package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// ready is an answer made before it is asked for: its bytes as they are and packed, and what its header says of them.
type ready struct {
	kind   string // Content-Type
	tag    string // strong, without quotes; that of the packed bytes has "-gzip" behind it
	plain  []byte
	packed []byte // nil where packing saves nothing
}

// makeReady packs the bytes once. An empty tag stands for the hash of the bytes.
func makeReady(kind, tag string, plain []byte) (*ready, error) {
	if tag == "" {
		tag = contentTag(plain)
	}
	packed, err := pack(plain)
	if err != nil {
		return nil, err
	}
	return &ready{kind: kind, tag: tag, plain: plain, packed: packed}, nil
}

// pack returns the bytes as gzip, or nil where that is not shorter by a tenth: pictures and tiny files are sent as they are.
func pack(plain []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("server: packing: %w", err)
	}
	if _, err := w.Write(plain); err != nil {
		return nil, fmt.Errorf("server: packing: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("server: packing: %w", err)
	}
	if out.Len() > len(plain)*9/10 {
		return nil, nil //nolint:nilnil // no packed form is an answer, not an error
	}
	return out.Bytes(), nil
}

// contentTag returns 32 hexadecimal digits of the hash of the parts, each led by its length.
func contentTag(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:", len(p)) //nolint:errcheck // a hash takes all
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// choose returns the bytes that the client reads best, with their coding ("" for none) and quoted tag.
func (r *ready) choose(acceptEncoding string) (body []byte, coding, tag string) {
	if r.packed != nil && takesGzip(acceptEncoding) {
		return r.packed, "gzip", quote(r.tag + "-gzip")
	}
	return r.plain, "", quote(r.tag)
}

func quote(tag string) string { return `"` + tag + `"` }

// takesGzip says whether a header Accept-Encoding allows gzip: named, or by "*", and not at quality 0.
func takesGzip(header string) bool {
	star := false
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		refused := zeroQuality(params)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "gzip", "x-gzip":
			return !refused
		case "*":
			star = !refused
		}
	}
	return star
}

// zeroQuality says whether the parameters of a list's entry are q=0.
func zeroQuality(params string) bool {
	value, ok := strings.CutPrefix(strings.ReplaceAll(strings.ToLower(params), " ", ""), "q=0")
	return ok && strings.Trim(value, ".0") == ""
}

// matches says whether a header If-None-Match names the tag (quoted). Tags are compared weakly, as RFC 9110 wants here.
func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		part = strings.TrimPrefix(strings.TrimSpace(part), "W/")
		if part == "*" || part == tag {
			return true
		}
	}
	return false
}

// serve answers a request with the bytes, or with 304 where the client has them.
func (r *ready) serve(w http.ResponseWriter, req *http.Request, cache string) {
	body, coding, tag := r.choose(req.Header.Get("Accept-Encoding"))
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", cache)
	h.Set("Vary", "Accept-Encoding")
	if matches(req.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", r.kind)
	h.Set("Content-Length", fmt.Sprint(len(body)))
	if coding != "" {
		h.Set("Content-Encoding", coding)
	}
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(body) // a client that went away needs no answer
}
