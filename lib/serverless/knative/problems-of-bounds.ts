import type { Problem } from '../../errors';
import { FunctionFacts, originOf } from '../../model';
import type { KnativeFacts } from './facts';

/** Requests take no longer, and are no more at once, than the installation lets them. */
export function bounds({ name, settings, timeout, rolloutDuration }: FunctionFacts, { maxRevisionTimeout, containerConcurrencyMaxLimit }: KnativeFacts): Problem[] {
  const { longestRequest, startupTime, concurrency } = settings.values;
  const problem = (message: string, given: string, allowed: string, fix: string): Problem => ({ code: 'MS7007', message, given, allowed, fix });
  return [
    ...(timeout <= maxRevisionTimeout ? [] : [problem(`requests to ${name} may not take so long`, `longestRequest was ${longestRequest} s (${originOf(settings, 'longestRequest')})${timeout === longestRequest ? '' : `, and startupTime ${startupTime} s for the first replica`}`, `up to ${maxRevisionTimeout} s${timeout === longestRequest ? '' : ' together'}`, 'shorten it, put the work into a queue, or have the operator raise max-revision-timeout-seconds and state maxRevisionTimeout')]),
    ...(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= containerConcurrencyMaxLimit ? [] : [problem(`a replica of ${name} cannot have so many requests at once`, `concurrency was ${concurrency} (${originOf(settings, 'concurrency')})`, `whole numbers from 1 to ${containerConcurrencyMaxLimit}`, 'state how many requests one replica serves at once')]),
    ...(Number.isInteger(rolloutDuration) && rolloutDuration >= 0 ? [] : [problem(`new versions of ${name} cannot come so fast`, `rolloutDuration was ${rolloutDuration} s`, 'whole seconds', 'round it up')]),
  ];
}
