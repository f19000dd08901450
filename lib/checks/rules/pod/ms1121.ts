import { type Detail, type Rule, Severity } from '../../../errors';
import { hookSeconds, lifecycle, originOf, type Workload, WorkloadKind } from '../../../program';
import { isWhole, SHUTDOWN_MARGIN_SECONDS } from '../../../values';

const LONGEST = 2 ** 31 - 1;

/** A stated grace period is shorter than what a pod needs to end. */
export const MS1121: Rule<Workload> = {
  code: 'MS1121',
  title: 'the grace period is shorter than the end of a pod',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A pod that is told to end waits until its callers have learned of it, runs its own hook, and then ends its ' +
    'requests. What is not done when the grace period is over is killed. State a longer `terminationGracePeriod`, ' +
    'leave it out, since it is computed then, or acknowledge the finding where the requests may be lost.',
  reads: 'lifecycle of the workload',

  evaluate: (facts) => {
    if (facts.kind === WorkloadKind.FUNCTION) return [];
    const { settings, ports, name } = facts;
    const { hooks, gracePeriod, longestRequest } = settings.values;
    const hook = hookSeconds(hooks);
    const invalid = (
      [
        ['preStop', hooks.preStop],
        ['postStart', hooks.postStart],
      ] as const
    ).flatMap(([field, each]): Detail[] =>
      each === undefined || isWhole(each._longest.toMilliseconds({ integral: false }) / 1000, 0, LONGEST)
        ? []
        : [time(`lifecycle.hooks.${field}`, each._longest.toHumanString())],
    );
    if (invalid.length > 0) return invalid;
    if (facts.kind === WorkloadKind.JOB) {
      const { terminationGracePeriod } = facts.run;
      return hook === 0 || !isWhole(terminationGracePeriod, 0) || terminationGracePeriod >= hook
        ? []
        : [tooShort(name, terminationGracePeriod, hook, `${hook} s lifecycle.hooks.preStop`, `job ${name}`)];
    }
    if (gracePeriod === undefined) return [];
    if (!isWhole(gracePeriod, 0, LONGEST)) return [time('lifecycle.terminationGracePeriod', `${gracePeriod} s`)];
    const { preStop, neededGracePeriod } = lifecycle({ ...settings.values, serves: ports.length > 0 });
    const sum = [
      ...(preStop > 0 ? [`${preStop} s lifecycle.endpointPropagation`] : []),
      ...(hook > 0 ? [`${hook} s lifecycle.hooks.preStop`] : []),
      `${longestRequest} s lifecycle.longestRequest`,
      `${SHUTDOWN_MARGIN_SECONDS} s margin`,
    ].join(' + ');
    return gracePeriod >= neededGracePeriod
      ? []
      : [tooShort(name, gracePeriod, neededGracePeriod, sum, originOf(settings, 'terminationGracePeriod'))];
  },
};

function time(field: string, given: string): Detail {
  return {
    message: `${field} is not a time that the API accepts`,
    given: `it was ${given}`,
    allowed: `whole seconds from 0 s to ${LONGEST} s`,
    fix: 'state the time in whole seconds, as in Duration.seconds(30)',
  };
}

function tooShort(name: string, stated: number, needed: number, sum: string, origin: string): Detail {
  return {
    message: `${name} is killed before it has ended`,
    given: `terminationGracePeriod was ${stated} s (${origin}); ${sum} = ${needed} s`,
    allowed: `${needed} s and more`,
    fix: `state terminationGracePeriod: Duration.seconds(${needed}) or more, or shorter parts of the sum`,
  };
}
