import {
  type AlertSettings,
  type Cascade,
  type Conflict,
  type Instrumentation,
  LIBRARY_SETTINGS,
  type Layer,
  type MicroserviceSettings,
  type Propagator,
  type ResourceFacts,
  Rollout,
  RolloutKind,
  type Scaling,
  type SecuritySettings,
  type Setting,
  type Toleration,
  type TopologySpread,
  byteQuantity,
  cascade,
  cpuQuantity,
  daysOf,
  describe,
  effective,
  pathKey,
  resolveResources,
  secondsOf,
  settingName,
  writtenName,
  ungrouped,
} from '../../values';
import { boundsDisruptions } from './availability';
import { loadArithmetic, podsArithmetic } from './scaling-report';

type Labels = Readonly<Record<string, string>>;

/** Settings in effect for one microservice; times in seconds. */
export interface EffectiveSettings {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly podAnnotations: Labels;
  readonly imagePullPolicy: string;
  readonly imagePullSecrets: readonly string[];
  readonly resources: ResourceFacts;
  readonly scaling: Scaling;
  readonly rollout: Rollout;
  readonly disruptionBudget: boolean | undefined;
  readonly longestRequest: number;
  readonly concurrency: number;
  readonly startupTime: number;
  readonly minReady: number;
  readonly endpointPropagation: number;
  readonly reportUnstatedConfiguration: boolean;
  readonly security: SecuritySettings & { readonly addCapabilities: readonly string[] };
  readonly topologySpread: readonly TopologySpread[];
  readonly nodeSelector: Labels;
  readonly tolerations: readonly Toleration[];
  readonly priorityClassName: string | undefined;
  readonly networkPolicy: boolean;
  readonly alerts: AlertSettings;
  /** True where the workload is traced on a platform that traces. */
  readonly tracing: boolean;
  readonly propagators: readonly Propagator[] | undefined;
  readonly instrumentation: Instrumentation | undefined;
  /** In days. */
  readonly logRetention: number | undefined;
}

/** Settings in effect with their origins, and statements without effect. */
export interface ResolvedSettings {
  readonly values: EffectiveSettings;
  readonly conflicts: readonly Conflict[];
  /** Paths of the settings that the platform requires, such as `security` and `runAsNonRoot`. */
  readonly required: readonly (readonly string[])[];
  /** All settings by name: stated, set by the library, or derived from others. For people and findings. */
  readonly all: () => readonly Setting[];
  /** Origin of a stated setting by its full name. Undefined where it is not stated. */
  readonly statedOrigin: (name: string) => string | undefined;
}

/** The origin of settings that nothing below can change. */
export const REQUIRED = 'platform (required)';

/** Merges the settings of library, platform, stack and microservice. Required settings of the platform win. */
export function resolveSettings(
  platform: MicroserviceSettings,
  stack: Layer,
  microservice: Layer,
  required: MicroserviceSettings,
  library: MicroserviceSettings = LIBRARY_SETTINGS,
): ResolvedSettings {
  const layers = [
    { origin: 'library', values: library },
    { origin: 'platform', values: platform },
    stack,
    microservice,
  ];
  const laid = cascade(layers, { origin: REQUIRED, values: required });
  const stated = effective(laid.leaves) as MicroserviceSettings;
  const { lifecycle = {}, metadata = {}, telemetry = {}, pod = {}, security = {} } = stated;
  const { placement = {} } = pod;
  const seconds = (name: 'longestRequest' | 'startupTime' | 'minReady' | 'endpointPropagation') =>
    secondsOf(lifecycle[name]!);
  let origins: ReadonlyMap<string, string> | undefined;
  return {
    conflicts: written(laid.conflicts),
    required: [...laid.leaves.values()].filter(({ origin }) => origin === REQUIRED).map(({ path }) => ungrouped(path)),
    all: () => settings(laid, stated),
    statedOrigin: (name) => {
      const path = name.split('.');
      const origin = laid.leaves.get(pathKey(path))?.origin;
      // Only keys of maps, from the third part on, hold dots themselves.
      return origin ?? (path.length < 3 ? undefined : (origins ??= originsOf(laid)).get(name));
    },
    values: {
      labels: metadata.labels ?? {},
      annotations: metadata.annotations ?? {},
      podAnnotations: metadata.podAnnotations ?? {},
      imagePullPolicy: pod.imagePullPolicy!,
      imagePullSecrets: pod.imagePullSecrets ?? [],
      resources: resolveResources(stated.resources),
      scaling: stated.scaling!._planned(seconds('startupTime')),
      rollout: lifecycle.rollout!,
      disruptionBudget: lifecycle.disruptionBudget,
      longestRequest: seconds('longestRequest'),
      concurrency: lifecycle.concurrency!,
      startupTime: seconds('startupTime'),
      minReady: seconds('minReady'),
      endpointPropagation: seconds('endpointPropagation'),
      reportUnstatedConfiguration: lifecycle.reportUnstatedConfiguration ?? false,
      security: { ...security, addCapabilities: security.addCapabilities ?? [] },
      topologySpread: placement.topologySpread!,
      nodeSelector: placement.nodeSelector ?? {},
      tolerations: placement.tolerations ?? [],
      priorityClassName: placement.priorityClassName,
      networkPolicy: security.networkPolicy!,
      alerts: telemetry.alerts ?? {},
      tracing: telemetry.tracing ?? true,
      propagators: telemetry.propagators,
      instrumentation: telemetry.instrumentation,
      logRetention: telemetry.logRetention && daysOf(telemetry.logRetention),
    },
  };
}

