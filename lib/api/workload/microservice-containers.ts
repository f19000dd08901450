import { Duration } from 'cdk8s';
import { variableOf, variableSourceOf } from '../../emit/kubernetes';
import { statedStart } from '../../program';
import {
  AdditionalContainer,
  ContainerFacts,
  ContainerProps,
  ContainerRole,
  InitContainer,
  Mount,
  Port,
  Probes,
  ResourceFacts,
  resolveResources,
  Variable,
  Volume,
  WorkloadLifecycle,
} from '../../values';
import { containerResources } from '../../program';
import type { Platform } from '../../platform';

/** The main container. */
export interface MainContainer extends ContainerProps {
  readonly name: string;
  readonly ports: readonly Port[];
  readonly resources: ResourceFacts;
  readonly probes: Probes;
}

/** Containers of a pod: init containers, the main container, additional containers; each list in its given order. */
export function containersOf(
  main: MainContainer,
  init: readonly InitContainer[],
  additional: readonly AdditionalContainer[],
  platform: Platform,
): ContainerFacts[] {
  return [
    ...init.map((each) => ({
      ...beside(each, ContainerRole.INIT, platform),
      ...(each.calls !== undefined && { calls: each.calls }),
    })),
    { ...container(main, ContainerRole.MAIN, main.resources, platform), ports: [...main.ports] },
    ...additional.map((each) =>
      beside(each, each.sidecar ? ContainerRole.SIDECAR : ContainerRole.ADDITIONAL, platform),
    ),
  ];
}

/** A container other than the main one, with the requests and limits that the platform requires of all. */
function beside(props: InitContainer | AdditionalContainer, role: ContainerRole, platform: Platform): ContainerFacts {
  const { stated, conflicts } = containerResources(props.name, props.resources, platform.required);
  return { ...container(props, role, resolveResources(stated), platform), conflicts };
}

/** The time of a start follows from a startup probe that states its failures, unless it is stated itself. */
export function withStart<T extends WorkloadLifecycle>(lifecycle: T | undefined, probes: Probes): T | undefined {
  const start = statedStart(probes);
  return start === undefined || lifecycle?.startupTime !== undefined
    ? lifecycle
    : ({ ...lifecycle, startupTime: Duration.seconds(start) } as T);
}

type Stated = ContainerProps & {
  readonly name: string;
  readonly probes?: Probes | undefined;
};

function container(props: Stated, role: ContainerRole, resources: ResourceFacts, platform: Platform): ContainerFacts {
  const { name, command, args, workingDir, envFrom = [], mounts = [], probes = {} } = props;
  const { startup, readiness, liveness, none } = probes;
  return {
    name,
    role,
    image: platform.resolveImage(props.image),
    ...(command && { command: [...command] }),
    ...(args && { args: [...args] }),
    ...(workingDir !== undefined && { workingDir }),
    variables: variablesOf(props),
    variableSources: envFrom.map(variableSourceOf),
    mounts: mounts.map((mount) => withImage(mount, platform)),
    resources,
    ports: [],
    ...(none === true && { noProbes: true }),
    ...(startup && { startup }),
    ...(readiness && { readiness }),
    ...(liveness && { liveness }),
  };
}

/** A mount of the files of an image, with the reference to pull. */
function withImage(mount: Mount, platform: Platform): Mount {
  const { volume, path, readOnly, subPath } = mount;
  const { name, _source: source } = volume;
  if (source.kind !== 'image') return mount;
  return new Mount(
    Volume._of(name, { ...source, image: platform.resolveImage(source.image) }),
    path,
    readOnly,
    subPath,
  );
}

function variablesOf({ env = {}, envValues = {} }: ContainerProps): Variable[] {
  return [
    ...Object.entries(env).map(([name, value]) => ({ name, value })),
    ...Object.entries(envValues).map(([name, value]) => variableOf(name, value)),
  ];
}
