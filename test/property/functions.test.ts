import { App } from 'cdk8s';
import * as fc from 'fast-check';
import { ServerlessFunction } from '../../lib';
import { isError } from '../../lib/errors';
import { findingsOf } from '../checks/cases';
import { find, synthesize } from '../support/manifests';
import { functionOf, functionSpecs } from './random-functions';
import { runs } from './runs';

test('whatever is stated of a function is refused, or valid and within the bounds that follow from it', () => {
  let [right, wrong] = [0, 0];
  fc.assert(
    fc.property(functionSpecs(), (spec) => {
      const resized = functionOf(spec);
      const errors = findingsOf(resized.node.root as App).filter(isError);
      if (errors.length > 0) {
        wrong += 1;
        expect(errors.filter(({ code }) => !/^MS700[35-8]$|^MS1009$|^MS1050$/.test(code))).toEqual([]);
        return;
      }
      right += 1;
      judge(resized);
    }),
    { ...runs(150), seed: 7 },
  );
  // Neither kind is rare.
  expect(Math.min(right, wrong)).toBeGreaterThan(20);
});

function judge(resized: ServerlessFunction): void {
  const manifests = synthesize(resized.node.root as App);
  const { template } = find(manifests, 'KnativeService', 'thumbnail').spec;
  const { timeoutSeconds, containerConcurrency, containers } = template.spec as unknown as {
    timeoutSeconds: number;
    containerConcurrency: number;
    containers: { ports: { name: string }[] }[];
  };
  const annotation = (name: string) =>
    Number((template.metadata.annotations as Record<string, string>)[`autoscaling.knative.dev/${name}`]);
  const { values } = resized._facts.settings;
  const [min, max] = [annotation('min-scale'), annotation('max-scale')];
  expect(max).toBeGreaterThanOrEqual(Math.max(min, 1));
  expect(timeoutSeconds).toBe(values.longestRequest + (min === 0 ? values.startupTime : 0));
  expect(timeoutSeconds).toBeLessThanOrEqual(600);
  expect(containerConcurrency).toBe(values.concurrency);
  // Requests come to where queue-proxy takes the protocol, from nobody but Knative.
  const [requests] = find(manifests, 'NetworkPolicy', 'thumbnail').spec.ingress;
  expect(requests!.ports.map(({ port }) => port)).toEqual([containers[0]!.ports[0]!.name === 'h2c' ? 8013 : 8012]);
  // Every declared call is allowed at both ends.
  expect(JSON.stringify(find(manifests, 'NetworkPolicy', 'store').spec.egress)).toContain('3scale-kourier-gateway');
  expect(JSON.stringify(find(manifests, 'NetworkPolicy', 'store').spec.ingress)).toContain(
    '"app.kubernetes.io/name":"thumbnail"',
  );
}
