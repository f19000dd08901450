import * as fc from 'fast-check';
import { Duration } from 'cdk8s';
import { CanaryStep, Objective, Rollout } from '../../lib';
import { abortThreshold, secondsToJudge, SHORTEST_STEP_SECONDS, stepSeconds } from '../../lib/program';
import { runs } from './runs';

const RUNS = runs(500);

const objectives = fc.oneof(
  fc.constantFrom(90, 95, 99, 99.5, 99.9, 99.95).map((percent) => Objective.availability(percent)),
  fc
    .record({ percent: fc.constantFrom(50, 90, 95, 99), millis: fc.constantFrom(50, 250, 1000, 2500) })
    .map(({ percent, millis }) => Objective.latency(percent, Duration.millis(millis))),
);
const rates = fc.double({ min: 0.01, max: 100_000, noNaN: true });
const weights = fc.integer({ min: 1, max: 99 });

test(
  'a step shows as many failures as count of a version that just deserves to be taken back, and is never ' +
    'shorter than the shortest',
  () => {
    fc.assert(
      fc.property(
        fc.array(objectives, { minLength: 1, maxLength: 3 }),
        rates,
        weights,
        (judged, requestsPerSecond, percent) => {
          const step = CanaryStep.weight(percent);
          const seconds = stepSeconds(step, Rollout.canary({ steps: [step], requestsPerSecond }), judged)!;
          expect(Number.isInteger(seconds)).toBe(true);
          expect(seconds).toBeGreaterThanOrEqual(SHORTEST_STEP_SECONDS);
          for (const objective of judged) {
            const failures = requestsPerSecond * (percent / 100) * abortThreshold(objective) * seconds;
            // But for what floating point loses.
            expect(failures).toBeGreaterThanOrEqual(objective.minimumFailures * (1 - 1e-9));
          }
          // And no longer than one of them asks for.
          if (seconds > SHORTEST_STEP_SECONDS)
            expect(judged.map((objective) => secondsToJudge(objective, requestsPerSecond, percent))).toContain(seconds);
        },
      ),
      RUNS,
    );
  },
);

test('neither more traffic nor more weight makes a step longer, nor does another objective make it shorter', () => {
  fc.assert(
    fc.property(
      fc.array(objectives, { minLength: 2, maxLength: 3 }),
      rates,
      rates,
      weights,
      weights,
      (judged, rate, otherRate, weight, otherWeight) => {
        const seconds = (requestsPerSecond: number, percent: number, by: readonly Objective[] = judged) =>
          stepSeconds(CanaryStep.weight(percent), Rollout.canary({ requestsPerSecond }), by)!;
        expect(seconds(Math.max(rate, otherRate), weight)).toBeLessThanOrEqual(
          seconds(Math.min(rate, otherRate), weight),
        );
        expect(seconds(rate, Math.max(weight, otherWeight))).toBeLessThanOrEqual(
          seconds(rate, Math.min(weight, otherWeight)),
        );
        expect(seconds(rate, weight, judged.slice(1))).toBeLessThanOrEqual(seconds(rate, weight));
      },
    ),
    RUNS,
  );
});

test('a time that is stated holds, whatever the traffic', () => {
  fc.assert(
    fc.property(
      fc.array(objectives, { maxLength: 2 }),
      rates,
      weights,
      fc.integer({ min: 1, max: 86_400 }),
      (judged, requestsPerSecond, percent, stated) => {
        for (const step of [
          CanaryStep.weight(percent, Duration.seconds(stated)),
          CanaryStep.mirror(percent, Duration.seconds(stated)),
          CanaryStep.header('x-version', 'next', Duration.seconds(stated)),
        ]) {
          expect(stepSeconds(step, Rollout.canary({ requestsPerSecond }), judged)).toBe(stated);
        }
        expect(stepSeconds(CanaryStep.approval(), Rollout.canary({ requestsPerSecond }), judged)).toBeUndefined();
      },
    ),
    RUNS,
  );
});
