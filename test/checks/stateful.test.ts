import { Size } from 'cdk8s';
import {
  AccessMode,
  AddressFormat,
  ApplicationStack,
  Claim,
  ClusterFacts,
  Job,
  KubernetesVersion,
  MicroserviceReference,
  Platform,
  Port,
  Rollout,
  Scaling,
  ServerlessFunction,
  StatefulService,
  type StatefulServiceProps,
  Volume,
} from '../../lib';
import { cart, type Case, describeCode, findings, IMAGE } from './cases';

const alone = { scaling: Scaling.fixed(1), lifecycle: { rollout: Rollout.recreate() } };
const DATA = Claim.of('data', { size: Size.gibibytes(10), path: '/data' });

const db = (stack: ApplicationStack, props: Partial<StatefulServiceProps> = {}) =>
  new StatefulService(stack, 'db', { image: IMAGE, ports: [Port.tcp(5432)], claims: [DATA], ...props });

/** Of the stateful service `db`, by its properties. */
const ofDb = (
  name: string,
  bad: Partial<StatefulServiceProps>,
  good: Partial<StatefulServiceProps>,
  said: Pick<Case, 'given' | 'fix'>,
): Case => ({
  name,
  bad: (stack) => void db(stack, bad),
  good: (stack) => void db(stack, good),
  path: 'shop/db',
  ...said,
});

const claims = (...all: Claim[]) => ({ claims: all });
const claim = (name: string, props: Partial<Parameters<typeof Claim.of>[1]> = {}) =>
  Claim.of(name, { size: Size.gibibytes(1), path: `/${name}`, ...props });

describeCode('MS1070', [
  ofDb('two of one name', claims(claim('data'), claim('data', { path: '/b' })), claims(claim('data'), claim('b')), {
    given: "'data' stands for two claims",
    fix: 'rename one',
  }),
  ofDb('an invalid name', claims(claim('My.Data')), claims(claim('my-data')), {
    given: "the name was 'My.Data'",
    fix: "name it 'my-data'",
  }),
  ofDb('no size', claims(claim('data', { size: Size.mebibytes(0) })), claims(claim('data')), {
    given: 'claim data had size 0Mi',
    fix: 'Size.gibibytes(10)',
  }),
  ofDb('a class of no name', claims(claim('data', { storageClass: '' })), claims(claim('data')), {
    given: "storageClass ''",
    fix: 'leave storageClass out',
  }),
]);

test('two claims at one path are two mounts at one path', () => {
  const found = findings((stack) => void db(stack, claims(claim('a', { path: '/x' }), claim('b', { path: '/x/' }))));
  expect(found.map(({ code }) => code)).toEqual(['MS1012']);
});

test('a claim and another volume of one name are two volumes of one name', () => {
  const pod = { mounts: [Volume.emptyDir('data').at('/cache')] };
  expect(findings((stack) => void db(stack, { pod })).map(({ code }) => code)).toEqual(['MS1014']);
});

describeCode('MS1071', [
  ofDb(
    'a claim that is mounted and not stated',
    { claims: [], pod: { mounts: [DATA.at('/data')] } },
    {},
    {
      given: 'container db mounts it at /data',
      fix: 'state it among claims too',
    },
  ),
  ofDb(
    'a claim that nobody mounts',
    claims(Claim.of('data', { size: Size.gibibytes(1) })),
    {},
    {
      given: 'claim data had no path',
      fix: 'state its path',
    },
  ),
  {
    name: 'a claim of a job',
    bad: (stack) => void new Job(stack, 'cart', { image: IMAGE, pod: { mounts: [DATA.at('/data')] } }),
    good: (stack) => void cart(stack, { ...alone, pod: { mounts: [DATA.at('/data')] } }),
    given: 'container cart mounts it at /data',
    fix: 'state a Microservice or StatefulService',
  },
  {
    name: 'a claim of a function',
    bad: (stack) => {
      const mounts = [Volume.claimNamed('files', 'files', { accessMode: AccessMode.READ_WRITE_MANY }).at('/files')];
      new ServerlessFunction(stack, 'cart', { image: IMAGE, pod: { mounts } });
    },
    good: (stack) => void db(stack),
    given: 'container cart mounts files at /files',
    fix: 'state a Microservice',
  },
]);

