import type { IConstruct } from 'constructs';
import { MS1031 } from '../../checks';
import { report } from '../../errors';
import type { ConfigurationSource, DeploymentWorkload, FunctionWorkload, JobWorkload } from '../../program';
import { Layer, ownOf, PodSecurityLevel } from '../../values';
import { isFromOtherCopy } from '../../arguments';
import { Platform } from '../../platform';
import { configurationOf } from '../tree/stated-objects';
import { chartOf, stackOf } from '../tree/scopes';
import { type StackMember, stackStateOf } from '../tree/stack-state';

/** Context that the application stack gives a workload. */
export interface WorkloadContext {
  readonly platform: Platform;
  readonly layer: Layer;
  readonly namespace: string;
  readonly partOf: string;
  readonly podSecurity: PodSecurityLevel | undefined;
  readonly configuration: ConfigurationSource;
  /** Microservices of the stack; grows as they are stated. */
  readonly members: StackMember<DeploymentWorkload>[];
  /** Functions of the stack; grows as they are stated. */
  readonly functions: StackMember<FunctionWorkload>[];
  /** Jobs of the stack; grows as they are stated. */
  readonly jobs: StackMember<JobWorkload>[];
}

/** Context of a workload; outside of a stack, a finding is reported and an empty platform stands in. */
export function workloadContext(construct: IConstruct, id: string, what: string): WorkloadContext {
  const stack = stackOf(construct);
  if (stack !== undefined && !isFromOtherCopy(stack)) {
    const { platform, layer, id: partOf, namespace: facts, members, functions, jobs } = stackStateOf(stack);
    return {
      platform,
      layer,
      namespace: facts.name,
      partOf,
      podSecurity: facts.existing ? undefined : facts.podSecurity,
      configuration: configurationOf(construct, facts.name),
      members,
      functions,
      jobs,
    };
  }
  // Of another copy, it is reported by itself.
  if (stack === undefined) {
    report(construct, {
      definition: MS1031,
      message: `a ${what} stands outside of an application stack`,
      given: `its scope was ${construct.node.scope!.node.path || 'the app'}`,
      allowed: 'an ApplicationStack, or a construct inside one',
      fix: `state new ApplicationStack(app, 'shop'), and pass it as the scope`,
    });
  }
  const namespace = chartOf(construct)?.namespace ?? 'default';
  return {
    platform: ownOf(new Platform()),
    layer: { origin: 'stack', values: {} },
    namespace,
    partOf: id,
    podSecurity: undefined,
    configuration: configurationOf(construct, namespace),
    members: [],
    functions: [],
    jobs: [],
  };
}
