import type { Detail } from '../../errors';
import type { CallStatement } from '../../values';
import type { Call } from '../endpoint';

/** An invalid value of a policy, with the code under which it is reported. */
export interface PolicyProblem extends Detail {
  readonly code: 'MS2007' | 'MS2009';
}

/** One policy of calls: all that the library knows of it but its form in each mesh. */
export interface CallPolicy<Value> {
  /** Feature of a mesh that carries it out, as reports and the table of features name it. */
  readonly feature: string;
  /** True when the options of a call ask for it. */
  readonly isStated: (options: CallStatement) => boolean;
  /** Value for a call: the stated one, or the one that follows from the callee. */
  readonly resolve: (call: Call) => Value;
  /** Value for requests of no stated call, by the callee's longest request in seconds. */
  readonly unstated: (longestRequest: number | undefined) => Value;
  /**
   * Key of a value: calls with equal keys share a route, and routes are sorted by it.
   *
   * It has a fixed length, or texts that name their field.
   */
  readonly same: (value: Value) => readonly (string | number)[];
  /** One value for several calls that must share a route; at least one value is given. */
  readonly merge: (values: readonly Value[]) => Value;
  /** Value as reports show it; undefined where there is nothing to show. */
  readonly describe: (value: Value) => string | undefined;
  /** Invalid values among the options of a call. */
  readonly problems: (call: Call) => readonly PolicyProblem[];
}