const mounts = (accessMode?: AccessMode) => [
  Volume.claimNamed('files', 'files', { ...(accessMode && { accessMode }) }).at('/files'),
];

describeCode('MS1072', [
  {
    name: 'several replicas of a microservice',
    bad: (stack) => void cart(stack, { pod: { mounts: mounts() }, lifecycle: { rollout: Rollout.recreate() } }),
    good: (stack) => void cart(stack, { pod: { mounts: mounts() }, ...alone }),
    given: 'there may be 2 replicas',
    fix: 'state Scaling.fixed(1) and Rollout.recreate()',
  },
  {
    name: 'two versions of one replica',
    bad: (stack) => void cart(stack, { pod: { mounts: mounts() }, scaling: Scaling.fixed(1) }),
    good: (stack) => void cart(stack, { pod: { mounts: mounts() }, ...alone }),
    given: 'there may be 1 replica, and the rollout is rolling',
    fix: 'Rollout.recreate()',
  },
  {
    name: 'a canary',
    bad: (stack) =>
      void cart(stack, {
        pod: { mounts: mounts(AccessMode.READ_WRITE_ONCE_POD) },
        scaling: Scaling.fixed(1),
        lifecycle: { rollout: Rollout.canary() },
      }),
    good: (stack) => void cart(stack, { pod: { mounts: mounts(AccessMode.READ_WRITE_MANY) } }),
    given: 'the claim is ReadWriteOncePod',
    fix: 'Rollout.recreate()',
  },
  ofDb(
    'replicas of a stateful service',
    { pod: { mounts: mounts() } },
    { pod: { mounts: mounts() }, scaling: Scaling.fixed(1) },
    {
      given: 'there may be 2 replicas',
      fix: 'among claims',
    },
  ),
]);

describeCode('MS1073', [
  ofDb(
    'a partition above the replicas',
    { lifecycle: { order: { partition: 3 } } },
    { lifecycle: { order: { partition: 2 } } },
    {
      given: 'lifecycle.order.partition was 3, and there are 2 replicas at most',
      fix: 'the first replica',
    },
  ),
  ofDb(
    'a broken partition',
    { lifecycle: { order: { partition: 0.5 } } },
    { lifecycle: { order: { partition: 0 } } },
    {
      given: 'lifecycle.order.partition was 0.5',
      fix: 'the first replica',
    },
  ),
  ofDb(
    'no replica at once',
    { lifecycle: { order: { maxUnavailable: 0 } } },
    {},
    {
      given: 'lifecycle.order.maxUnavailable was 0',
      fix: 'leave it out',
    },
  ),
]);

const onClasses = (...names: string[]) => {
  const classes = names.map((name) => ({ name, canGrow: name !== 'local', isDefault: name === 'standard' }));
  return new Platform({ cluster: new ClusterFacts({ storage: { classes } }) });
};
const withClasses = (stack: ApplicationStack, names: string[], storageClass?: string) => {
  const depot = new ApplicationStack(stack.node.root, 'depot', { platform: onClasses(...names) });
  db(depot, claims(claim('data', { ...(storageClass !== undefined && { storageClass }) })));
};

describeCode('MS1074', [
  {
    name: 'no default class',
    bad: (stack) => withClasses(stack, ['fast', 'local']),
    good: (stack) => withClasses(stack, ['fast', 'standard']),
    path: 'depot/db',
    given: 'storageClass was not stated',
    fix: 'isDefault',
  },
  {
    name: 'no such class',
    bad: (stack) => withClasses(stack, ['fast', 'standard'], 'fats'),
    good: (stack) => withClasses(stack, ['fast', 'standard'], 'fast'),
    path: 'depot/db',
    given: "storageClass was 'fats'",
    allowed: 'fast, standard',
    fix: 'state one of these',
  },
]);

