// Package server shows one atlas to browsers and programs: the routes of the contract under /api/v1, typed and described
// by /api/v1/openapi.json, and the page at "/". It answers before there is a map, and says then how far it is; the map
// comes in by Publish and is swapped as one pointer, so requests need no lock. What is large is made and packed once an
// atlas: the head and the block of the map at once, reports and exports when first asked for. A map costs the atlas and
// about twice the bytes of those answers.
package server

import (
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"sync/atomic"

	"github.com/gin-gonic/gin"
)

// Options is what a server is told at its start.
type Options struct {
	Version    string       // of the program, for the description of the API
	Page       fs.FS        // the page's files, with index.html on top
	Live       bool         // read the page's files anew for each request, as one wants while working on them
	AllowHosts []string     // names the server answers to beside localhost, 127.0.0.1 and ::1
	Log        *slog.Logger // requests at level debug, faults of the server at error; nil for silence
}

// Server is the web server of one map. Its methods may be called at any time from any goroutine.
type Server struct {
	log   *slog.Logger
	hosts []string
	page  page
	state atomic.Pointer[state]
	web   http.Handler
}

// New returns a server that has no map yet. The error says which file of the page could not be read.
func New(o Options) (*Server, error) {
	s := &Server{log: o.Log, hosts: []string{"localhost", "127.0.0.1", "::1"}}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	for _, name := range o.AllowHosts {
		s.hosts = append(s.hosts, hostName(name))
	}
	s.state.Store(&state{stage: "reading"})
	if o.Live {
		s.page = live{o.Page}
	} else {
		files, err := embed(o.Page)
		if err != nil {
			return nil, err
		}
		s.page = files
	}
	router := newRouter(s)
	if err := s.register(router, o.Version); err != nil {
		return nil, fmt.Errorf("server: %w", err)
	}
	s.web = s.guard(router)
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.web.ServeHTTP(w, r) }

// newRouter returns a router that answers what no route takes, and lets handlers see paths as the client meant them.
func newRouter(s *Server) *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	// Parameters are cut from the path as it was sent, so that %2F stays inside an id. gin would decode them as a query,
	// with "+" as a space; unescape does it as a path.
	router.UseEscapedPath, router.UnescapePathValues = true, false
	router.RedirectTrailingSlash, router.HandleMethodNotAllowed = false, true
	router.Use(s.observe, unescape)
	router.NoRoute(s.noRoute)
	router.NoMethod(func(c *gin.Context) {
		c.Header("Allow", allowed)
		writeFault(c.Writer, unknownMethod(c.Request.Method, c.Request.URL.Path))
	})
	return router
}
