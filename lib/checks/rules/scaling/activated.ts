import type { Activator, DeploymentWorkload } from '../../../program';
import { ScalingMetric } from '../../../values';
import { ScaledMicroservice, supportedSignals } from './scaled';

/** A microservice whose requests an activator holds while no replica runs. */
export interface ActivatedMicroservice {
  readonly microservice: DeploymentWorkload;
  readonly activator: Activator;
  /** The metrics that the autoscaler decides by, one or more. */
  readonly signals: readonly ScalingMetric[];
}

/** The microservice behind its activator; undefined without one, and where the autoscaler lacks a feature. */
export function activatedMicroservice(scaled: ScaledMicroservice): ActivatedMicroservice | undefined {
  const { microservice } = scaled;
  if (microservice.activator === undefined) return undefined;
  const signals = supportedSignals(scaled);
  return signals.length === 0 ? undefined : { microservice, activator: microservice.activator, signals };
}
