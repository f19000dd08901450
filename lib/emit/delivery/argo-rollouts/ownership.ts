import { FieldOwner, DeploymentWorkload } from '../../../program';
import { RolloutKind } from '../../../values';
import { previewName } from './rollout-spec';
import { managedRoutes } from './steps';

const OWNER = 'Argo Rollouts';
const HASH = '/spec/selector/rollouts-pod-template-hash';

/** Fields of the program's objects that the controller writes. */
export function ownedByController(facts: DeploymentWorkload): FieldOwner[] {
  const {
    name,
    namespace,
    delivery: { versions },
    mesh: { routes = [] },
    settings,
  } = facts;
  const selector = (service: string): FieldOwner => ({
    apiVersion: 'v1',
    kind: 'Service',
    name: service,
    namespace,
    path: HASH,
    owner: OWNER,
  });
  if (settings.values.rollout._kind === RolloutKind.BLUE_GREEN) return [name, previewName(name)].map(selector);
  if (versions === undefined) return [];
  return [
    selector(versions.stable),
    selector(versions.canary),
    ...routes.flatMap(({ virtualService }) =>
      ['*/route/*/weight', ...managedRoutes(facts).map((route) => `name=${route}`)].map((path): FieldOwner => ({
        apiVersion: 'networking.istio.io/v1',
        kind: 'VirtualService',
        name: virtualService,
        namespace,
        path: `/spec/http/${path}`,
        owner: OWNER,
      })),
    ),
  ];
}
