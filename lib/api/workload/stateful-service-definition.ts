import { type DeploymentDefinition, headlessName } from '../../program';
import { ClaimPolicy, PodManagement } from '../../values';
import { microserviceDefinition } from './microservice-definition';
import type { StatefulServiceProps } from './stateful-service-props';
import type { WorkloadContext } from './workload-context';
import type { Statements } from './workload-state';

/** Definition of a stateful service: that of a microservice, and the names and claims of its replicas. */
export function statefulServiceDefinition(
  name: string,
  props: StatefulServiceProps,
  context: WorkloadContext,
  statements: Statements,
): DeploymentDefinition {
  const { claims = [], lifecycle = {}, telemetry = {}, pod = {}, ...stated } = props;
  const {
    podManagement = PodManagement.ORDERED,
    partition = 0,
    maxUnavailable,
    claimRetention: { whenDeleted = ClaimPolicy.RETAIN, whenScaled = ClaimPolicy.RETAIN } = {},
    ...lifecycleSettings
  } = lifecycle;
  const { objectives, ...microserviceTelemetry } = telemetry;
  const mounts = claims.flatMap((claim) => (claim.path === undefined ? [] : [claim.at(claim.path)]));
  return microserviceDefinition(
    name,
    {
      ...stated,
      ...(objectives && { objectives }),
      lifecycle: lifecycleSettings,
      telemetry: microserviceTelemetry,
      pod: { ...pod, mounts: [...mounts, ...(pod.mounts ?? [])] },
    },
    context,
    statements,
    {
      stateful: {
        claims: [...claims],
        headlessService: headlessName(name),
        podManagement,
        partition,
        maxUnavailable,
        claimRetention: { whenDeleted, whenScaled },
      },
    },
  );
}
