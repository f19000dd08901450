package main

import (
	"context"
	"fmt"

	"knative.dev/serving/pkg/apis/config"
)

// configured gives what Knative reads from its ConfigMaps.
func configured(given map[string]map[string]string) (context.Context, error) {
	read := config.FromContextOrDefaults(context.Background())
	for name, data := range given {
		var err error
		switch name {
		case config.FeaturesConfigName:
			read.Features, err = config.NewFeaturesConfigFromMap(data)
		case config.DefaultsConfigName:
			read.Defaults, err = config.NewDefaultsConfigFromMap(data)
		default:
			err = fmt.Errorf("it decides nothing here")
		}
		if err != nil {
			return nil, fmt.Errorf("ConfigMap %s: %w", name, err)
		}
	}
	return config.ToContext(context.Background(), read), nil
}
