import { Rule, Severity } from '../../../errors';

/** An object of the program that is not of this library, and makes pods in a namespace that a stack makes. */
export interface ForeignPods {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** True where a network policy of the program selects the pods. */
  readonly isReached: boolean;
  /** True where the namespace puts the pods into a mesh, they have ports, and no policy lets callers in. */
  readonly isDenied: boolean;
  /** Fields that Pod Security asks for and the pods lack. */
  readonly lacking: readonly string[];
}

/** Pods that the namespace of a stack shuts in. */
export const MS3011: Rule<ForeignPods> = {
  code: 'MS3011',
  title: 'the namespace of a stack shuts pods in',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A stack makes its namespace with a network policy that denies all traffic, with the Pod Security level ' +
    '`restricted` unless another is stated, and, in a mesh, with STRICT mutual TLS and a policy that denies all ' +
    'requests. Pods of an object that is not of this library meet them all. State the workload as a `Microservice`, ' +
    'add policies that select its pods, or run it in a namespace of its own. Acknowledge it where policies come from ' +
    'elsewhere.',
  reads: 'objects of the program that make pods, namespaces, network policies and authorization policies',

  evaluate: ({ kind, name, namespace, isReached, isDenied, lacking }) => {
    const faults = [
      ...(isReached ? [] : ['the network policy default-deny refuses all of its traffic']),
      ...(isDenied ? ['the AuthorizationPolicy deny-all refuses all requests to it'] : []),
      ...(lacking.length === 0 ? [] : [`the Pod Security level restricted refuses pods without ${lacking.join(', ')}`]),
    ];
    const cures = [
      ...(isReached ? [] : ['a NetworkPolicy that selects its pods']),
      ...(isDenied ? ['an AuthorizationPolicy that selects them'] : []),
      ...(lacking.length === 0 ? [] : [lacking.join(', ')]),
    ];
    return faults.length === 0
      ? []
      : [
          {
            message: `the namespace ${namespace} shuts in the pods of ${kind} ${name}`,
            given: faults.join('; '),
            allowed: 'microservices, and pods that the policies of the program admit',
            fix: `state it as a Microservice, run it in another namespace, or add ${cures.join(' and ')}`,
          },
        ];
  },
};
