// Writes docs/defaults.md from what the smallest program emits; with --check, tells whether it is up to date.
import { Size } from 'cdk8s';
import { requireSource, writeDoc } from './generated-doc.mjs';

const { Agent, App, ApplicationStack, Claim, Microservice, Port, StatefulService } = requireSource('../lib');
const COMMAND = 'node scripts/defaults-doc.mjs';

const stack = new ApplicationStack(new App(), 'shop');
new Microservice(stack, 'cart', { image: 'ghcr.io/acme/cart:1.4.2', ports: [Port.http(8080)] });
const objects = [...stack.namespaceBaseline.toJson(), ...stack.toJson()];
const ofKind = (kind) => objects.find((object) => object.kind === kind);
const deployment = ofKind('Deployment').spec;
const pod = deployment.template.spec;
const [container] = pod.containers;
const { requests, limits } = container.resources;
const [tmp] = pod.volumes;
const levels = ofKind('Namespace').metadata.labels;
const stateful = new ApplicationStack(new App(), 'depot');
new StatefulService(stateful, 'db', {
  image: 'ghcr.io/acme/db:16.4',
  claims: [Claim.of('data', { size: Size.gibibytes(1), path: '/data' })],
});
const statefulKind = (kind) => stateful.toJson().find((object) => object.kind === kind);
const set = statefulKind('StatefulSet').spec;

const nodes = new ApplicationStack(new App(), 'nodes');
new Agent(nodes, 'logs', { image: 'ghcr.io/acme/logs:2.1', ports: [Port.http(8080)] });
const agentKind = (kind) => nodes.toJson().find((object) => object.kind === kind).spec;
const daemons = agentKind('DaemonSet');

const probe = ({ tcpSocket, periodSeconds, timeoutSeconds, failureThreshold }) =>
  `TCP port ${tcpSocket.port} every ${periodSeconds} s, waits ${timeoutSeconds} s, gives up after ${failureThreshold}`;
const yaml = (value) => `\`${JSON.stringify(value)}\``;

