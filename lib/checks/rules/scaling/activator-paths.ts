import type { Detail } from '../../../errors';
import { autoscalersWith, ScalingFeature } from '../../../emit/scaling';
import { activatedPorts, Reach } from '../../../program';
import { RolloutKind } from '../../../values';
import type { ActivatedMicroservice } from './activated';
import type { ScaledMicroservice } from './scaled';

/** Ways to the pods that bypass the activator, or that it cannot serve at once. */
export function pathsAroundActivator(activated: ActivatedMicroservice): Detail[] {
  const { name } = activated.microservice;
  return [...ownPaths(activated), ...callerPaths(activated)].map(({ given, ...rest }) => ({
    message: `requests to ${name} cannot be held until a replica runs`,
    given: `min was 0, and ${given}`,
    ...rest,
  }));
}

type Path = Omit<Detail, 'message'>;

function ownPaths({ microservice, activator: { address } }: ActivatedMicroservice): Path[] {
  const { settings, headless, exposures } = microservice;
  const { rollout } = settings.values;
  const requestPorts = activatedPorts(microservice);
  return [
    ...(rollout._kind === RolloutKind.ROLLING
      ? []
      : [
          {
            given: `its rollout is a ${rollout._kind}`,
            allowed: 'rolling updates: without replicas there is nothing to compare',
            fix: 'state Rollout.rolling(), or min of 1 or more',
          },
        ]),
    ...(headless
      ? [
          {
            given: 'it is headless',
            allowed: 'a Service with an address: callers of pods find none',
            fix: 'leave headless out, or state min of 1 or more',
          },
        ]
      : []),
    ...(exposures.length > 0 && (address !== undefined || !microservice.wayIn.isDefault)
      ? [
          {
            given: microservice.wayIn.isDefault
              ? 'it is exposed by a load balancer of its own, which leads to pods'
              : `it is exposed by ${microservice.wayIn.provider}, which leads to pods`,
            allowed: 'exposures by the gateway of a mesh',
            fix: 'use a platform with a mesh and its gateway, or state min of 1 or more',
          },
        ]
      : []),
    ...(requestPorts.length <= 1
      ? []
      : [
          {
            given: `requests go to ports ${requestPorts.map(({ number }) => number).join(' and ')}`,
            allowed: 'one port',
            fix: 'serve all requests on one port, or state min of 1 or more',
          },
        ]),
  ];
}

function callerPaths({
  microservice: { namespace, inbound },
  activator: { address, service },
}: ActivatedMicroservice): Path[] {
  const namespaces = [...new Set([namespace, ...inbound.map(({ caller }) => caller.workload?.namespace)])];
  return [
    ...inbound.flatMap((call): Path[] => {
      const port = call.port;
      return port?.protocol.hasRequests !== false
        ? []
        : [
            {
              given: `${call.caller.name} connects to port ${port.number}, which speaks ${port.protocol.name}`,
              allowed: 'callers that send requests of HTTP or gRPC',
              fix: 'have it send requests, or state min of 1 or more',
            },
          ];
    }),
    // Routes tell the activator from callers by its namespace.
    ...(address === undefined && namespaces.includes(service.namespace)
      ? [
          {
            given: `it, or a caller of it, is in ${service.namespace}, the namespace of the activator`,
            allowed: 'a namespace of its own for the activator: routes tell it from callers by its namespace',
            fix: 'install it in another namespace, or state another one for the stack',
          },
        ]
      : []),
  ];
}

/** Callees that scale to zero, with no activator in front of them. */
export function calleesWithoutActivator({
  autoscaling: { name, _features },
  microservice: { outbound },
}: ScaledMicroservice): Detail[] {
  const hasActivator = _features[ScalingFeature.ACTIVATION].supported;
  const reasons = new Map(
    outbound.flatMap((call) => {
      const port = call.port;
      // MS2001 to MS2003 report calls to no port.
      if (
        call.callee.workload?.scalesToZero !== true ||
        port === undefined ||
        call.activator !== undefined ||
        call.reach === Reach.CLUSTER
      )
        return [];
      return [
        [
          call.callee.name,
          hasActivator
            ? `port ${port.number} speaks ${port.protocol.name}`
            : `the caller's platform has ${name}, which has no activator`,
        ] as const,
      ];
    }),
  );
  return [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([callee, reason]) => ({
      message: `requests to ${callee} cannot be held until a replica runs`,
      given: `its reference says scalesToZero, and ${reason}`,
      allowed:
        'callers that send requests of HTTP or gRPC, on platforms with ' +
        `${autoscalersWith(ScalingFeature.ACTIVATION).join(' or ')}`,
      fix: hasActivator
        ? 'call a port that answers requests, or leave scalesToZero out of the reference'
        : 'state the activator of its cluster on the platform of the caller',
    }));
}