/** Requests and limits of a container other than the main one. Required ones of the platform win. */
export function containerResources(
  name: string,
  resources: MicroserviceSettings['resources'],
  required: MicroserviceSettings,
): { readonly stated: MicroserviceSettings['resources']; readonly conflicts: readonly Conflict[] } {
  const none = { values: {} };
  const layers = [
    { origin: 'library', ...none },
    { origin: 'platform', ...none },
  ];
  const own = { origin: `container ${name}`, values: { resources } };
  const laid = cascade([...layers, own], { origin: REQUIRED, values: { resources: required.resources } });
  return { stated: (effective(laid.leaves) as MicroserviceSettings).resources, conflicts: written(laid.conflicts) };
}

/** Labels in effect for a stack as a whole. */
export function effectiveLabels(platform: MicroserviceSettings, stack: Layer, required: MicroserviceSettings): Labels {
  const { metadata } = stack.values as MicroserviceSettings;
  return { ...platform.metadata?.labels, ...metadata?.labels, ...required.metadata?.labels };
}

/** Conflicts with the names of their settings as reports show them. */
function written(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.map((conflict) => ({ ...conflict, name: writtenName(conflict.name) }));
}

/** True for the origin of the own settings of a workload of a name. */
export function isOwnOrigin(name: string, origin: string): boolean {
  return ['microservice', 'function', 'stateful service', 'agent'].some((kind) => origin === `${kind} ${name}`);
}

/** Origin of a setting for reports; its name may leave out the group. */
export function originOf({ statedOrigin }: ResolvedSettings, name: string): string {
  const full = settingName(name);
  const source = sourceOf(full);
  return statedOrigin(full) ?? (source === full ? undefined : statedOrigin(source)) ?? 'library';
}

function originsOf({ leaves }: Cascade): ReadonlyMap<string, string> {
  return new Map([...leaves].map(([key, { origin }]) => [writtenName(key), origin]));
}

function settings(laid: Cascade, stated: MicroserviceSettings): Setting[] {
  const statedSettings = [...laid.leaves].map(([key, { value, origin }]): Setting => ({
    name: writtenName(key),
    value: describe(value),
    origin,
  }));
  const byName = (a: Setting, b: Setting) => (a.name < b.name ? -1 : 1);
  return [...statedSettings, ...derived(stated, originsOf(laid))].sort(byName);
}

/** Settings that follow from others, where they are not stated. */
const SOURCES: Readonly<Record<string, string>> = {
  'resources.cpu.request': 'resources.cpu.limit',
  'resources.memory.request': 'resources.memory.limit',
  'resources.memory.limit': 'resources.memory.request',
  'lifecycle.disruptionBudget': 'scaling',
};

/** The setting that an unstated one follows from; itself where it follows from none. */
function sourceOf(name: string): string {
  return SOURCES[name] ?? (name.startsWith('scaling.') ? 'scaling' : name);
}

/** Unstated settings that follow from others, with the origin of these. */
function derived(stated: MicroserviceSettings, origins: ReadonlyMap<string, string>): Setting[] {
  const { cpu, memory } = resolveResources(stated.resources);
  const startupTime = secondsOf(stated.lifecycle!.startupTime!);
  const scaling = stated.scaling!._planned(startupTime);
  const values = {
    'resources.cpu.request': cpuQuantity(cpu.request!),
    'resources.memory.request': byteQuantity(memory.request!),
    'resources.memory.limit': byteQuantity(memory.limit!),
    'lifecycle.disruptionBudget': String(boundsDisruptions(undefined, scaling.max)),
    'scaling.pods': podsArithmetic(scaling, surgeOf(stated.lifecycle!.rollout!)),
    ...loadArithmetic(scaling, startupTime),
  };
  return Object.entries(values)
    .filter(([name]) => !origins.has(name))
    .map(([name, value]) => ({ name, value, origin: origins.get(sourceOf(name)) ?? 'library' }));
}

/**
 * Percent of the replicas that run beside them while a new version comes: at most a whole new set, where the two stand
 * side by side.
 */
function surgeOf({ _kind: kind, surgePercent }: Rollout): number {
  return surgePercent ?? (kind === RolloutKind.RECREATE ? 0 : 100);
}
