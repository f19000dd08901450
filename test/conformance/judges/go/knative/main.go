// knative-validation runs Knative's webhooks on objects of serving.knative.dev: one question a line on standard input,
// one answer a line on standard output, both JSON and in the same order.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// question is an object to create, and the data of Knative's ConfigMaps by name; without them, the defaults apply.
type question struct {
	Object json.RawMessage              `json:"object"`
	Config map[string]map[string]string `json:"config"`
}

// answer holds the object after its defaults, unless it could not be read, and what is wrong with it.
type answer struct {
	Defaulted  any      `json:"defaulted,omitempty"`
	Complaints []string `json:"complaints"`
}

func main() {
	if err := answerAll(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answerAll(questions io.Reader, answers io.Writer) error {
	in, out := bufio.NewReader(questions), json.NewEncoder(answers)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			if err := out.Encode(answerTo(line)); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func answerTo(line []byte) answer {
	var asked question
	if err := decodeStrictly(line, &asked); err != nil {
		return refused(fmt.Errorf("no question: %w", err))
	}
	ctx, err := configured(asked.Config)
	if err != nil {
		return refused(err)
	}
	object, err := decodeObject(asked.Object)
	if err != nil {
		return refused(err)
	}
	return admit(ctx, object)
}

func refused(err error) answer {
	return answer{Complaints: []string{err.Error()}}
}
