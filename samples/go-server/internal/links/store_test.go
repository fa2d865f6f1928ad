package links

import (
	"errors"
	"testing"
)

func TestALinkIsKeptAndFollowed(t *testing.T) {
	store := NewStore()
	if err := store.Add("go", "https://go.dev/"); err != nil {
		t.Fatal(err)
	}
	if address, ok := store.Follow("go"); !ok || address != "https://go.dev/" {
		t.Fatalf("leads to %q, %v", address, ok)
	}
	if _, ok := store.Follow("rust"); ok {
		t.Fatal("a name that was never added leads somewhere")
	}
}

func TestWhatIsNoLinkIsRefused(t *testing.T) {
	for _, bad := range [][2]string{{"", "https://go.dev"}, {"Go", "https://go.dev"}, {"go", "ftp://go.dev"}, {"go", "https://"}, {"go", "::"}} {
		if err := NewStore().Add(bad[0], bad[1]); !errors.Is(err, ErrInvalid) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func TestANameLeadsToOneAddress(t *testing.T) {
	store := NewStore()
	_ = store.Add("go", "https://go.dev/")
	if err := store.Add("go", "https://go.dev/"); err != nil {
		t.Errorf("the same link twice: %v", err)
	}
	if err := store.Add("go", "https://example.org/"); !errors.Is(err, ErrTaken) {
		t.Errorf("another address: %v", err)
	}
}

func TestTheMostVisitedComeFirst(t *testing.T) {
	store := NewStore()
	for _, name := range []string{"a", "b", "c"} {
		_ = store.Add(name, "https://example.org/"+name)
	}
	store.Follow("c")
	store.Follow("c")
	store.Follow("b")
	all := store.All()
	if len(all) != 3 || all[0].Name != "c" || all[1].Name != "b" || all[2].Name != "a" {
		t.Fatalf("%v", all)
	}
}
