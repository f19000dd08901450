import type { LocatedObject } from '../../manifests';
import type { Moment } from './observed';
import { judgeTakenBack, judgeWalk } from './walk';

const at = (manifest: any): LocatedObject => ({
  manifest: { metadata: { name: 'cart', namespace: 'shop' }, ...manifest },
  file: 'shop.yaml',
  line: 1,
});
const CANARY = at({
  apiVersion: 'flagger.app/v1beta1',
  kind: 'Canary',
  spec: { targetRef: { name: 'cart' }, analysis: { stepWeights: [25, 50] } },
});
const WORKLOAD = at({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  spec: { template: { spec: { containers: [{ image: 'acme/cart:v1' }] } } },
});
const [OLD, NEW] = ['acme/cart:v1', 'acme/cart:v2'];

function moment(seconds: number, weight: number, { phase = 'Progressing', fresh = 3, image = OLD } = {}): Moment {
  return {
    at: seconds * 1000,
    phase,
    routes: [{ 'cart-primary': 100 - weight, 'cart-canary': weight }],
    services: { 'cart-primary': 3, 'cart-canary': fresh },
    target: { replicas: phase === 'Progressing' ? 3 : 0, image: NEW },
    primary: { replicas: 3, image },
  };
}

const WALK = [
  moment(0, 0),
  moment(10, 25),
  moment(20, 25),
  moment(21, 50),
  moment(31, 50),
  moment(32, 0, { phase: 'Succeeded', image: NEW }),
];
const messages = ({ problems }: ReturnType<typeof judgeWalk>) => problems.map(({ message }) => message);

test('a walk by the steps that are stated is right', () => {
  expect(messages(judgeWalk(CANARY, WORKLOAD, WALK, 'v2'))).toEqual([]);
});

test.each([
  ['fails', [...WALK.slice(0, -1), moment(32, 0, { phase: 'Failed', image: NEW })], 'it did not succeed: it is Failed'],
  [
    'leaves a step out',
    WALK.filter((_, index) => index < 3 || index > 4),
    'the weights were 0, 25, 0, and the steps say 0, 25, 50, 0',
  ],
  [
    'hastens',
    [moment(9, 0), moment(10, 25), moment(17, 25), moment(17.9, 50), ...WALK.slice(4)],
    '25% lasted 8.9 s at most, and a step is 10 s',
  ],
  [
    'hastens while nobody looks',
    [moment(9, 0), moment(17.9, 50), ...WALK.slice(4)],
    '25% lasted 0 s at most, and a step is 10 s',
  ],
  [
    'sends requests nowhere',
    WALK.map((each, index) => (index === 1 ? moment(10, 25, { fresh: 0 }) : each)),
    '25% of the requests went to cart-canary, which selected no ready pod',
  ],
  [
    'keeps the old image',
    [...WALK.slice(0, -1), moment(32, 0, { phase: 'Succeeded' })],
    `the copy that takes the requests has ${OLD}, and ${NEW} was brought out`,
  ],
])('one that %s is not', (_, moments, message) => {
  expect(messages(judgeWalk(CANARY, WORKLOAD, moments, 'v2'))).toContain(message);
});

test('a promotion step by step is right, and one in a single step is not', () => {
  const stepped = at({
    ...CANARY.manifest,
    spec: { targetRef: { name: 'cart' }, analysis: { stepWeights: [25, 50], stepWeightPromotion: 20 } },
  });
  const promoted = [
    ...WALK.slice(0, -1),
    ...[30, 10].flatMap((weight, index) =>
      [32, 42].map((second) => moment(second + 10.5 * index, weight, { phase: 'Promoting', fresh: 3, image: NEW })),
    ),
    moment(53, 0, { phase: 'Succeeded', image: NEW }),
  ];
  expect(messages(judgeWalk(stepped, WORKLOAD, promoted, 'v2'))).toEqual([]);
  expect(messages(judgeWalk(stepped, WORKLOAD, WALK, 'v2'))).toContain(
    'the weights were 0, 25, 50, 0, and the steps say 0, 25, 50, 30, 10, 0',
  );
});

const BACK = [moment(0, 0), moment(10, 25), moment(30, 25), moment(31, 0, { phase: 'Failed' })];

test('what fails goes back after its first step', () => {
  expect(messages(judgeTakenBack(CANARY, WORKLOAD, BACK))).toEqual([]);
});

test.each([
  [
    'further',
    [...BACK.slice(0, 3), moment(31, 50), BACK[3]!],
    'the weights were 0, 25, 50, 0, and only the first step may have been taken',
  ],
  [
    'too late',
    [moment(0, 0), moment(10, 25), moment(40, 25), moment(41, 0, { phase: 'Failed' })],
    'it kept 25% of the requests for 30 s',
  ],
  [
    'with the new image',
    [...BACK.slice(0, -1), moment(31, 0, { phase: 'Failed', image: NEW })],
    `the copy that takes the requests has ${NEW}, and it was ${OLD}`,
  ],
])('%s is a problem', (_, moments, message) => {
  expect(messages(judgeTakenBack(CANARY, WORKLOAD, moments))).toContain(message);
});
