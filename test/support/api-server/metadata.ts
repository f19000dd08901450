import { dns1035Label, dnsLabel, dnsSubdomain, Grammar, labelValue, pathSegment, qualifiedName } from './grammar';
import { AnyManifest, everyManifest, Metadata, podsOf, Problems, Rule } from './rule';

const CLUSTER_SCOPED = new Set([
  'APIService',
  'CSIDriver',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingWebhookConfiguration',
]);

/** Reports a name that is not a DNS subdomain. */
const NAMES: Readonly<Record<string, Grammar>> = {
  // 1.36 lets a Service begin with a digit; what is written for 1.27 may not.
  Service: dns1035Label,
  Namespace: dnsLabel,
  // Its name becomes a label of its pods.
  Job: (name) => dnsSubdomain(name) ?? (name.length > 63 ? 'must have at most 63 characters' : undefined),
  // Its jobs are named after it and the minute.
  CronJob: (name) => dnsSubdomain(name) ?? (name.length > 52 ? 'must have at most 52 characters' : undefined),
  ClusterRole: pathSegment,
  ClusterRoleBinding: pathSegment,
  Role: pathSegment,
  RoleBinding: pathSegment,
};

const MOST_ANNOTATION_BYTES = 256 * 1024;

export const METADATA_RULES: readonly Rule[] = [
  everyManifest("an object has a name of its kind's grammar", function* ({ kind, metadata = {} }) {
    const { name, generateName } = metadata;
    if (name === undefined && generateName === undefined) yield { path: '/metadata', message: 'must have a name' };
    const message = name === undefined ? undefined : (NAMES[kind] ?? dnsSubdomain)(name);
    if (message !== undefined) yield { path: '/metadata/name', message };
  }),

  everyManifest(
    'a namespace is a DNS label, and objects of the whole cluster have none',
    function* ({ kind, metadata = {} }) {
      const { namespace } = metadata;
      if (namespace === undefined) return;
      const message = CLUSTER_SCOPED.has(kind) ? `a ${kind} belongs to no namespace` : dnsLabel(namespace);
      if (message !== undefined) yield { path: '/metadata/namespace', message };
    },
  ),

  everyManifest('labels have valid keys and values', function* (manifest) {
    for (const [at, { labels = {} }] of everyMetadata(manifest)) yield* checkLabels(labels, `${at}/labels`);
  }),

  everyManifest('annotations have valid keys and fit', function* (manifest) {
    for (const [at, { annotations = {} }] of everyMetadata(manifest)) {
      for (const key of Object.keys(annotations)) {
        const message = qualifiedName(key.toLowerCase());
        if (message !== undefined) yield { path: `${at}/annotations`, message: `key ${key} ${message}` };
      }
      const bytes = Object.entries(annotations).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
      if (bytes > MOST_ANNOTATION_BYTES)
        yield { path: `${at}/annotations`, message: `must have at most ${MOST_ANNOTATION_BYTES} bytes` };
    }
  }),

  everyManifest('pod security labels of a namespace name a level and a version', function* ({ kind, metadata = {} }) {
    if (kind !== 'Namespace') return;
    for (const [key, value] of Object.entries(metadata.labels ?? {})) {
      if (!key.startsWith('pod-security.kubernetes.io/')) continue;
      const allowed = key.endsWith('-version') ? /^(latest|v1\.\d+)$/ : /^(privileged|baseline|restricted)$/;
      if (!allowed.test(value)) yield { path: '/metadata/labels', message: `${key} must match ${allowed.source}` };
    }
  }),
];

export function* checkLabels(labels: Readonly<Record<string, string>>, path: string): Problems {
  for (const [key, value] of Object.entries(labels)) {
    const keyMessage = qualifiedName(key);
    const valueMessage = labelValue(value);
    if (keyMessage !== undefined) yield { path, message: `key ${key} ${keyMessage}` };
    if (valueMessage !== undefined) yield { path, message: `value ${value} of ${key} ${valueMessage}` };
  }
}

/** The object's own metadata and that of its pods. */
function everyMetadata(manifest: AnyManifest): [string, Metadata][] {
  const pods = podsOf(manifest)
    .filter(({ at }) => at !== '')
    .map(({ at, metadata = {} }): [string, Metadata] => [`${at}/metadata`, metadata]);
  return [['/metadata', manifest.metadata ?? {}], ...pods];
}