test('nothing is said of classes where those of the cluster are not known', () => {
  expect(findings((stack) => void db(stack, claims(claim('data', { storageClass: 'any' }))))).toEqual([]);
});

describeCode('MS1075', [
  {
    name: 'a class that cannot grow',
    bad: (stack) => withClasses(stack, ['fast', 'local'], 'local'),
    good: (stack) => withClasses(stack, ['fast', 'local'], 'fast'),
    path: 'depot/db',
    given: 'its class local cannot grow',
    allowed: 'fast',
    fix: 'state such a class',
  },
]);

const calling = (format: AddressFormat, scaling: Scaling) => (stack: ApplicationStack) => {
  cart(stack).calls(db(stack, { scaling }), { addresses: [{ name: 'DB', format }] });
};

describeCode('MS1076', [
  {
    name: 'all replicas of an autoscaled one',
    bad: calling(AddressFormat.replicas(), Scaling.onCpu({ min: 2, max: 4 })),
    good: calling(AddressFormat.replicas(), Scaling.fixed(3)),
    given: 'an autoscaler changes the number',
    fix: 'AddressFormat.replica(0)',
  },
  {
    name: 'a replica that is not there',
    bad: calling(AddressFormat.replica(3), Scaling.fixed(3)),
    good: calling(AddressFormat.replica(2), Scaling.fixed(3)),
    given: 'the ordinal was 3',
    allowed: '0 to 2',
    fix: 'AddressFormat.replica(0)',
  },
  {
    name: 'replicas of a Deployment',
    bad: (stack) =>
      cart(stack).calls(new MicroserviceReference({ name: 'web', namespace: 'front', ports: [Port.http(80)] }), {
        addresses: [{ format: AddressFormat.replicas() }],
      }),
    good: (stack) =>
      cart(stack).calls(
        new MicroserviceReference({ name: 'web', namespace: 'front', ports: [Port.http(80)], replicas: 2 }),
        { addresses: [{ format: AddressFormat.replicas() }] },
      ),
    given: 'web is no StatefulService',
    fix: 'another AddressFormat',
  },
]);

const onKubernetes = (stack: ApplicationStack, version: string) => {
  const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of(version) });
  const depot = new ApplicationStack(stack.node.root, 'depot', { platform: new Platform({ cluster }) });
  db(depot, { lifecycle: { order: { maxUnavailable: 2 } }, scaling: Scaling.fixed(5) });
};

describeCode('MS1077', [
  {
    name: 'a cluster that does not count it',
    bad: (stack) => onKubernetes(stack, '1.36'),
    good: (stack) => onKubernetes(stack, '1.37'),
    path: 'depot/db',
    given: 'lifecycle.order.maxUnavailable was 2, on Kubernetes 1.36',
    allowed: 'Kubernetes 1.37',
    fix: 'leave it out',
  },
]);

describeCode('MS6123', [
  ...[Rollout.canary(), Rollout.blueGreen(), Rollout.recreate()].map((rollout) =>
    ofDb(
      rollout._kind,
      { lifecycle: { rollout } },
      { lifecycle: { rollout: Rollout.rolling() } },
      {
        given: `lifecycle.rollout was ${rollout._kind} (stateful service db)`,
        fix: 'Rollout.rolling()',
      },
    ),
  ),
  ofDb(
    'a surge',
    { lifecycle: { rollout: Rollout.rolling({ maxSurge: 50 }) } },
    {},
    {
      given: 'rolling with maxSurge 50 %',
      fix: 'Rollout.rolling()',
    },
  ),
]);

test('a canary of a stateful service is one finding', () => {
  const found = findings((stack) => void db(stack, { lifecycle: { rollout: Rollout.canary() } }));
  expect(found.map(({ code }) => code)).toEqual(['MS6123']);
});
