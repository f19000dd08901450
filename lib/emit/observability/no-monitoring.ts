import type { Problem } from '../../errors';
import { MonitoringFacts, NO_CONTRIBUTION, PodContribution } from '../../program';
import { MetricsAccess, keepOwn } from '../../values';
import { Monitoring } from './monitoring';

/** No monitoring that the library configures: metrics are served, and a scraper finds them by other means. */
export class NoMonitoring extends Monitoring {
  /** Name of the provider, for findings. */
  public readonly name = 'NoMonitoring';

  /** @internal */
  public readonly _facts: MonitoringFacts = {
    name: this.name,
    scrapes: false,
    onePort: false,
    access: MetricsAccess.openPort(),
    evaluatesRules: false,
    targetLabels: { namespace: 'namespace', name: 'job' },
  };

  public constructor() {
    super();
    keepOwn(this, NoMonitoring);
  }

  /** @internal */
  public _declareMicroservice(): void {
    // Nothing reads monitors or rules.
  }

  /** @internal */
  public _declareJob(): void {
    // Nothing evaluates rules.
  }

  /** @internal */
  public _contribution(): PodContribution {
    return NO_CONTRIBUTION;
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return [];
  }
}
