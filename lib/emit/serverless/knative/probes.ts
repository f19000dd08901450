import type { IProbe } from 'kubernetes-models/v1/Probe';
import { probe } from '../../kubernetes';
import { EffectiveSettings, healthOf, healthWithoutStartup, ProbeFacts } from '../../../program';
import { ContainerFacts } from '../../../values';

type Probes = Partial<Record<'startupProbe' | 'readinessProbe' | 'livenessProbe', IProbe>>;

/**
 * The probes of a function's container: no startup probe of its own accord, since Knative then waits for the kubelet,
 * and every start takes longer.
 */
export function functionProbes(container: ContainerFacts, settings: EffectiveSettings): Probes {
  const stated = healthOf(container, settings);
  const { startup, readiness, liveness } = container.startup
    ? stated
    : healthWithoutStartup(stated, settings.startupTime);
  return {
    ...(startup && { startupProbe: explicit(probe(startup)) }),
    ...(readiness && { readinessProbe: readinessProbe(readiness) }),
    ...(liveness && { livenessProbe: explicit(probe(liveness)) }),
  };
}

/**
 * Without times of its own, queue-proxy asks many times a second until the first success: a start waits for no period.
 */
function readinessProbe(facts: ProbeFacts): IProbe {
  const { period, timeout, initialDelay, failureThreshold } = facts.probe._timing;
  const { periodSeconds, timeoutSeconds, failureThreshold: failures, ...rest } = explicit(probe(facts));
  const timed = [period, timeout, initialDelay, failureThreshold].some((time) => time !== undefined);
  return {
    ...rest,
    successThreshold: facts.successThreshold,
    ...(timed && { periodSeconds, timeoutSeconds, failureThreshold: failures }),
  };
}

/** Knative writes the service of a gRPC probe out: an apply would find it changed. */
function explicit(rendered: IProbe): IProbe {
  return rendered.grpc === undefined ? rendered : { ...rendered, grpc: { service: '', ...rendered.grpc } };
}
