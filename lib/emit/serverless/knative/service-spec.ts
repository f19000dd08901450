import type { IService } from '@kubernetes-models/knative/serving.knative.dev/v1/Service';
import { mergedAnnotations, mountsOf, spreadConstraint, toleration, volumes, workloadLabels } from '../../kubernetes';
import { FunctionWorkload, startOf } from '../../../program';
import { ContainerRole } from '../../../values';
import { autoscalingAnnotations } from './autoscaling';
import { functionContainer } from './container';
import { PROGRESS_DEADLINE, PROGRESS_DEADLINE_SECONDS } from './defaults';
import type { KnativeFacts } from './facts';
import { KnativeFeature } from './features';
import { platformVariables } from './variables';

type Template = NonNullable<NonNullable<IService['spec']>['template']>;
type RevisionSpec = NonNullable<Template['spec']>;

/** A function as Knative runs it: each change of the template makes a revision, and the newest takes all requests. */
export function serviceSpec(facts: FunctionWorkload, knative: KnativeFacts): NonNullable<IService['spec']> {
  return { template: template(facts, knative), traffic: [{ latestRevision: true, percent: 100 }] };
}

function template(facts: FunctionWorkload, knative: KnativeFacts): Template {
  const { mesh, telemetry, settings } = facts;
  return {
    metadata: {
      labels: { ...mesh.podLabels, ...telemetry.podLabels, ...workloadLabels(facts) },
      annotations: {
        ...mergedAnnotations(
          { ...autoscalingAnnotations(facts), ...deadline(facts), ...telemetry.podAnnotations },
          settings.values.podAnnotations,
        ),
      },
    },
    spec: { ...revisionSpec(facts, knative), ...placement(facts, knative) },
  };
}

function revisionSpec(facts: FunctionWorkload, knative: KnativeFacts): RevisionSpec {
  const { concurrency, imagePullSecrets, security } = facts.settings.values;
  const main = facts.containers.find(({ role }) => role === ContainerRole.MAIN)!;
  const mounted = volumes(mountsOf(main, security.readOnlyRootFilesystem ?? true));
  return {
    containerConcurrency: concurrency,
    // The activator counts from the arrival of a request, so that the start is included.
    timeoutSeconds: facts.timeout,
    // Else the cluster's default ends requests that begin to answer later.
    responseStartTimeoutSeconds: facts.timeout,
    serviceAccountName: facts.account.name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    ...(security.fsGroup !== undefined &&
      knative.features.includes(KnativeFeature.SECURITY_CONTEXT) && { securityContext: { fsGroup: security.fsGroup } }),
    containers: [functionContainer(facts, main, platformVariables(facts, knative))],
    ...(mounted.length > 0 && { volumes: mounted }),
    ...(imagePullSecrets.length > 0 && { imagePullSecrets: imagePullSecrets.map((name) => ({ name })) }),
  };
}

/** Placement of the pods, as far as Knative allows it. */
function placement(facts: FunctionWorkload, { features }: KnativeFacts): Partial<RevisionSpec> {
  const { nodeSelector, tolerations, topologySpread, priorityClassName } = facts.settings.values;
  const on = (feature: KnativeFeature) => features.includes(feature);
  return {
    ...(on(KnativeFeature.TOPOLOGY_SPREAD) &&
      topologySpread.length > 0 && {
        topologySpreadConstraints: topologySpread.map((spread) => spreadConstraint(spread, facts)),
      }),
    ...(on(KnativeFeature.NODE_SELECTOR) &&
      Object.keys(nodeSelector).length > 0 && { nodeSelector: { ...nodeSelector } }),
    ...(on(KnativeFeature.TOLERATIONS) && tolerations.length > 0 && { tolerations: tolerations.map(toleration) }),
    ...(on(KnativeFeature.PRIORITY_CLASS_NAME) && priorityClassName !== undefined && { priorityClassName }),
  };
}

/** A revision that takes long to start is given longer before it counts as failed. */
function deadline(facts: FunctionWorkload): Record<string, string> {
  const { progressDeadline } = startOf(facts);
  return progressDeadline <= PROGRESS_DEADLINE_SECONDS ? {} : { [PROGRESS_DEADLINE]: `${progressDeadline}s` };
}
