import { Detail, Rule, Severity } from '../../../errors';
import { MeshFeature, type MeshUses } from '../../../emit/mesh';
import { Edge, Endpoint, plainEdges, Reach, statedPolicies } from '../../../program';

/** Caller and callee in one cluster are in one mesh. */
export const MS4012: Rule<Edge> = {
  code: 'MS4012',
  title: 'caller and callee are in different meshes',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A callee in a mesh insists on mutual TLS, which a caller outside of it does not speak. Give the stacks of one ' +
    'cluster platforms with the same mesh. A reference with `inMesh: false` has no proxy: its ports take plain text, ' +
    'network policies alone tell it apart, and no policy of a call is carried out for it.',
  reads: 'call',

  evaluate: (call) => {
    const { caller, callee } = call;
    const [from, to] = [caller.workload?.mesh, callee.workload?.mesh];
    return from === undefined || to === undefined || from === to || call.reach === Reach.CLUSTER
      ? []
      : [
          {
            message: `${caller.name} and ${callee.name} are in different meshes`,
            given: `${caller.name} runs with ${from}, ${callee.name} with ${to}`,
            allowed: 'one mesh in a cluster',
            fix: 'give both stacks platforms with the same mesh',
          },
        ];
  },
};

/** Calls from and to pods outside of the mesh, which references state. */
export const MS4012_OF_HALVES: Rule<MeshUses> = {
  ...MS4012,

  evaluate: ({ mesh, microservice: { name, inbound, outbound, settings } }) => {
    if (mesh._features[MeshFeature.MUTUAL_TLS].level !== 'exact') return [];
    const plain = plainEdges(inbound);
    return [
      ...plain.flatMap((edge) => [
        ...(settings.values.networkPolicy
          ? []
          : [
              outside(
                `${edge.caller.name} is outside of the mesh, and nothing tells it from others`,
                `port ${edge.port.number} of ${name} takes plain text, and its network policy is off`,
                'a network policy at a callee whose port takes plain text',
                `leave networkPolicy of ${name} on, or put ${edge.caller.name} into the mesh`,
              ),
            ]),
        ...(edge.activator === undefined
          ? []
          : [
              outside(
                `${edge.caller.name} is outside of the mesh, and the activator of ${name} refuses it`,
                `${edge.activator.service.namespace}/${edge.activator.service.name} knows callers by their identity`,
                'callers with an identity in the mesh',
                `put ${edge.caller.name} into the mesh, or keep a replica of ${name} running`,
              ),
            ]),
      ]),
      ...[...plain, ...outbound.filter(({ callee }) => callee.workload?.outsideMesh === true)].flatMap((edge) => {
        // Callers' proxies carry policies out towards pods in the network of a node.
        const policies = edge.callee.workload?.hostNetwork === undefined ? statedPolicies(edge.options) : [];
        const lost = [...policies, ...limitsOf(edge, name)];
        return lost.length === 0
          ? []
          : [
              outside(
                `nothing carries out ${lost.join(' and ')} of the call from ${edge.caller.name} to ${edge.callee.name}`,
                reasonOf(edge.callee.name === name ? edge.caller : edge.callee),
                'policies of calls within the mesh',
                'leave it out, and have the application keep to it',
              ),
            ];
      }),
    ];
  },
};

/** Limits on requests that a callee without a proxy does not know. */
function limitsOf({ callee, options: { methods = [], paths = [] } }: Edge, name: string): string[] {
  return callee.name === name || methods.length + paths.length === 0 ? [] : ['operation'];
}

function reasonOf({ name, workload }: Endpoint): string {
  return workload?.hostNetwork === undefined
    ? `the reference to ${name} has inMesh: false`
    : `${name} is in the network of its node, where it has no proxy`;
}

function outside(message: string, given: string, allowed: string, fix: string): Detail {
  return { message, given, allowed, fix };
}
