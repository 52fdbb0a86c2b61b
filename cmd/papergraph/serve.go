package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"papergraph/server"
	"papergraph/static"
)

// serving is what only serve is told.
type serving struct {
	options
	addr       string
	open       bool
	static     string
	allowHosts []string
	readOnly   bool
}

func (p *program) serve() *cobra.Command {
	o := &serving{}
	c := &cobra.Command{
		Use: "serve [INPUT...]", Short: "Explore in the browser; without INPUT the example, with - what is pasted",
		Example: "  papergraph serve demo",
		RunE: func(c *cobra.Command, names []string) error {
			if len(names) == 0 {
				names = []string{demoName}
			}
			p.tell.quiet, p.tell.json = o.quiet, o.logAs == "json"
			if err := o.check(); err != nil {
				return err
			}
			return p.show(c.Context(), o, names)
		},
	}
	o.talking(c)
	o.making(c)
	f := c.Flags()
	f.StringVar(&o.addr, "addr", "127.0.0.1:8080", "address to answer on; port 0 takes a free one")
	f.BoolVar(&o.open, "open", false, "open the page in the browser")
	f.StringVar(&o.static, "static", "", "read the page's files from this folder, anew for each request")
	f.StringSliceVar(&o.allowHosts, "allow-host", nil, "name to answer to beside localhost; may be given again")
	f.BoolVar(&o.readOnly, "read-only", false, "nothing can be changed over the network; needed on an address that others reach")
	return c
}

// check says what is out of range, and refuses an address that others reach unless nothing can be changed there.
func (o *serving) check() error {
	if err := o.options.check(); err != nil {
		return err
	}
	host, port, err := net.SplitHostPort(o.addr)
	if err != nil {
		return wrongUse("--addr %s: try a host and a port, as 127.0.0.1:8080", o.addr)
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil {
		return wrongUse("--addr %s: %q is no port; try a number from 0 to 65535", o.addr, port)
	} else if !loopback(host) && !o.readOnly {
		return wrongUse("--addr %s can be reached from other machines: add --read-only, or stay on 127.0.0.1:%d", o.addr, n)
	}
	return nil
}

// loopback says whether an address is reached from this machine only. A name other than localhost is not looked up.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// show answers at once and makes the map meanwhile. It ends when ctx does, or when there can be no map.
func (p *program) show(ctx context.Context, o *serving, names []string) error {
	page, err := o.page()
	if err != nil {
		return err
	}
	srv, err := server.New(server.Options{
		Version: version(), Page: page, Live: o.static != "", AllowHosts: o.hosts(), Log: p.logger(o),
	})
	if err != nil {
		return err
	}
	l, err := listen(ctx, o.addr)
	if err != nil {
		return err
	}
	address := addressOf(l)
	if _, err := fmt.Fprintln(p.stdout, address); err != nil {
		return errors.Join(fmt.Errorf("writing: %w", err), l.Close())
	}
	if o.open {
		p.opened(address)
	}
	p.serving.Store(true)
	return p.serveWhile(ctx, srv, l, func(ctx context.Context) error { return p.publish(ctx, srv, o, names) })
}

// serveWhile answers while the map is made, and after. A map that cannot be made ends it; when ctx ends, requests that run
// are waited for, the making of the map is not.
func (p *program) serveWhile(ctx context.Context, srv *server.Server, l net.Listener, publish func(context.Context) error) error {
	running, stop := context.WithCancel(ctx)
	defer stop()
	ended, made := make(chan error, 1), make(chan error, 1)
	go func() { ended <- srv.Run(running, l) }()
	go func() { made <- publish(running) }()
	select {
	case err := <-made:
		if err != nil {
			srv.Fail(err) // for who asks before the end
			stop()
			return errors.Join(err, <-ended)
		}
		return errors.Join(<-ended, ctx.Err())
	case err := <-ended:
		stop()
		select {
		case <-time.After(patience):
		case making := <-made:
			return errors.Join(err, making, ctx.Err())
		}
		return errors.Join(err, ctx.Err())
	}
}

// publish makes the map and gives it to the server.
func (p *program) publish(ctx context.Context, srv *server.Server, o *serving, names []string) error {
	wishes, err := p.wishes(ctx, &o.options)
	if err != nil {
		return err
	}
	in, err := p.read(ctx, &o.options, names)
	if err != nil {
		return err
	}
	in.Wishes = wishes
	bar := p.newBar()
	bar.also = srv.Step
	a, err := p.build(ctx, &o.options, in, bar)
	if err != nil {
		return err
	}
	return srv.Publish(a, len(names) == 1 && names[0] == demoName)
}

// page returns the page's files: those in the program, or those of a folder while working on them.
func (o *serving) page() (fs.FS, error) {
	if o.static == "" {
		return static.Files, nil
	}
	root, err := os.OpenRoot(o.static)
	if err != nil {
		return nil, fmt.Errorf("--static: %w", err)
	}
	return root.FS(), nil
}

// hosts returns the names to answer to: those allowed, and the one the user chose to answer on.
func (o *serving) hosts() []string {
	host, _, _ := net.SplitHostPort(o.addr) // check has parsed it
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		return o.allowHosts
	}
	return append([]string{host}, o.allowHosts...)
}

// logger returns where the server's faults go.
func (p *program) logger(o *serving) *slog.Logger {
	if o.logAs == "json" {
		return slog.New(slog.NewJSONHandler(p.stderr, nil))
	}
	return slog.New(slog.NewTextHandler(p.stderr, nil))
}

// listen takes the address; where the port is busy, it proposes the next free one.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", addr)
	if !errors.Is(err, syscall.EADDRINUSE) {
		if err != nil {
			return nil, fmt.Errorf("serving: %w", err)
		}
		return l, nil
	}
	host, port, _ := net.SplitHostPort(addr) // it was taken apart before
	busy, _ := strconv.Atoi(port)
	for free := busy + 1; free < busy+100 && free < 1<<16; free++ {
		next := net.JoinHostPort(host, strconv.Itoa(free))
		if l, err := config.Listen(ctx, "tcp", next); err == nil {
			_ = l.Close() // it was only a question
			return nil, fmt.Errorf("port %d is busy; try --addr %s", busy, next)
		}
	}
	return nil, fmt.Errorf("port %d is busy; try --addr %s for any free one", busy, net.JoinHostPort(host, "0"))
}

// addressOf returns what to open in a browser on this machine.
func addressOf(l net.Listener) string {
	host, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return "http://" + l.Addr().String() + "/"
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}
