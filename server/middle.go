package server

import (
	"log/slog"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// observe notes a request when debugging, and turns a panic into a fault, so that one bad answer does not end the server.
func (s *Server) observe(c *gin.Context) {
	defer func() {
		if r := recover(); r != nil {
			s.log.Error("answering", "path", c.Request.URL.Path, "panic", r, "stack", string(debug.Stack()))
			if !c.Writer.Written() {
				writeFault(c.Writer, broken())
			}
			c.Abort()
		}
	}()
	if !s.log.Enabled(c.Request.Context(), slog.LevelDebug) {
		c.Next()
		return
	}
	begin := time.Now()
	c.Next()
	s.log.Debug("answered", "method", c.Request.Method, "path", c.Request.URL.Path, "status", c.Writer.Status(),
		"bytes", c.Writer.Size(), "time", time.Since(begin))
}

// unescape decodes what stands for parameters in the path.
func unescape(c *gin.Context) {
	for i, p := range c.Params {
		value, err := url.PathUnescape(p.Value)
		if err != nil {
			writeFault(c.Writer, fault(http.StatusBadRequest, "the path holds a %% that starts no two hexadecimal digits"))
			c.Abort()
			return
		}
		c.Params[i].Value = value
	}
}

// noRoute answers what no route of the API takes.
func (s *Server) noRoute(c *gin.Context) {
	if path := c.Request.URL.Path; path == "/api" || strings.HasPrefix(path, "/api/") {
		writeFault(c.Writer, unknownRoute(path))
		return
	}
	s.servePage(c.Writer, c.Request)
}
