// Command papergraph makes a map of papers and answers questions on it: serve shows it in the browser, the other commands
// write tables, reasons, reports and graph files. Every file here is one command: it reads flags, asks one question of the
// packages below, and prints the answer.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program as it ends any other
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
