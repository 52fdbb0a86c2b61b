package report

import (
	"encoding/json"
	"io"
)

// JSON writes the report as the contract has it, indented.
func (r *Report) JSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
