import { Detail, Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { LoadFacts } from '../../../values';

/** The load that scaling is planned for is valid. */
export const MS6009: Rule<Pick<DeploymentWorkload, 'settings'>> = {
  code: 'MS6009',
  title: 'invalid load',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'The peak and what one replica serves are above 0, the quiet load is from 0 up to the peak, and the ' +
    'growth is 0 or more.',
  reads: 'scaling of the microservice',

  evaluate: ({ settings }) => {
    const { _load: load, _plan: plan } = settings.values.scaling;
    return load === undefined || plan !== undefined ? [] : invalidLoad(load);
  },
};

function invalidLoad({ peak, perReplica, quiet, growthPerMinute, metricsLag }: LoadFacts): Detail[] {
  const invalid = (given: string, allowed: string): Detail => ({
    message: 'the load is invalid',
    given,
    allowed,
    fix: 'state the load that was measured, or that is expected',
  });
  const [isPeak, isQuiet] = [isAbove(peak, 0), isAbove(quiet, 0) || quiet === 0];
  return [
    ...(isPeak ? [] : [invalid(`peakRequestsPerSecond was ${peak}`, 'numbers above 0')]),
    ...(isAbove(perReplica, 0) ? [] : [invalid(`requestsPerSecondPerReplica was ${perReplica}`, 'numbers above 0')]),
    ...(isQuiet && !(isPeak && quiet > peak)
      ? []
      : [invalid(`quietRequestsPerSecond was ${quiet}, the peak ${peak}`, 'from 0 up to the peak')]),
    // Growth that is not stated follows from the other two.
    ...(isAbove(growthPerMinute, 0) || growthPerMinute === 0 || !isPeak || !isQuiet || quiet > peak
      ? []
      : [invalid(`growthPerMinute was ${growthPerMinute}`, 'numbers from 0')]),
    ...(Number.isInteger(metricsLag) && metricsLag >= 0
      ? []
      : [invalid(`metricsLag was ${metricsLag} s`, 'whole seconds from 0')]),
  ];
}

function isAbove(value: number, bound: number): boolean {
  return Number.isFinite(value) && value > bound;
}
