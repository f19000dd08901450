/** Groups of settings, by the settings that they hold; a setting outside of all groups is not listed. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  lifecycle: [
    'longestRequest',
    'concurrency',
    'startupTime',
    'minReady',
    'endpointPropagation',
    'rollout',
    'disruptionBudget',
    'reportUnstatedConfiguration',
    'terminationGracePeriod',
    'hooks',
  ],
  metadata: ['labels', 'annotations', 'podAnnotations'],
  pod: ['imagePullPolicy', 'imagePullSecrets'],
  'pod.placement': [
    'topologySpread',
    'nodeSelector',
    'tolerations',
    'priorityClassName',
    'nodeAffinity',
    'podAffinity',
    'schedulingGates',
    'runtimeClassName',
    'hostAliases',
    'dns',
  ],
  security: ['networkPolicy', 'hostUsers', 'shareProcessNamespace', 'appArmorProfile'],
  telemetry: ['alerts', 'tracing', 'propagators', 'instrumentation', 'logRetention'],
};

const GROUP_OF = new Map(Object.entries(GROUPS).flatMap(([group, names]) => names.map((name) => [name, group])));

/** Full name of a setting, such as `metadata.labels.team` of `labels.team`. */
export function settingName(name: string): string {
  const group = GROUP_OF.get(name.split('.')[0]!);
  return group === undefined ? name : `${group}.${name}`;
}

/** Path of a setting without its group, such as `labels` and `team`. */
export function ungrouped(path: readonly string[]): readonly string[] {
  const start = path.findIndex((segment, depth) => GROUP_OF.get(segment) === path.slice(0, depth).join('.'));
  return start < 0 ? path : path.slice(start);
}
