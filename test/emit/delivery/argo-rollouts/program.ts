import { Duration } from 'cdk8s';
import {
  ArgoRollouts,
  ArgoRolloutsProps,
  CanaryOptions,
  IstioIngressGateway,
  MicroserviceProps,
  Objective,
  PlatformProps,
  PrometheusOperator,
  Rollout,
} from '../../../../lib';
import { IstioProgram, PROMETHEUS } from '../../mesh/istio/program';
import { find, ManifestObject } from '../../../support/manifests';

export const ADDRESS = 'http://prometheus-operated.monitoring:9090';

/** Prometheus that controllers can ask. */
export const MONITORING = new PrometheusOperator({ selector: { release: 'prometheus' }, address: ADDRESS });

/** Objectives that a new version is judged by. */
export const OBJECTIVES = [Objective.availability(99.9), Objective.latency(99, Duration.millis(250))];

/** A program on Istio with Argo Rollouts. */
export function rolloutsProgram(
  controller: ArgoRolloutsProps = {},
  platform: PlatformProps = { observability: { monitoring: MONITORING } },
): IstioProgram {
  return new IstioProgram({ ingressGateway: new IstioIngressGateway() }, { scrapers: [PROMETHEUS] }, undefined, {
    delivery: new ArgoRollouts(controller),
    ...platform,
  });
}

/** `cart`, brought out by a canary and called by `web`. */
export function canaried(
  options: CanaryOptions = {},
  props: Partial<MicroserviceProps> = {},
  program = rolloutsProgram(),
) {
  const cart = program.serve('cart', {
    objectives: OBJECTIVES,
    ...props,
    lifecycle: { rollout: Rollout.canary(options), ...props.lifecycle },
  });
  program.serve('web').calls(cart, { timeout: Duration.seconds(1), idempotent: true });
  return { program, cart };
}

/** The strategy of the Rollout of `cart`. */
export function strategyOf(written: readonly ManifestObject[]) {
  return find(written, 'Rollout', 'cart').spec.strategy;
}

/** The canary of the Rollout of `cart`. */
export function canaryOf(written: readonly ManifestObject[]) {
  return strategyOf(written).canary;
}
