import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Problem } from '../../errors';
import type { SettingPath } from './protected-fields';
import { MS0025, MS1027 } from './rules';

/** The setting of each kind that leaves its object out, or its rules. */
const SETTINGS: Readonly<Record<string, { readonly key: string; readonly fix: string }>> = {
  NetworkPolicy: { key: 'networkPolicy', fix: 'keep it, or state security.networkPolicy: false' },
  CiliumNetworkPolicy: { key: 'networkPolicy', fix: 'keep it, or state security.networkPolicy: false' },
  PodDisruptionBudget: { key: 'disruptionBudget', fix: 'keep it, or state lifecycle.disruptionBudget: false' },
};

/** True for a construct that its scope still has. */
export function isInTree({ node }: IConstruct): boolean {
  return node.scope === undefined || node.scope.node.tryFindChild(node.id)?.node === node;
}

/** The problem of an object that its scope does not have any more. */
export function removedProblem(object: ApiObject, required: readonly SettingPath[], fix?: string): Problem {
  const { kind, name } = object;
  const setting = SETTINGS[kind];
  const isRequired = required.some(([key]) => key === setting?.key);
  return {
    definition: isRequired ? MS1027 : MS0025,
    message: `${kind} ${name} was removed${isRequired ? `, which the platform requires (${setting!.key})` : ''}`,
    given: `${object.node.path} is not in the tree of constructs any more`,
    allowed: 'programs that keep the objects of the library',
    fix: isRequired ? 'keep it, or have the platform require less' : (fix ?? setting?.fix ?? 'keep it'),
  };
}
