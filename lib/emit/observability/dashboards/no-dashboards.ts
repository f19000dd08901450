import type { Problem } from '../../../errors';
import { Dashboards } from './dashboards';

/** No dashboards. */
export class NoDashboards extends Dashboards {
  /** Name of the provider, for findings. */
  public readonly name = 'NoDashboards';

  /** @internal */
  public _declareMicroservice(): void {
    // Nothing shows them.
  }

  /** @internal */
  public _declareStack(): void {
    // Nothing shows them.
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return [];
  }
}
