import { joinedContributions, NO_CONTRIBUTION, PodContribution } from '../../lib/program';
import { NetworkPeer } from '../../lib/values';

const hole = (port: number) => ({ peers: [NetworkPeer.cidr('10.0.0.0/8')], ports: [port] });
const one: PodContribution = {
  podAnnotations: { a: '1', both: 'one' },
  podLabels: { c: '1' },
  variables: [{ name: 'A', value: '1' }],
  ingress: [hole(1)],
  egress: [hole(2)],
};
const other: PodContribution = {
  podAnnotations: { b: '2', both: 'other' },
  podLabels: { d: '2' },
  variables: [{ name: 'B', value: '2' }],
  ingress: [hole(3)],
  egress: [hole(4)],
};

test('what several add is all there, the last counting where two say the same', () => {
  expect(joinedContributions([one, NO_CONTRIBUTION, other])).toEqual({
    podAnnotations: { a: '1', b: '2', both: 'other' },
    podLabels: { c: '1', d: '2' },
    variables: [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ],
    ingress: [hole(1), hole(3)],
    egress: [hole(2), hole(4)],
  });
});

test("nothing adds nothing, and nobody's statement changes", () => {
  expect(joinedContributions([])).toEqual(NO_CONTRIBUTION);
  const before = JSON.stringify(one);
  joinedContributions([one, other]);
  expect(JSON.stringify(one)).toBe(before);
});
