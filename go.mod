module papergraph

go 1.26.0

ignore ./static/node_modules

require (
	github.com/chromedp/cdproto v0.159.0 // tests of static: what chromedp speaks
	github.com/chromedp/chromedp v0.23.0 // tests of static: a flow in Chromium
	github.com/danielgtaylor/huma/v2 v2.37.2 // server: typed routes, OpenAPI, faults
	github.com/dominikbraun/graph v0.23.0 // ingest/vocab: the hierarchy; graph/adapt; tests
	github.com/gin-gonic/gin v1.12.0 // server
	github.com/go-json-experiment/json v1.27.2 // ingest/bib: JSON, token by token
	github.com/google/go-cmp v0.7.0 // tests
	github.com/klauspost/compress v1.20.3 // ingest/bib, graph/read, server: gzip and zstd
	github.com/rogpeppe/go-internal v1.16.0 // tests of cmd/papergraph: transcripts
	github.com/spf13/cobra v1.10.2 // cmd/papergraph
	github.com/vbauerster/mpb/v8 v8.16.2 // cmd/papergraph: progress
	golang.org/x/text v0.43.0 // ingest, graph/answer, graph/export, graph/read, graph/report: Unicode, old encodings
	gonum.org/v1/gonum v0.17.0 // graph/adapt, graph/path, graph/report; tests
	pgregory.net/rapid v1.3.0 // tests: random cases
)

require (
	github.com/VividCortex/ewma v1.2.0 // indirect
	github.com/acarl005/stripansi v0.0.0-20180116102854-5a71ef0e047d // indirect
	github.com/bytedance/gopkg v0.1.3 // indirect
	github.com/bytedance/sonic v1.15.0 // indirect
	github.com/bytedance/sonic/loader v0.5.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/cloudwego/base64x v0.1.6 // indirect
	github.com/gabriel-vasile/mimetype v1.4.13 // indirect
	github.com/gin-contrib/sse v1.1.0 // indirect
	github.com/go-playground/locales v0.14.1 // indirect
	github.com/go-playground/universal-translator v0.18.1 // indirect
	github.com/go-playground/validator/v10 v10.30.1 // indirect
	github.com/goccy/go-json v0.10.5 // indirect
	github.com/goccy/go-yaml v1.19.2 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/json-iterator/go v1.1.12 // indirect
	github.com/klauspost/cpuid/v2 v2.3.0 // indirect
	github.com/leodido/go-urn v1.4.0 // indirect
	github.com/mattn/go-isatty v0.0.20 // indirect
	github.com/mattn/go-runewidth v0.0.30 // indirect
	github.com/modern-go/concurrent v0.0.0-20180306012644-bacd9c7ef1dd // indirect
	github.com/modern-go/reflect2 v1.0.2 // indirect
	github.com/pelletier/go-toml/v2 v2.2.4 // indirect
	github.com/quic-go/qpack v0.6.0 // indirect
	github.com/quic-go/quic-go v0.59.0 // indirect
	github.com/spf13/pflag v1.0.10 // indirect
	github.com/twitchyliquid64/golang-asm v0.15.1 // indirect
	github.com/ugorji/go/codec v1.3.1 // indirect
	github.com/vbauerster/cupwriter v0.0.5 // indirect
	go.mongodb.org/mongo-driver/v2 v2.5.0 // indirect
	golang.org/x/arch v0.24.0 // indirect
	golang.org/x/crypto v0.57.0 // indirect
	golang.org/x/net v0.59.0 // indirect
	golang.org/x/sys v0.48.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
	google.golang.org/protobuf v1.36.11 // indirect
)
