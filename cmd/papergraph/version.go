package main

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "The version of this program",
		Example: "  papergraph version",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return p.write("-", func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "papergraph %s %s\n", version(), goVersion())
				return err
			})
		},
	}
}

// version returns the version the program was built as, or dev where nobody gave it one.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}

// goVersion returns the version of Go that built the program.
func goVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.GoVersion
	}
	return "go"
}
