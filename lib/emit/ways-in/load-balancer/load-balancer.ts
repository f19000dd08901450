import type { Problem } from '../../../errors';
import type { WayInFacts } from '../../../program';
import { keepOwn } from '../../../values';
import { loadBalancerSpec } from '../../kubernetes';
import { ServiceObjects } from '../service-objects';
import { type Entered, WayIn, type WayInObjects } from '../way-in';
import { SERVICE_FEATURES } from './features';

/** A Service of type LoadBalancer for each exposed microservice. */
export class LoadBalancer extends WayIn {
  /** Name of the way in, for findings. */
  public readonly name = 'LoadBalancer';

  /** @internal */
  public readonly _features = SERVICE_FEATURES;

  public constructor() {
    super();
    keepOwn(this, LoadBalancer);
  }

  /** @internal */
  public _facts(): WayInFacts {
    return { provider: this.name, isDefault: false };
  }

  /** @internal */
  public _declareMicroservice(entered: Entered): WayInObjects {
    return new ServiceObjects(entered, () => loadBalancerSpec(entered.workload()));
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return [];
  }

  /** @internal */
  public _problems(): Problem[] {
    return [];
  }
}
