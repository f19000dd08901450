package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"k8s.io/apimachinery/pkg/runtime"
	"knative.dev/pkg/apis"
	v1 "knative.dev/serving/pkg/apis/serving/v1"
	"knative.dev/serving/pkg/apis/serving/v1beta1"
)

// resource is what Knative's webhooks are about.
type resource interface {
	runtime.Object
	apis.Defaultable
	apis.Validatable
}

var resources = map[string]func() resource{
	"serving.knative.dev/v1 Configuration":      func() resource { return &v1.Configuration{} },
	"serving.knative.dev/v1 Revision":           func() resource { return &v1.Revision{} },
	"serving.knative.dev/v1 Route":              func() resource { return &v1.Route{} },
	"serving.knative.dev/v1 Service":            func() resource { return &v1.Service{} },
	"serving.knative.dev/v1beta1 DomainMapping": func() resource { return &v1beta1.DomainMapping{} },
}

func decodeObject(text []byte) (resource, error) {
	var kind struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
	}
	if err := json.Unmarshal(text, &kind); err != nil {
		return nil, err
	}
	empty, known := resources[kind.APIVersion+" "+kind.Kind]
	if !known {
		return nil, fmt.Errorf("Knative Serving has no %s of %s", kind.Kind, kind.APIVersion)
	}
	object := empty()
	return object, decodeStrictly(text, object)
}

func decodeStrictly(text []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}
