import { objectionTo } from './autoscaler-status';

const condition = (type: string, status: string, reason: string) => ({
  type,
  status,
  reason,
  message: `${reason} it is`,
});
const able = condition('AbleToScale', 'True', 'SucceededGetScale');

test('one that finds its workload is taken, whether there are metrics or not', () => {
  expect(objectionTo({ conditions: [able, condition('ScalingActive', 'True', 'ValidMetricFound')] })).toBeUndefined();
  for (const kind of ['ContainerResource', 'External'])
    expect(
      objectionTo({ conditions: [able, condition('ScalingActive', 'False', `FailedGet${kind}Metric`)] }),
    ).toBeUndefined();
});

test('one that nobody has looked at is not', () => {
  expect(objectionTo()).toBe('it has not been looked at');
  expect(objectionTo({ conditions: [able] })).toBe('it has not been looked at');
});

test('one that misses its workload, shares its pods, or asks for what no metric is, is not', () => {
  expect(objectionTo({ conditions: [condition('AbleToScale', 'False', 'FailedGetScale')] })).toBe(
    'FailedGetScale: FailedGetScale it is',
  );
  for (const reason of ['AmbiguousSelector', 'InvalidSelector', 'InvalidMetricSourceType', 'ScalingDisabled'])
    expect(objectionTo({ conditions: [able, condition('ScalingActive', 'False', reason)] })).toMatch(reason);
});
