// Command junit turns the output of "go test -json" into a JUnit file, so that tests are counted and named wherever such files are read.
package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"log"
	"os"
	"strings"
)

type event struct {
	Action, Package, Test, Output string
	Elapsed                       float64
}

type failure struct {
	Text string `xml:",chardata"`
}

type testCase struct {
	Class   string   `xml:"classname,attr"`
	Name    string   `xml:"name,attr"`
	Seconds float64  `xml:"time,attr"`
	Failure *failure `xml:"failure"`
}

type testSuite struct {
	XMLName  xml.Name   `xml:"testsuite"`
	Tests    int        `xml:"tests,attr"`
	Failures int        `xml:"failures,attr"`
	Cases    []testCase `xml:"testcase"`
}

func main() {
	suite := testSuite{}
	outputs := map[string]*strings.Builder{}
	for events := json.NewDecoder(os.Stdin); ; {
		var e event
		if err := events.Decode(&e); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			log.Fatal(err)
		}
		if e.Test == "" {
			continue
		}
		key := e.Package + "/" + e.Test
		if outputs[key] == nil {
			outputs[key] = &strings.Builder{}
		}
		outputs[key].WriteString(e.Output)
		if e.Action != "pass" && e.Action != "fail" {
			continue
		}
		one := testCase{Class: e.Package, Name: e.Test, Seconds: e.Elapsed}
		if e.Action == "fail" {
			one.Failure = &failure{outputs[key].String()}
			suite.Failures++
		}
		suite.Tests++
		suite.Cases = append(suite.Cases, one)
	}
	if err := xml.NewEncoder(os.Stdout).Encode(suite); err != nil {
		log.Fatal(err)
	}
}
