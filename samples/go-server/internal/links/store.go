// Package links keeps short names for long addresses.
package links

import (
	"errors"
	"net/url"
	"regexp"
	"sort"
	"sync"
)

// ErrInvalid is returned for a name or an address that cannot be kept.
var ErrInvalid = errors.New("a link has a name of a-z, 0-9 and dashes, and an http or https address")

// ErrTaken is returned for a name that leads elsewhere already.
var ErrTaken = errors.New("that name leads elsewhere already")

var names = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// Link is a short name and where it leads.
type Link struct {
	Name    string `json:"name"`
	Address string `json:"address"`
	Visits  int    `json:"visits"`
}

// Store keeps links in memory.
type Store struct {
	mutex sync.Mutex
	links map[string]*Link
}

// NewStore returns an empty store.
func NewStore() *Store { return &Store{links: map[string]*Link{}} }

// Add keeps a link. The same link twice is kept once.
func (s *Store) Add(name, address string) error {
	to, err := url.Parse(address)
	if err != nil || !names.MatchString(name) || to.Host == "" || (to.Scheme != "http" && to.Scheme != "https") {
		return ErrInvalid
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if known, ok := s.links[name]; ok && known.Address != address {
		return ErrTaken
	}
	if _, ok := s.links[name]; !ok {
		s.links[name] = &Link{Name: name, Address: address}
	}
	return nil
}

// Follow returns where a name leads, and counts the visit.
func (s *Store) Follow(name string) (string, bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	link, ok := s.links[name]
	if !ok {
		return "", false
	}
	link.Visits++
	return link.Address, true
}

// All returns the links, the most visited first.
func (s *Store) All() []Link {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	all := make([]Link, 0, len(s.links))
	for _, link := range s.links {
		all = append(all, *link)
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].Visits != all[j].Visits {
			return all[i].Visits > all[j].Visits
		}
		return all[i].Name < all[j].Name
	})
	return all
}
