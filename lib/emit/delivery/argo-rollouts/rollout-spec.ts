import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import { deploymentSpec } from '../../kubernetes';
import { DeploymentWorkload, serviceOf } from '../../../program';
import { RolloutKind } from '../../../values';
import { HASH_ARGUMENT, objectiveAnalyses } from './analysis';
import { canarySteps, managedRoutes } from './steps';
import { drainSeconds } from './times';

type Spec = IRollout['spec'];
type Strategy = NonNullable<Spec['strategy']>;

/** Replicas beside the wanted ones, where replicas are exchanged one by one. */
const SURGE = '25%';

/** Spec of the Rollout: that of the Deployment, with another strategy. */
export function rolloutSpec(facts: DeploymentWorkload): Spec {
  const { strategy, ...spec } = deploymentSpec(facts);
  return {
    ...spec,
    strategy:
      facts.settings.values.rollout._kind === RolloutKind.BLUE_GREEN
        ? { blueGreen: blueGreen(facts) }
        : { canary: canary(facts) },
  };
}

function canary(facts: DeploymentWorkload): Strategy['canary'] {
  const {
    delivery: { versions },
    mesh: { routes = [] },
  } = facts;
  const judged = objectiveAnalyses(facts);
  const routed = versions !== undefined && routes.length > 0;
  const managed = routed ? managedRoutes(facts) : [];
  return {
    ...(versions !== undefined && { stableService: versions.stable, canaryService: versions.canary }),
    maxSurge: SURGE,
    maxUnavailable: 0,
    ...(routed && {
      scaleDownDelaySeconds: drainSeconds(facts),
      abortScaleDownDelaySeconds: drainSeconds(facts),
      trafficRouting: {
        ...(managed.length > 0 && { managedRoutes: managed.map((name) => ({ name })) }),
        istio: {
          virtualServices: routes.map(({ virtualService, routes: names }) => ({
            name: virtualService,
            routes: [...names],
          })),
        },
      },
    }),
    steps: canarySteps(facts, routed),
    ...(judged.length > 0 && {
      analysis: {
        templates: judged.map(({ template }) => ({ templateName: template })),
        ...(judged.some(({ byHash }) => byHash) && {
          args: [{ name: HASH_ARGUMENT, valueFrom: { podTemplateHashValue: 'Latest' } }],
        }),
      },
    }),
  };
}

function blueGreen(facts: DeploymentWorkload): Strategy['blueGreen'] {
  const { autoPromotion, scaleDownDelay } = facts.settings.values.rollout;
  return {
    activeService: serviceOf(facts),
    previewService: previewName(facts.name),
    autoPromotionEnabled: autoPromotion!,
    scaleDownDelaySeconds: scaleDownDelay!,
    abortScaleDownDelaySeconds: drainSeconds(facts),
    maxUnavailable: 0,
  };
}

/** The Service that leads to the version that is not switched to yet. */
export function previewName(name: string): string {
  return `${name}-preview`;
}
