// Package static holds the page: the explorer that a browser shows of a map. It is native modules, style sheets and one
// HTML file, embedded as they are: nothing is built, nothing is fetched from elsewhere, and tests and tools beside them stay
// out. It costs the size of these files in the binary.
package static

import "embed"

// Files are the files of the page by the path under which a browser asks for them; "index.html" is the page itself.
//
//go:embed index.html style src icons
var Files embed.FS
