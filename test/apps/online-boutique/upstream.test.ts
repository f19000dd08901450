import { all, find } from '../../support/manifests';
import { DEVIATIONS } from './deviations';
import { ENVIRONMENTS, manifestsFor } from './boutique';
import { factsOf, flatten } from './synthesized';
import { CALLS, UPSTREAM } from './upstream';

describe.each(ENVIRONMENTS)('%s', (environment) => {
  const manifests = manifestsFor(environment);

  test('the workloads are those of upstream', () => {
    expect(all(manifests, 'Deployment').map(({ metadata }) => metadata.name).sort()).toEqual(Object.keys(UPSTREAM).sort());
  });

  test.each(Object.entries(UPSTREAM))('%s is what upstream states, but for the deviations, all of them', (workload, facts) => {
    const [upstream, ours] = [flatten(facts), flatten(factsOf(manifests, workload))];
    const differences = [...new Set([...upstream.keys(), ...ours.keys()])].filter((fact) => upstream.get(fact) !== ours.get(fact));
    const deviations = DEVIATIONS.filter(({ workloads }) => workloads.includes(workload)).flatMap((deviation) => Object.entries(deviation.ours));
    expect(differences.map((fact) => [fact, ours.get(fact)]).sort()).toEqual(deviations.map(([fact, value]) => [fact, JSON.stringify(value)]).sort());
  });

  test('a load balancer leads to the frontend', () => {
    const { metadata, spec } = find(manifests, 'Service', 'frontend-external');
    expect(spec).toMatchObject({ type: 'LoadBalancer', selector: find(manifests, 'Service', 'frontend').spec.selector });
    expect(spec.ports).toEqual([expect.objectContaining({ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' })]);
    expect(all(manifests, 'Service').filter((service) => service.spec.type !== 'ClusterIP')).toEqual([expect.objectContaining({ metadata })]);
  });

  test('the load generator has no Service: nobody calls it', () => {
    expect(all(manifests, 'Service').map(({ metadata }) => metadata.name)).not.toContain('loadgenerator');
  });

  test('every caller is told where its callees are', () => {
    expect(CALLS).toHaveLength(16);
    for (const [caller, callee, containerPort] of CALLS) {
      const served = find(manifests, 'Service', callee).spec.ports.find(({ targetPort }) => targetPort === containerPort)!;
      const [container] = find(manifests, 'Deployment', caller).spec.template.spec.containers;
      expect(container!.env.map(({ value }) => value)).toContain(`${callee}:${served.port}`);
    }
  });
});

test('a deviation has a reason, and is listed once', () => {
  expect(DEVIATIONS.filter(({ reason }) => reason.length < 20)).toEqual([]);
  const listed = DEVIATIONS.flatMap(({ ours, workloads }) => workloads.flatMap((workload) => Object.keys(ours).map((fact) => `${workload} ${fact}`)));
  expect(listed).toEqual([...new Set(listed)]);
});
