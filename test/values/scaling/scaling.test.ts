import { Scaling, ScalingMetric } from '../../../lib/values';

test('a fixed number has no autoscaler', () => {
  expect(Scaling.fixed(3)).toMatchObject({
    min: 3,
    max: 3,
    autoscaled: false,
    cpuUtilization: undefined,
    memoryUtilization: undefined,
  });
});

test('CPU, memory or both are aimed at, each with its own default', () => {
  expect(Scaling.onCpu({ max: 9 })).toMatchObject({
    min: 2,
    max: 9,
    autoscaled: true,
    cpuUtilization: 70,
    memoryUtilization: undefined,
  });
  expect(Scaling.onMemory({ min: 3, max: 9 })).toMatchObject({
    min: 3,
    autoscaled: true,
    cpuUtilization: undefined,
    memoryUtilization: 80,
  });
  expect(Scaling.onCpuAndMemory({ max: 9 })).toMatchObject({ min: 2, cpuUtilization: 70, memoryUtilization: 80 });
});

test('the fewest that nobody stated are no more than the most', () => {
  const fewest = (max: number) =>
    [
      Scaling.onCpu({ max }),
      Scaling.onMemory({ max }),
      Scaling.onCpuAndMemory({ max }),
      Scaling.on([ScalingMetric.concurrency(5)], { max }),
    ].map(({ min }) => min);
  expect([1, 2, 9].map(fewest)).toEqual([
    [1, 1, 1, 1],
    [2, 2, 2, 2],
    [2, 2, 2, 2],
  ]);
});

test('the aim can be stated', () => {
  expect(Scaling.onCpu({ max: 9, utilization: 50 })).toMatchObject({ cpuUtilization: 50 });
  expect(Scaling.onMemory({ max: 9, utilization: 60 })).toMatchObject({ memoryUtilization: 60 });
  expect(Scaling.onCpuAndMemory({ max: 9, cpuUtilization: 50, memoryUtilization: 60 })).toMatchObject({
    cpuUtilization: 50,
    memoryUtilization: 60,
  });
});
