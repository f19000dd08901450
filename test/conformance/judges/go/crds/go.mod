// Modules that ship CustomResourceDefinitions as YAML; not built. Each is downloaded by itself and compared with go.sum, so
// that none of them decides the version of another. Never run `go mod tidy` here: nothing imports them.
module judges/crds

go 1.26.0

require (
	github.com/argoproj/argo-cd/v3 v3.4.5
	github.com/cert-manager/cert-manager v1.21.2
	github.com/external-secrets/external-secrets v1.3.2
	github.com/kubernetes-csi/external-snapshotter/client/v8 v8.7.0
	k8s.io/autoscaler/vertical-pod-autoscaler v1.5.1
	knative.dev/serving v0.51.0
	sigs.k8s.io/gateway-api v1.6.3
)
