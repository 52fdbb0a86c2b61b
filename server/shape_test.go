package server

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
)

// shapeOf returns the shape of a JSON answer: the type in place of each value, one entry in place of a list's many, and
// "?" behind the names that only some entries have. What the values are is held against other tools where they are
// computed, and changes with each weighting of terms; names and shapes may not.
func shapeOf(t *testing.T, body []byte) []byte {
	t.Helper()
	var v any
	if err := json.Unmarshal(body, &v); err != nil {
		t.Fatalf("no JSON: %v", err)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(shape(v)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func shape(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for name, value := range v {
			out[name] = shape(value)
		}
		return out
	case []any:
		if len(v) == 0 {
			return []any{}
		}
		one := shape(v[0])
		for _, other := range v[1:] {
			one = join(one, shape(other))
		}
		return []any{one}
	case string:
		return "string"
	case float64:
		return "number"
	case bool:
		return "bool"
	}
	return "null"
}

// join returns the shape that holds for two values.
func join(a, b any) any {
	switch a := a.(type) {
	case map[string]any:
		if b, ok := b.(map[string]any); ok {
			return joinObjects(a, b)
		}
	case []any:
		if b, ok := b.([]any); ok {
			if len(a) == 0 || len(b) == 0 {
				return append(a, b...)
			}
			return []any{join(a[0], b[0])}
		}
	case string:
		if b, ok := b.(string); ok {
			kinds := append(strings.Split(a, " or "), strings.Split(b, " or ")...)
			slices.Sort(kinds)
			return strings.Join(slices.Compact(kinds), " or ")
		}
	}
	return "anything"
}

func joinObjects(a, b map[string]any) map[string]any {
	out := make(map[string]any)
	for _, name := range slices.Concat(slices.Collect(maps.Keys(a)), slices.Collect(maps.Keys(b))) {
		plain := strings.TrimSuffix(name, "?")
		x, inA := a[plain]
		y, inB := b[plain]
		switch {
		case inA && inB:
			out[plain] = join(x, y)
		default:
			out[plain+"?"] = some(a[plain], a[plain+"?"], b[plain], b[plain+"?"])
		}
	}
	return out
}

// some joins those that are there.
func some(shapes ...any) any {
	var all any
	for _, s := range shapes {
		switch {
		case s == nil:
		case all == nil:
			all = s
		default:
			all = join(all, s)
		}
	}
	return all
}

func TestShape(t *testing.T) {
	got := string(shapeOf(t, []byte(`{"list":[{"a":1,"b":[]},{"b":[true]},{"a":null,"c":"x"}],"none":[]}`)))
	want := `{
  "list": [
    {
      "a?": "null or number",
      "b?": [
        "bool"
      ],
      "c?": "string"
    }
  ],
  "none": []
}
`
	if got != want {
		t.Errorf("shape:\n%swant:\n%s", got, want)
	}
}
