package main

import (
	"os/exec"
	"runtime"
)

// openBrowser asks the system to show an address. Where it cannot, the address still stands on standard output.
func openBrowser(address string) {
	var c *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		c = exec.Command("open", address)
	case "windows":
		c = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	default:
		c = exec.Command("xdg-open", address)
	}
	if c.Start() == nil {
		go c.Wait() //nolint:errcheck // only so that no dead process is left behind
	}
}
