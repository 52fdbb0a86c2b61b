package main

import "runtime"

// workers returns the number of cores that a flag stands for.
func workers(n int) int {
	if n == 0 {
		return runtime.GOMAXPROCS(0)
	}
	return n
}
