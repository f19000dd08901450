import { variableOf, variableSourceOf } from '../../emit/kubernetes';
import {
  AdditionalContainer,
  ContainerFacts,
  ContainerProps,
  ContainerRole,
  InitContainer,
  Port,
  Probe,
  ResourceFacts,
  resolveResources,
  Variable,
} from '../../values';
import type { Platform } from '../../platform';

/** What the main container has beside what every container has. */
export interface MainContainer extends ContainerProps {
  readonly name: string;
  readonly ports: readonly Port[];
  readonly resources: ResourceFacts;
  readonly startup?: Probe | undefined;
  readonly readiness?: Probe | undefined;
  readonly liveness?: Probe | undefined;
}

/**
 * The containers of a pod: those that run first, the main one, those beside it; each list in the order in which it was
 * given.
 */
export function containersOf(
  main: MainContainer,
  init: readonly InitContainer[],
  additional: readonly AdditionalContainer[],
  platform: Platform,
): ContainerFacts[] {
  return [
    ...init.map((each) => ({
      ...container(each, ContainerRole.INIT, resolveResources(each.resources), platform),
      ...(each.calls !== undefined && { calls: each.calls }),
    })),
    { ...container(main, ContainerRole.MAIN, main.resources, platform), ports: [...main.ports] },
    ...additional.map((each) =>
      container(
        each,
        each.sidecar ? ContainerRole.SIDECAR : ContainerRole.ADDITIONAL,
        resolveResources(each.resources),
        platform,
      ),
    ),
  ];
}

type Stated = ContainerProps & {
  readonly name: string;
  readonly startup?: Probe | undefined;
  readonly readiness?: Probe | undefined;
  readonly liveness?: Probe | undefined;
};

function container(props: Stated, role: ContainerRole, resources: ResourceFacts, platform: Platform): ContainerFacts {
  const { name, command, args, workingDirectory, envFrom = [], mounts = [], startup, readiness, liveness } = props;
  return {
    name,
    role,
    image: platform.resolveImage(props.image),
    ...(command && { command: [...command] }),
    ...(args && { args: [...args] }),
    ...(workingDirectory !== undefined && { workingDirectory }),
    variables: variablesOf(props),
    variableSources: envFrom.map(variableSourceOf),
    mounts: [...mounts],
    resources,
    ports: [],
    ...(startup && { startup }),
    ...(readiness && { readiness }),
    ...(liveness && { liveness }),
  };
}

function variablesOf({ env = {}, envValues = {} }: ContainerProps): Variable[] {
  return [
    ...Object.entries(env).map(([name, value]) => ({ name, value })),
    ...Object.entries(envValues).map(([name, value]) => variableOf(name, value)),
  ];
}
