package server

import (
	"bytes"
	"context"
	"io"
	"mime"
	"strings"

	"papergraph/graph/report"
)

// fileKind is a form in which a whole answer can be had as a file.
type fileKind struct{ name, kind, file string }

// reportKinds are the forms of the report, the usual one first.
var reportKinds = []fileKind{
	{"json", "application/json", "centrality.json"},
	{"md", "text/markdown; charset=utf-8", "centrality.md"},
	{"text", "text/plain; charset=utf-8", "centrality.txt"},
	{"csv", "text/csv; charset=utf-8", "centrality.csv"},
}

// kindsOf returns the media types of files without their parameters.
func kindsOf(kinds []fileKind) []string {
	types := make([]string, len(kinds))
	for i, k := range kinds {
		types[i], _, _ = strings.Cut(k.kind, ";")
	}
	return types
}

// makeReports returns what makes each form of the report when it is first asked for.
func (v *view) makeReports() map[string]func() (*ready, error) {
	reports := make(map[string]func() (*ready, error))
	for _, k := range reportKinds {
		reports[k.name] = once(k.kind, v.tag+"-"+k.name, func() ([]byte, error) {
			// Others wait for the same bytes: the request that came first must not take them away by leaving.
			r, err := report.Make(context.Background(), v.guide, report.DefaultOptions)
			if err != nil {
				return nil, err
			}
			var b bytes.Buffer
			err = reportWriter(r, k.name)(&b)
			return b.Bytes(), err
		})
	}
	return reports
}

func reportWriter(r *report.Report, format string) func(io.Writer) error {
	switch format {
	case "md":
		return r.Markdown
	case "text":
		return r.Text
	case "csv":
		return r.CSV
	}
	return r.JSON
}

type reportInput struct {
	Conditional
	Format string `query:"format" enum:"json,md,text,csv" doc:"Goes before Accept; without either, json"`
	Accept string `header:"Accept"`
}

func getReport(_ context.Context, v *view, in *reportInput) (*kept, *ready, error) {
	k := reportKinds[0]
	if in.Format == "" {
		k = accepted(in.Accept, reportKinds)
	}
	for _, r := range reportKinds {
		if r.name == in.Format {
			k = r
		}
	}
	made, err := v.reports[k.name]()
	return &kept{Vary: "Accept", ContentDisposition: attachment(k.file)}, made, err
}

// accepted returns the first of the kinds that a header Accept names, at no quality of 0; the first of all where it names
// none. The order of the header counts and its other qualities do not: programs name what they want first.
func accepted(header string, kinds []fileKind) fileKind {
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		for i, kind := range kindsOf(kinds) {
			if name == kind && !zeroQuality(params) {
				return kinds[i]
			}
		}
	}
	return kinds[0]
}

// attachment names the file that a browser saves.
func attachment(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}
