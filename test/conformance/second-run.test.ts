import { withSecondRuns } from './second-run';

/** Suites that fail, by the number of suites beside them. */
async function outcomeOf(suites: readonly string[], fails: (suite: string, beside: number) => boolean) {
  const runs: (readonly string[])[] = [];
  const outcome = await withSecondRuns(suites, (some) => {
    runs.push(some);
    return Promise.resolve(some.filter((suite) => fails(suite, some.length - 1)));
  });
  return { ...outcome, runs };
}

test('a suite that fails only beside others passes, and is named', async () => {
  expect(await outcomeOf(['api', 'keda', 'istio'], (suite, beside) => suite === 'keda' && beside > 0)).toEqual({
    failed: [],
    passedAlone: ['keda'],
    runs: [['api', 'keda', 'istio'], ['keda']],
  });
});

test('a suite that fails alone too has failed', async () => {
  expect(await outcomeOf(['api', 'keda'], (suite) => suite === 'keda')).toEqual({
    failed: ['keda'],
    passedAlone: [],
    runs: [['api', 'keda'], ['keda']],
  });
});

test('a suite that ran alone has no second run', async () => {
  expect(await outcomeOf(['keda'], () => true)).toEqual({ failed: ['keda'], passedAlone: [], runs: [['keda']] });
});

test('more than three failures have no second run', async () => {
  const suites = ['api', 'keda', 'istio', 'helm', 'peers'];
  expect(await outcomeOf(suites, (suite, beside) => suite !== 'api' && beside > 0)).toEqual({
    failed: ['keda', 'istio', 'helm', 'peers'],
    passedAlone: [],
    runs: [suites],
  });
});
