package static_test

import (
	"fmt"
	"io/fs"

	"papergraph/static"
)

func Example() {
	for _, name := range []string{"index.html", "src/main.js", "style/tokens.css", "package.json"} {
		_, err := fs.Stat(static.Files, name)
		fmt.Println(name, err == nil)
	}
	// Output:
	// index.html true
	// src/main.js true
	// style/tokens.css true
	// package.json false
}
