package links

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"
)

// Reach finds out whether an address answers, over TLS where it says so: that is what an image needs certificates for.
func Reach(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodHead, address, nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

// Handler answers requests: links are added, listed, followed and checked.
func Handler(store *Store, reach func(context.Context, string) error) http.Handler {
	routes := http.NewServeMux()
	routes.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("well\n")) })
	routes.HandleFunc("GET /links", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, store.All()) })
	routes.HandleFunc("PUT /links/{name}", func(w http.ResponseWriter, r *http.Request) { add(store, w, r) })
	routes.HandleFunc("GET /links/{name}/check", func(w http.ResponseWriter, r *http.Request) { check(store, reach, w, r) })
	routes.HandleFunc("GET /{name}", func(w http.ResponseWriter, r *http.Request) {
		if address, ok := store.Follow(r.PathValue("name")); ok {
			http.Redirect(w, r, address, http.StatusFound)
			return
		}
		http.NotFound(w, r)
	})
	return routes
}

func add(store *Store, w http.ResponseWriter, r *http.Request) {
	var body struct {
		Address string `json:"address"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&body); err != nil {
		answer(w, http.StatusBadRequest, map[string]string{"error": "the body is no JSON with an address"})
		return
	}
	switch err := store.Add(r.PathValue("name"), body.Address); {
	case errors.Is(err, ErrTaken):
		answer(w, http.StatusConflict, map[string]string{"error": err.Error()})
	case err != nil:
		answer(w, http.StatusBadRequest, map[string]string{"error": err.Error()})
	default:
		answer(w, http.StatusCreated, map[string]string{"name": r.PathValue("name"), "address": body.Address})
	}
}

func check(store *Store, reach func(context.Context, string) error, w http.ResponseWriter, r *http.Request) {
	address, ok := store.Follow(r.PathValue("name"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	if err := reach(r.Context(), address); err != nil {
		answer(w, http.StatusBadGateway, map[string]string{"error": err.Error()})
		return
	}
	answer(w, http.StatusOK, map[string]string{"address": address, "reached": "yes"})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
