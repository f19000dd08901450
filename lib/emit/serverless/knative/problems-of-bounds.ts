import type { Problem } from '../../../errors';
import { FunctionWorkload, FunctionSize, originOf } from '../../../program';
import type { SettingProblem } from '../functions';
import type { KnativeFacts } from './facts';

/** Requests take no longer, and are no more at once, than the installation lets them. */
export function bounds(
  { name, settings, timeout }: FunctionSize,
  { maxRevisionTimeout, containerConcurrencyMaxLimit }: KnativeFacts,
): SettingProblem[] {
  const { longestRequest, startupTime, concurrency } = settings.values;
  const waits = timeout !== longestRequest;
  // Where one of them is too long by itself, a shorter other one is no remedy.
  const alone = Object.entries({ longestRequest, ...(waits && { startupTime }) })
    .filter(([, time]) => time > maxRevisionTimeout)
    .map(([setting]) => setting);
  return [
    ...(timeout <= maxRevisionTimeout
      ? []
      : [
          {
            settings: alone.length > 0 ? alone : ['longestRequest', 'startupTime'],
            problem: problem(
              `requests to ${name} may not take so long`,
              `longestRequest was ${longestRequest} s ` +
                `(${originOf(settings, 'longestRequest')})` +
                (waits ? `, and startupTime ${startupTime} s for the first replica` : ''),
              `up to ${maxRevisionTimeout} s${waits ? ' together' : ''}`,
              'shorten it, put the work into a queue, or have the operator raise max-revision-timeout-seconds and ' +
                'state maxRevisionTimeout',
            ),
          },
        ]),
    ...(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= containerConcurrencyMaxLimit
      ? []
      : [
          {
            settings: ['concurrency'],
            problem: problem(
              `a replica of ${name} cannot have so many requests at once`,
              `concurrency was ${concurrency} (${originOf(settings, 'concurrency')})`,
              `whole numbers from 1 to ${containerConcurrencyMaxLimit}`,
              'state how many requests one replica serves at once',
            ),
          },
        ]),
  ];
}

/** The time in which a new version comes is whole seconds. */
export function rollout({ name, rolloutDuration }: FunctionWorkload): Problem[] {
  return Number.isInteger(rolloutDuration) && rolloutDuration >= 0
    ? []
    : [
        problem(
          `new versions of ${name} cannot come so fast`,
          `rolloutDuration was ${rolloutDuration} s`,
          'whole seconds',
          'round it up',
        ),
      ];
}

function problem(message: string, given: string, allowed: string, fix: string): Problem {
  return { code: 'MS7007', message, given, allowed, fix };
}
