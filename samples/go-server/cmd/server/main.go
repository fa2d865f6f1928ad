// Command server shortens links over HTTP.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/go-server/internal/links"
)

func main() {
	health := flag.Bool("health", false, "ask the running server whether it is well, and end")
	address := flag.String("address", ":8080", "where to listen")
	flag.Parse()
	if *health {
		os.Exit(ask("http://127.0.0.1" + *address + "/health"))
	}
	if err := serve(*address); err != nil {
		log.Fatal(err)
	}
}

// ask is the image's health check: an image without a shell has no curl either.
func ask(url string) int {
	client := http.Client{Timeout: 2 * time.Second}
	answer, err := client.Get(url)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return 1
	}
	return 0
}

func serve(address string) error {
	server := &http.Server{
		Addr:              address,
		Handler:           links.Handler(links.NewStore(), links.Reach),
		ReadHeaderTimeout: 5 * time.Second,
	}
	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	go func() {
		<-stop.Done()
		_ = server.Shutdown(context.Background())
	}()
	log.Printf("listening on %s", address)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
