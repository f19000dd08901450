import type { Problem } from '../../../errors';
import { Dashboards } from './dashboards';
import { keepOwn } from '../../../values';

/** No dashboards. */
export class NoDashboards extends Dashboards {
  /** Name of the provider, for findings. */
  public readonly name = 'NoDashboards';

  public constructor() {
    super();
    keepOwn(this, NoDashboards);
  }

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
