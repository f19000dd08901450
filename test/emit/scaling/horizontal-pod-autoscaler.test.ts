import { Scaling } from '../../../lib/values';
import { cart, codesOf, deploymentOf, rendered } from '../kubernetes/program';

const metric = (name: string, averageUtilization: number) => ({
  type: 'ContainerResource',
  containerResource: { name, container: 'cart', target: { type: 'Utilization', averageUtilization } },
});
const specOf = (scaling: Scaling) =>
  rendered(
    'HorizontalPodAutoscaler',
    cart({ scaling, pod: { containers: [{ name: 'proxy', image: 'acme/proxy:1' }] } }).autoscaler,
  ).spec;

test('scales the Deployment between its bounds', () => {
  expect(specOf(Scaling.onCpu({ min: 3, max: 20 }))).toMatchObject({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
    minReplicas: 3,
    maxReplicas: 20,
  });
});

test('two replicas at least where nothing is said', () => {
  expect(specOf(Scaling.onMemory({ max: 20 })).minReplicas).toBe(2);
});

test.each([
  [Scaling.onCpu({ max: 4 }), [metric('cpu', 70)]],
  [Scaling.onCpu({ max: 4, utilization: 55 }), [metric('cpu', 55)]],
  [Scaling.onMemory({ max: 4 }), [metric('memory', 80)]],
  [Scaling.onCpuAndMemory({ max: 4 }), [metric('cpu', 70), metric('memory', 80)]],
  [
    Scaling.onCpuAndMemory({ max: 4, cpuUtilization: 60, memoryUtilization: 65 }),
    [metric('cpu', 60), metric('memory', 65)],
  ],
])('looks at the main container alone: %j', (scaling, metrics) => {
  expect(specOf(scaling).metrics).toEqual(metrics);
});

test('owns the number of replicas alone', () => {
  const microservice = cart({ scaling: Scaling.onCpu({ max: 4 }) });
  expect(deploymentOf(microservice).spec).not.toHaveProperty('replicas');
});

test('is not there where the number is fixed', () => {
  expect(cart().autoscaler).toBeUndefined();
});

test.each([
  Scaling.onCpu({ min: 5, max: 4 }),
  Scaling.onCpu({ min: 0, max: 4 }),
  Scaling.onCpu({ max: 4, utilization: 0.7 }),
  Scaling.fixed(-1),
  Scaling.fixed(1.5),
])('refuses %j', (scaling) => {
  expect(codesOf(cart({ scaling }))).toEqual(['MS1021']);
});
