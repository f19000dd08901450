import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';

/** A class or interface of another package, judged by what the library uses of it: packages may have two copies. */
export interface ForeignType {
  readonly accepts: (value: unknown) => boolean;
  readonly text: string;
  /** In the place of a required value. */
  readonly standIn?: () => unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const has = (type: string, member: string) => (value: unknown) =>
  isObject(value) && classNames(value).includes(type) && member in value;
const isNamed = (value: unknown) => isObject(value) && typeof value['name'] === 'string';

/** The types of other packages in the public API. */
export const FOREIGN: Readonly<Record<string, ForeignType>> = {
  'cdk8s.Duration': {
    accepts: (value) => value instanceof Duration || has('Duration', 'toMilliseconds')(value),
    text: 'a Duration, such as Duration.seconds(30)',
    standIn: () => Duration.seconds(1),
  },
  'cdk8s.Size': {
    accepts: (value) => value instanceof Size || has('Size', 'toKibibytes')(value),
    text: 'a Size, such as Size.mebibytes(256)',
    standIn: () => Size.mebibytes(1),
  },
  'cdk8s.IResolver': {
    accepts: (value) => isObject(value) && typeof value['resolve'] === 'function',
    text: 'an IResolver of cdk8s',
  },
  'cdk8s.YamlOutputType': { accepts: (value) => typeof value === 'number', text: 'a YamlOutputType of cdk8s' },
  'cdk8s-plus-27.ImagePullPolicy': {
    accepts: (value) => typeof value === 'string',
    text: 'an ImagePullPolicy of cdk8s-plus',
  },
  'cdk8s-plus-27.Cpu': { accepts: has('Cpu', 'amount'), text: 'a Cpu, such as Cpu.millis(100)' },
  'cdk8s-plus-27.EnvValue': {
    accepts: has('EnvValue', 'valueFrom'),
    text: 'an EnvValue, such as EnvValue.fromValue(…)',
  },
  'cdk8s-plus-27.EnvFrom': { accepts: has('EnvFrom', '_toKube'), text: 'an EnvFrom, such as Env.fromSecret(…)' },
  'cdk8s-plus-27.IConfigMap': { accepts: isNamed, text: 'a ConfigMap of cdk8s-plus' },
  'cdk8s-plus-27.ISecret': { accepts: isNamed, text: 'a Secret of cdk8s-plus' },
  'cdk8s-plus-27.IRole': { accepts: isNamed, text: 'a Role or ClusterRole of cdk8s-plus' },
  'cdk8s-plus-27.IClusterRole': { accepts: isNamed, text: 'a ClusterRole of cdk8s-plus' },
  'constructs.IConstruct': { accepts: (value) => Construct.isConstruct(value), text: 'a construct' },
};

/** Names of the class of an object and of all that it extends. */
export function classNames(value: object): string[] {
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: { readonly name?: string } } | null;
  return prototype === null ? [] : [prototype.constructor?.name ?? '', ...classNames(prototype)];
}
