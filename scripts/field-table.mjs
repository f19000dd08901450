// Writes the names of fields of each kind that the library makes, from the types of kubernetes-models: what patches are
// judged by. With --check, tells whether the table is up to date.
import { requireSource, writeDoc } from './generated-doc.mjs';

const { closedSchema, prepareSchema } = requireSource('../test/support/judge/schema-cache');

const MOST = 118;
const KINDS = [
  'apps/v1/DaemonSet',
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'argoproj.io/v1alpha1/AnalysisTemplate',
  'argoproj.io/v1alpha1/Rollout',
  'autoscaling.k8s.io/v1/VerticalPodAutoscaler',
  'autoscaling/v2/HorizontalPodAutoscaler',
  'batch/v1/CronJob',
  'batch/v1/Job',
  'grafana.integreatly.org/v1beta1/GrafanaDashboard',
  'keda.sh/v1alpha1/ScaledObject',
  'keda.sh/v1alpha1/TriggerAuthentication',
  'monitoring.coreos.com/v1/PodMonitor',
  'monitoring.coreos.com/v1/PrometheusRule',
  'monitoring.coreos.com/v1/ServiceMonitor',
  'networking.istio.io/v1/DestinationRule',
  'networking.istio.io/v1/Gateway',
  'networking.istio.io/v1/ServiceEntry',
  'networking.istio.io/v1/Sidecar',
  'networking.istio.io/v1/VirtualService',
  'networking.k8s.io/v1/NetworkPolicy',
  'opentelemetry.io/v1alpha1/Instrumentation',
  'policy/v1/PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding',
  'rbac.authorization.k8s.io/v1/RoleBinding',
  'security.istio.io/v1/AuthorizationPolicy',
  'security.istio.io/v1/PeerAuthentication',
  'serving.knative.dev/v1/Service',
  'telemetry.istio.io/v1/Telemetry',
  'v1/ConfigMap',
  'v1/Namespace',
  'v1/Service',
  'v1/ServiceAccount',
];

prepareSchema();
const { kinds, definitions } = closedSchema();
const numbers = new Map();

/** Number of the line with the fields of a schema; undefined where any field may stand. */
function lineOf(schema, within = []) {
  if (schema.ref !== undefined)
    return within.includes(schema.ref) ? undefined : lineOf(definitions[schema.ref], [...within, schema.ref]);
  if (schema.type === 'array') return lineOf(schema.items, within);
  if (schema.anyOf !== undefined) {
    const lines = schema.anyOf.map((branch) => lineOf(branch, within)).filter((line) => line !== undefined);
    return lines.length === 1 ? lines[0] : undefined;
  }
  if (schema.properties === undefined || schema.additional !== undefined) return undefined;
  const fields = Object.entries(schema.properties)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => [name, lineOf(field, within)])
    .map(([name, line]) => (line === undefined ? name : `${name}:${line}`));
  const text = fields.join(' ');
  if (!numbers.has(text)) numbers.set(text, numbers.size);
  return numbers.get(text);
}

/** A line and those that it goes on in. */
function wrapped(text) {
  const lines = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined) lines.push(word);
    else if (line.length + word.length >= MOST) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

const heads = KINDS.map((kind) => `${kind} ${lineOf(kinds[kind].schema)}`);
const lines = [...numbers].map(([text, number]) => wrapped(`${number} ${text}`));
await writeDoc(
  'lib/emit/kubernetes/fields/field-table.ts',
  `// Made by \`node scripts/field-table.mjs\` from the types of kubernetes-models; do not edit.

/** A number for each kind, then the names of the fields by number; a name may lead to the fields of its own. */
export const FIELD_TABLE = \`
${[...heads, ...lines].join('\n')}
\`;
`,
  'node scripts/field-table.mjs',
);
