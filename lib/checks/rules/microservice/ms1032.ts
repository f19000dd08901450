import { isObjectName } from '../../../emit/kubernetes';
import { Detail, Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import type { ContainerFacts, Variable, VariableSource } from '../../../values';
import { isVariableName } from './variables';

/** Invalid source of a variable. */
export const MS1032: Rule<Workload> = {
  code: 'MS1032',
  title: 'invalid source of a variable',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'A variable has no value, or the API refuses the ConfigMap or Secret that `envValues` or `envFrom` names, its ' +
    'key, or the prefix of the variables.',
  reads: 'workload',

  evaluate: ({ containers }) =>
    containers.flatMap((container) => [
      ...container.variables.flatMap((variable) =>
        variable.valueFrom === undefined ? missing(container, variable) : reference(container, variable),
      ),
      ...container.variableSources.flatMap((source) => wholeObject(container, source)),
    ]),
};

function missing({ name: container }: ContainerFacts, { name, value }: Variable): Detail[] {
  // A program that passes on a variable of its own environment may pass nothing.
  return typeof value === 'string'
    ? []
    : [
        {
          message: `variable ${name} has no value`,
          given: `container ${container} has ${name}=${String(value)}`,
          allowed: 'a text; it may be empty',
          fix: 'check where the value comes from, and write numbers as texts',
        },
      ];
}

function reference({ name: container }: ContainerFacts, { name, valueFrom }: Variable): Detail[] {
  const { configMapKeyRef, secretKeyRef } = (valueFrom ?? {}) as {
    readonly [kind in 'configMapKeyRef' | 'secretKeyRef']?: { readonly name: string; readonly key: string };
  };
  const source = configMapKeyRef ?? secretKeyRef;
  if (source === undefined) return [];
  const problems: Detail[] = [];
  const what = configMapKeyRef === undefined ? 'Secret' : 'ConfigMap';
  if (!isObjectName(source.name)) {
    problems.push({
      message: `Kubernetes refuses the name of the ${what} of variable ${name}`,
      given: `container ${container} reads it from '${source.name}'`,
      allowed: 'lower-case letters, digits, dashes and dots',
      fix: `state the name of the ${what}`,
    });
  }
  if (!isKey(source.key)) {
    problems.push({
      message: `Kubernetes refuses the key of variable ${name}`,
      given: `container ${container} reads it from key '${source.key}'`,
      allowed: 'at most 253 letters, digits, dashes, dots and underscores',
      fix: `state a key of the ${what}`,
    });
  }
  return problems;
}

function wholeObject({ name: container }: ContainerFacts, source: VariableSource): Detail[] {
  const { prefix, configMapRef, secretRef } = source as {
    readonly prefix?: string;
    readonly configMapRef?: { readonly name: string };
    readonly secretRef?: { readonly name: string };
  };
  const name = configMapRef?.name ?? secretRef?.name ?? '';
  const problems: Detail[] = [];
  if (!isObjectName(name)) {
    problems.push({
      message: 'Kubernetes refuses the name of an object whose keys become variables',
      given: `container ${container} reads '${name}'`,
      allowed: 'lower-case letters, digits, dashes and dots',
      fix: 'state the name of the ConfigMap or Secret',
    });
  }
  if (prefix !== undefined && prefix !== '' && !isVariableName(prefix)) {
    problems.push({
      message: 'Kubernetes refuses the prefix of variables',
      given: `container ${container} puts '${prefix}' before the keys of ${name}`,
      allowed: 'letters, digits, dashes, dots and underscores, no digit and no two dots first',
      fix: 'correct the prefix',
    });
  }
  return problems;
}

/** True for the grammar of keys of ConfigMaps and Secrets. */
function isKey(key: string): boolean {
  return key.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(key) && key !== '.' && !key.startsWith('..');
}
