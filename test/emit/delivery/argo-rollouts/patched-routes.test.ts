import { ApiObject, JsonPatch } from 'cdk8s';
import { CanaryStep } from '../../../../lib';
import { findingsOf } from '../../kubernetes/program';
import { canaried } from './program';

const HEADER = { steps: [CanaryStep.header('x-canary', 'yes'), CanaryStep.weight(50)] };

/** Findings about a patch of the VirtualService of a name. */
function found(name: string, patch: JsonPatch, { cart } = canaried()): string[] {
  const object = cart.node
    .findAll()
    .find(
      (each): each is ApiObject =>
        ApiObject.isApiObject(each) && each.kind === 'VirtualService' && each.metadata.name === name,
    );
  object!.addJsonPatch(patch);
  return findingsOf(cart)
    .filter(({ code }) => code === 'MS1040')
    .map(({ message }) => message);
}

test.each([
  ['metadata.name', JsonPatch.replace('/metadata/name', 'other')],
  ['metadata.namespace', JsonPatch.replace('/metadata/namespace', 'other')],
  ['the names of spec.http', JsonPatch.replace('/spec/http/0/name', 'other')],
])('a patch of %s of routes is reported, since the Rollout names them', (field, patch) => {
  expect(found('cart', patch)).toEqual([
    `a patch of VirtualService cart changes ${field}, and routings of ArgoRollouts follow from it`,
  ]);
});

test('routes to versions that the others delegate to are named too', () => {
  const patch = JsonPatch.replace('/metadata/name', 'other');
  expect(found('cart-versions', patch, canaried(HEADER))).toEqual([expect.stringMatching(/changes metadata\.name/)]);
  expect(found('cart', patch, canaried(HEADER))).toEqual([]);
});

test('a patch of another field is not reported', () => {
  expect(found('cart', JsonPatch.replace('/spec/http/0/timeout', '3s'))).toEqual([]);
});
