package links

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func ask(t *testing.T, handler http.Handler, method, path, body string) *httptest.ResponseRecorder {
	t.Helper()
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest(method, path, strings.NewReader(body)))
	return answer
}

func TestALinkIsAddedAndRedirects(t *testing.T) {
	handler := Handler(NewStore(), Reach)
	if got := ask(t, handler, "PUT", "/links/go", `{"address": "https://go.dev/"}`); got.Code != http.StatusCreated {
		t.Fatalf("%d %s", got.Code, got.Body)
	}
	got := ask(t, handler, "GET", "/go", "")
	if got.Code != http.StatusFound || got.Header().Get("Location") != "https://go.dev/" {
		t.Fatalf("%d %s", got.Code, got.Header())
	}
	if got := ask(t, handler, "GET", "/links", ""); !strings.Contains(got.Body.String(), `"visits":1`) {
		t.Fatalf("%s", got.Body)
	}
}

func TestBadRequestsAreAnsweredAsSuch(t *testing.T) {
	handler := Handler(NewStore(), Reach)
	for path, body := range map[string]string{"/links/go": "no json", "/links/UPPER": `{"address": "https://go.dev/"}`} {
		if got := ask(t, handler, "PUT", path, body); got.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", path, got.Code)
		}
	}
	if got := ask(t, handler, "GET", "/nobody", ""); got.Code != http.StatusNotFound {
		t.Errorf("%d", got.Code)
	}
}

func TestAnAddressIsChecked(t *testing.T) {
	for want, err := range map[int]error{http.StatusOK: nil, http.StatusBadGateway: errors.New("no route")} {
		store := NewStore()
		_ = store.Add("go", "https://go.dev/")
		handler := Handler(store, func(context.Context, string) error { return err })
		if got := ask(t, handler, "GET", "/links/go/check", ""); got.Code != want {
			t.Errorf("%d instead of %d", got.Code, want)
		}
	}
}

func TestTheServerSaysThatItIsWell(t *testing.T) {
	if got := ask(t, Handler(NewStore(), Reach), "GET", "/health", ""); got.Code != http.StatusOK {
		t.Fatalf("%d", got.Code)
	}
}
