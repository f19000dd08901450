package main

import (
	"context"
	"fmt"

	"knative.dev/pkg/apis"
)

// admit does what the webhooks do when an object is created: defaults, then validation. Warnings count.
func admit(ctx context.Context, object resource) (result answer) {
	defer func() {
		if cause := recover(); cause != nil {
			result = refused(fmt.Errorf("it panics: %v", cause))
		}
	}()
	ctx = apis.WithinCreate(ctx)
	object.SetDefaults(ctx)
	return answer{Defaulted: object, Complaints: complaints(object.Validate(ctx))}
}

func complaints(found *apis.FieldError) []string {
	said := []string{}
	for _, each := range found.WrappedErrors() {
		said = append(said, each.Error())
	}
	if len(said) == 0 && found != nil {
		said = append(said, found.Error())
	}
	return said
}