/** Subject, what is emitted, and the statement that changes it. */
const SECTIONS = {
  Replicas: [
    ['replicas', `${deployment.replicas}`, '`scaling: Scaling.fixed(3)`, `Scaling.onCpu({ min: 3, max: 20 })`'],
    [
      'spread',
      pod.topologySpreadConstraints
        .map(({ topologyKey, maxSkew, whenUnsatisfiable }) => `${topologyKey}: ${maxSkew}, ${whenUnsatisfiable}`)
        .join('; '),
      '`pod.placement.topologySpread`',
    ],
    [
      'pods that a drain may evict at once',
      `${ofKind('PodDisruptionBudget').spec.maxUnavailable}; no budget for a single replica`,
      'follows the replicas',
    ],
  ],
  'A new version': [
    ['strategy', yaml(deployment.strategy), '`lifecycle.rollout`'],
    ['ready before it counts', `${deployment.minReadySeconds} s`, '`lifecycle.minReady`'],
    ['time until a rollout has failed', `${deployment.progressDeadlineSeconds} s`, 'follows `lifecycle.startupTime`'],
  ],
  Container: [
    ['CPU request', `${requests.cpu}`, '`resources.cpu.request`'],
    ['CPU limit', limits.cpu ?? 'none', '`resources.cpu.limit`'],
    ['memory request', requests.memory, '`resources.memory.request`'],
    ['memory limit', `${limits.memory}: as the request`, '`resources.memory.limit`'],
    ['image pull policy', container.imagePullPolicy, '`pod.imagePullPolicy`'],
    [
      'writable',
      `${container.volumeMounts[0].mountPath}, at most ${tmp.emptyDir.sizeLimit}; nothing else`,
      '`mounts`, `security.readOnlyRootFilesystem: false`',
    ],
  ],
  Probes: [
    ['startup', probe(container.startupProbe), '`probes.startup`, `lifecycle.startupTime`'],
    ['readiness', probe(container.readinessProbe), '`probes.readiness`'],
    ['liveness', probe(container.livenessProbe), '`probes.liveness`'],
  ],
  'A stop': [
    [
      'pause before the signal to stop',
      `${container.lifecycle.preStop.sleep.seconds} s`,
      '`lifecycle.endpointPropagation`',
    ],
    ['time until the kill', `${pod.terminationGracePeriodSeconds} s`, 'follows `lifecycle.longestRequest`'],
  ],
  Security: [
    [
      'user',
      pod.securityContext.runAsNonRoot ? 'any but root, as the image says' : 'any',
      '`security.runAsNonRoot`, `runAsUser`',
    ],
    ['capabilities', `${container.securityContext.capabilities.drop.join(', ')} dropped`, '`security.addCapabilities`'],
    [
      'privilege escalation',
      String(container.securityContext.allowPrivilegeEscalation),
      '`security.allowPrivilegeEscalation`',
    ],
    ['seccomp profile', pod.securityContext.seccompProfile.type, '`security.seccompProfile`'],
    [
      'service account',
      `\`${pod.serviceAccountName}\`, its own, token ${pod.automountServiceAccountToken ? 'mounted' : 'not mounted'}`,
      '`callsKubernetesApi()` mounts the token',
    ],
    ['Pod Security of the namespace', levels['pod-security.kubernetes.io/enforce'], '`namespace` of the stack'],
  ],
  Network: [
    [
      'incoming',
      ofKind('NetworkPolicy') &&
      objects.filter(({ kind }) => kind === 'NetworkPolicy').every(({ spec }) => spec.ingress === undefined)
        ? 'nobody'
        : 'see the policy',
      '`caller.calls(microservice)`, `acceptsCallsFrom`, `expose`',
    ],
    ['outgoing', 'name resolution', '`microservice.calls(callee)`, `ExternalService`'],
    ['Service', ofKind('Service').spec.type, '`expose`'],
  ],
  'A stateful service, where it differs': [
    ['order of replicas', set.podManagementPolicy, '`lifecycle.podManagement`'],
    ['strategy', yaml(set.updateStrategy), '`lifecycle.order.partition`, `maxUnavailable`'],
    ['claims that are kept', yaml(set.persistentVolumeClaimRetentionPolicy), '`lifecycle.claimRetention`'],
    ['access mode of a claim', set.volumeClaimTemplates[0].spec.accessModes.join(), '`accessMode` of the claim'],
    [
      'group of the volumes',
      `${set.template.spec.securityContext.fsGroup}, so that others than root may write`,
      '`security.fsGroup`; none where `storage.assignsGroup` of the cluster',
    ],
    [
      'pods that a drain may evict at once',
      `${statefulKind('PodDisruptionBudget').spec.maxUnavailable}, however many there are`,
      '`lifecycle.disruptionBudget`',
    ],
  ],
  'An agent, where it differs': [
    ['strategy', yaml(daemons.updateStrategy), '`lifecycle.update`'],
    ['nodes', daemons.template.spec.tolerations ?? 'every node without a taint', '`pod.placement`'],
    [
      'pods that callers in the cluster reach',
      `those of their node: \`internalTrafficPolicy: ${agentKind('Service').internalTrafficPolicy}\``,
      '`internalTrafficPolicy`',
    ],
  ],
};

const table = ([title, rows]) =>
  [
    `## ${title}\n`,
    '| | emitted | to change it |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

const text = `# Defaults

<!-- Made by \`${COMMAND}\` from what the smallest program emits; do not edit. -->

A microservice that states an image and a port gets this. \`microservice.settings\` lists the values in effect and where
each was stated; the platform and the stack state defaults for all of their microservices (\`defaults\`).

${Object.entries(SECTIONS).map(table).join('\n\n')}
`;

await writeDoc('docs/defaults.md', text, COMMAND);
