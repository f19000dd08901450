import { Duration, Size } from 'cdk8s';
import { AddressFormat, Claim, MicroserviceReference, Port, Scaling, StatefulService } from '../../../../lib';
import type { ICallee } from '../../../../lib/api/caller-and-callee';
import { all, find } from '../../../support/manifests';
import { IstioProgram } from './program';

const DATA = Claim.of('data', { size: Size.gibibytes(10), path: '/data' });

const serveDb = (program: IstioProgram, ports: Port[] = [Port.tcp(5432)], scaling = Scaling.fixed(3)) =>
  new StatefulService(program.stack('depot'), 'db', { image: 'ghcr.io/acme/db:16.4', claims: [DATA], ports, scaling });

const hostsOf = (program: IstioProgram, name: string) =>
  find(program.written(), 'Sidecar', name).spec.egress.flatMap(({ hosts }) => hosts);

test('callers know the Service of replicas too, and so do replicas that call each other', () => {
  const program = new IstioProgram();
  const db = serveDb(program);
  program.serve('web').calls(db);
  db.calls(db);
  expect(hostsOf(program, 'web')).toEqual([
    'depot/db-headless.depot.svc.cluster.local',
    'depot/db.depot.svc.cluster.local',
  ]);
  expect(hostsOf(program, 'db')).toEqual(['./db-headless.depot.svc.cluster.local', './db.depot.svc.cluster.local']);
});

test('the callee admits callers at its pods, by whichever address they come', () => {
  const program = new IstioProgram();
  program.serve('web').calls(serveDb(program));
  expect(find(program.written(), 'AuthorizationPolicy', 'db').spec).toMatchObject({
    selector: { matchLabels: { 'app.kubernetes.io/name': 'db' } },
    rules: [{ from: [{ source: { serviceAccounts: ['shop/web'] } }], to: [{ operation: { ports: ['5432'] } }] }],
  });
});

test('requests to a replica have the policy of their call, at the port of the container', () => {
  const program = new IstioProgram();
  const db = serveDb(program, [Port.http(80, { targetPort: 8080 })]);
  program.serve('web').calls(db, { timeout: Duration.seconds(2) });
  const routes = all(program.written(), 'VirtualService').filter(({ metadata }) => metadata.name.startsWith('db'));
  const host = 'db-headless.depot.svc.cluster.local';
  const [shared, replicas] = routes.map(({ spec }) => spec);
  expect([shared!.hosts, replicas!.hosts]).toEqual([['db.depot.svc.cluster.local'], [host]]);
  const route = [{ destination: { host, port: { number: 8080 } } }];
  expect(replicas!.http).toEqual([{ ...shared!.http[0], route }]);
  expect(replicas!.http[0]).toMatchObject({ timeout: '2s', retries: { attempts: 0 } });
});

test('no replica is ejected: the caller asks for this very one', () => {
  const program = new IstioProgram();
  program.serve('web').calls(serveDb(program));
  const { spec } = find(program.written(), 'DestinationRule', 'db-headless');
  expect(spec.host).toBe('db-headless.depot.svc.cluster.local');
  expect(spec.trafficPolicy).not.toHaveProperty('loadBalancer');
  expect(spec.trafficPolicy['outlierDetection']).not.toEqual(
    find(program.written(), 'DestinationRule', 'db').spec.trafficPolicy['outlierDetection'],
  );
});

describe('the variable of a caller', () => {
  const variable = (program: IstioProgram, callee: ICallee, format: AddressFormat) => {
    program.serve('web').calls(callee, { addresses: [{ name: 'DB', format }] });
    const { template } = find(program.written(), 'Deployment', 'web').spec;
    return template.spec.containers[0]!.env.find(({ name }) => name === 'DB')!.value;
  };

  test.each([
    [
      AddressFormat.replicas(),
      'db-0.db-headless.depot.svc:5432,db-1.db-headless.depot.svc:5432,db-2.db-headless.depot.svc:5432',
    ],
    [
      AddressFormat.replicas('{host}', ' '),
      'db-0.db-headless.depot.svc db-1.db-headless.depot.svc db-2.db-headless.depot.svc',
    ],
    [AddressFormat.replica(0), 'db-0.db-headless.depot.svc:5432'],
    [AddressFormat.replica(1, 'tcp://{host}:{port}'), 'tcp://db-1.db-headless.depot.svc:5432'],
  ])('holds addresses of replicas (%#)', (format, expected) => {
    const program = new IstioProgram();
    expect(variable(program, serveDb(program), format)).toBe(expected);
  });

  test('holds the port of the container', () => {
    const program = new IstioProgram();
    const db = serveDb(program, [Port.tcp(5432, { targetPort: 15432 })], Scaling.fixed(1));
    expect(variable(program, db, AddressFormat.replicas())).toBe('db-0.db-headless.depot.svc:15432');
  });

  test('is the same where the callee is stated elsewhere', () => {
    const program = new IstioProgram();
    const db = new MicroserviceReference({ name: 'db', namespace: 'depot', ports: [Port.tcp(5432)], replicas: 2 });
    expect(variable(program, db, AddressFormat.replicas())).toBe(
      'db-0.db-headless.depot.svc:5432,db-1.db-headless.depot.svc:5432',
    );
    expect(hostsOf(program, 'web')).toContain('depot/db-headless.depot.svc.cluster.local');
  });
});
