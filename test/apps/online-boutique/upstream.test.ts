import { all, find, only, workloadsOf } from '../../support/manifests';
import { DEVIATIONS } from './deviations';
import { ENVIRONMENTS, manifestsFor, WITH_ISTIO } from './boutique';
import { factsOf, flatten } from './synthesized';
import { CALLS, UPSTREAM } from './upstream';

describe.each(ENVIRONMENTS)('%s', (environment) => {
  const manifests = manifestsFor(environment);

  test('the workloads are those of upstream', () => {
    expect(
      workloadsOf(manifests)
        .map(({ metadata }) => metadata.name)
        .sort(),
    ).toEqual(Object.keys(UPSTREAM).sort());
  });

  test.each(Object.entries(UPSTREAM))(
    '%s is what upstream states, but for the deviations, all of them',
    (workload, facts) => {
      const [upstream, ours] = [flatten(facts), flatten(factsOf(manifests, workload))];
      const differences = [...new Set([...upstream.keys(), ...ours.keys()])].filter(
        (fact) => upstream.get(fact) !== ours.get(fact),
      );
      const deviations = DEVIATIONS.filter(
        ({ workloads, environments = ENVIRONMENTS }) =>
          workloads.includes(workload) && environments.includes(environment),
      ).flatMap((deviation) => Object.entries(deviation.ours));
      expect(differences.map((fact) => [fact, ours.get(fact)]).sort()).toEqual(
        deviations.map(([fact, value]) => [fact, JSON.stringify(value)]).sort(),
      );
    },
  );

  test(
    WITH_ISTIO.includes(environment)
      ? 'the ingress gateway leads to the frontend, by HTTPS'
      : 'a load balancer leads to the frontend',
    () => {
      const loadBalancers = all(manifests, 'Service')
        .filter((service) => service.spec.type !== 'ClusterIP')
        .map(({ metadata }) => metadata.name);
      if (WITH_ISTIO.includes(environment)) {
        expect(loadBalancers).toEqual([]);
        const hosts = ['./shop.example.com'];
        expect(only(manifests, 'Gateway')).toMatchObject({
          metadata: { name: 'frontend-external', namespace: 'online-boutique' },
          spec: { selector: { istio: 'ingress' } },
        });
        expect(only(manifests, 'Gateway').spec.servers).toEqual([
          {
            port: { number: 80, name: 'http-shop.example.com', protocol: 'HTTP' },
            hosts,
            tls: { httpsRedirect: true },
          },
          {
            port: { number: 443, name: 'https-shop.example.com', protocol: 'HTTPS' },
            hosts,
            tls: { mode: 'SIMPLE', credentialName: 'shop-example-com', minProtocolVersion: 'TLSV1_2' },
          },
        ]);
        if (environment === 'flagger') {
          expect(find(manifests, 'Canary', 'frontend').spec.service).toMatchObject({
            hosts: expect.arrayContaining(['shop.example.com']),
            gateways: expect.arrayContaining(['online-boutique/frontend-external']),
            timeout: '15s',
            retries: { attempts: 0 },
          });
          return;
        }
        const { spec } = find(manifests, 'VirtualService', 'frontend-external');
        expect(spec).toMatchObject({ hosts: ['shop.example.com'], gateways: ['online-boutique/frontend-external'] });
        // A customer waits as long as the frontend's longest request takes, and nothing is sent twice.
        const destination = (service: string) => ({
          host: `${service}.online-boutique.svc.cluster.local`,
          port: { number: 80 },
        });
        const split = environment === 'istio' && [
          { destination: destination('frontend-stable'), weight: 100 },
          { destination: destination('frontend-canary'), weight: 0 },
        ];
        expect(spec.http).toEqual([
          {
            name: 'default',
            route: split || [{ destination: destination('frontend') }],
            timeout: '15s',
            retries: { attempts: 0 },
          },
        ]);
        return;
      }
      const { spec } = find(manifests, 'Service', 'frontend-external');
      expect(spec).toMatchObject({
        type: 'LoadBalancer',
        selector: find(manifests, 'Service', 'frontend').spec.selector,
      });
      expect(spec.ports).toEqual([
        expect.objectContaining({ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' }),
      ]);
      expect(loadBalancers).toEqual(['frontend-external']);
    },
  );

  test('the load generator has no Service: nobody calls it', () => {
    expect(all(manifests, 'Service').map(({ metadata }) => metadata.name)).not.toContain('loadgenerator');
  });

  test('every caller is told where its callees are', () => {
    expect(CALLS).toHaveLength(16);
    for (const [caller, callee, containerPort] of CALLS) {
      // Flagger makes the Service from what its Canary says.
      const canary = all(manifests, 'Canary').find(({ metadata }) => metadata.name === callee);
      const port =
        canary === undefined
          ? find(manifests, 'Service', callee).spec.ports.find(({ targetPort }) => targetPort === containerPort)!.port
          : canary.spec.service.port;
      const [container] = workloadsOf(manifests).find(({ metadata }) => metadata.name === caller)!.spec.template.spec
        .containers;
      expect(container!.env.map(({ value }) => value)).toContain(`${callee}:${port}`);
    }
  });
});

test('a deviation has a reason, and is listed once', () => {
  expect(DEVIATIONS.filter(({ reason }) => reason.length < 20)).toEqual([]);
  const listed = DEVIATIONS.flatMap(({ ours, workloads }) =>
    workloads.flatMap((workload) => Object.keys(ours).map((fact) => `${workload} ${fact}`)),
  );
  expect(listed).toEqual([...new Set(listed)]);
});
