import type { IEnvVar } from 'kubernetes-models/v1/EnvVar';
import { configKey, dnsLabel, environmentName, Grammar, portName, portNumber, qualifiedName } from './grammar';
import { atMost, nanos } from './quantity';
import { everyContainer, exactlyOne, Problems, repeated, Rule } from './rule';

const VALUE_SOURCES = ['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef', 'secretKeyRef'];
const METADATA_FIELD = /metadata\.(name|namespace|uid|(labels|annotations)\['[^']+'\])/.source;
const FIELD_PATH = new RegExp(`^(${METADATA_FIELD}|spec\\.(nodeName|serviceAccountName)|status\\.(hostIPs?|podIPs?))$`);

export const CONTAINER_RULES: readonly Rule[] = [
  everyContainer('its name is a DNS label', function* ({ at, container }) {
    yield* wrong(dnsLabel, container.name, `${at}/name`);
  }),

  everyContainer('it has an image without spaces around it', function* ({ at, container: { image = '' } }) {
    if (image.trim() === '' || image.trim() !== image)
      yield { path: `${at}/image`, message: 'must be the reference of an image' };
  }),

  everyContainer('its ports are in range, with valid names', function* ({ at, container: { ports = [] }, pod }) {
    for (const [index, { containerPort, hostPort, name }] of ports.entries()) {
      const message = portNumber(containerPort) ?? (hostPort === undefined ? undefined : portNumber(hostPort));
      if (message !== undefined) yield { path: `${at}/ports/${index}`, message };
      if (name !== undefined) yield* wrong(portName, name, `${at}/ports/${index}/name`);
      if (pod.hostNetwork === true && hostPort !== undefined && hostPort !== containerPort)
        yield { path: `${at}/ports/${index}/hostPort`, message: 'must equal containerPort on the network of the host' };
    }
  }),

  // The server admits a number twice with a warning, and server-side apply refuses it.
  everyContainer('its ports differ in name, and in number and protocol', function* ({ at, container: { ports = [] } }) {
    yield* repeated(ports, `${at}/ports`, ({ name }) => name, 'name');
    yield* repeated(
      ports,
      `${at}/ports`,
      ({ containerPort, protocol = 'TCP' }) => `${containerPort}/${protocol}`,
      'port',
    );
  }),

  everyContainer('its variables have valid names', function* ({ at, container: { env = [], envFrom = [] } }) {
    for (const [index, { name }] of env.entries()) yield* wrong(environmentName, name, `${at}/env/${index}/name`);
    for (const [index, { prefix }] of envFrom.entries())
      if (prefix !== undefined && prefix !== '') yield* wrong(environmentName, prefix, `${at}/envFrom/${index}/prefix`);
  }),

  // Again a warning by itself, and an error of server-side apply.
  everyContainer('no variable is there twice', function* ({ at, container: { env = [] } }) {
    yield* repeated(env, `${at}/env`, ({ name }) => name, 'variable');
  }),

  everyContainer('a variable has a value or one source', function* ({ at, container: { env = [], envFrom = [] } }) {
    for (const [index, variable] of env.entries()) yield* checkVariable(variable, `${at}/env/${index}`);
    for (const [index, source] of envFrom.entries())
      yield* exactlyOne(source, ['configMapRef', 'secretRef'], `${at}/envFrom/${index}`);
  }),

  everyContainer(
    'it mounts volumes of the pod',
    function* ({ at, container: { volumeMounts = [] }, pod: { volumes = [] }, claims }) {
      for (const [index, { name }] of volumeMounts.entries()) {
        if (!volumes.some((volume) => volume.name === name) && !claims.includes(name))
          yield { path: `${at}/volumeMounts/${index}/name`, message: `there is no volume ${name}` };
      }
    },
  ),

  everyContainer('its mount paths differ and hold no colon', function* ({ at, container: { volumeMounts = [] } }) {
    yield* repeated(volumeMounts, `${at}/volumeMounts`, ({ mountPath }) => mountPath, 'mount path');
    for (const [index, { mountPath, subPath = '' }] of volumeMounts.entries()) {
      if (mountPath === '' || mountPath.includes(':'))
        yield { path: `${at}/volumeMounts/${index}/mountPath`, message: 'must be a path without a colon' };
      if (subPath.startsWith('/') || subPath.split('/').includes('..'))
        yield { path: `${at}/volumeMounts/${index}/subPath`, message: 'must be relative and must not go up' };
    }
  }),

  everyContainer(
    'its requests and limits are amounts of resources, and no request is above its limit',
    function* ({ at, container: { resources = {} } }) {
      const { requests = {}, limits = {} } = resources;
      for (const [list, amounts] of Object.entries({ requests, limits })) {
        for (const [resource, amount] of Object.entries(amounts)) {
          yield* wrong(qualifiedName, resource, `${at}/resources/${list}`);
          if ((nanos(amount) ?? 0n) < 0n)
            yield { path: `${at}/resources/${list}/${resource}`, message: 'must not be negative' };
        }
      }
      for (const [resource, request] of Object.entries(requests)) {
        const limit = limits[resource];
        if (limit !== undefined && !atMost(request, limit))
          yield { path: `${at}/resources/requests/${resource}`, message: `${request} is above its limit ${limit}` };
      }
    },
  ),

  everyContainer('its privileges agree with each other', function* ({ at, container: { securityContext = {} }, pod }) {
    const {
      allowPrivilegeEscalation,
      privileged,
      capabilities,
      runAsNonRoot = pod.securityContext?.runAsNonRoot,
      runAsUser = pod.securityContext?.runAsUser,
    } = securityContext;
    const powerful =
      privileged === true ||
      capabilities?.add?.some((name) => name === 'SYS_ADMIN' || name === 'CAP_SYS_ADMIN') === true;
    if (allowPrivilegeEscalation === false && powerful)
      yield {
        path: `${at}/securityContext/allowPrivilegeEscalation`,
        message: 'cannot be false for a container with these privileges',
      };
    // The kubelet refuses to start it.
    if (runAsNonRoot === true && runAsUser === 0)
      yield { path: `${at}/securityContext/runAsUser`, message: 'cannot be 0 with runAsNonRoot' };
  }),

  everyContainer(
    'only an init container that keeps running has a restart policy',
    function* ({ at, container: { restartPolicy }, isInit }) {
      // Containers proper may have one since 1.34, but not in what is written for 1.27.
      if (restartPolicy !== undefined && (!isInit || restartPolicy !== 'Always'))
        yield { path: `${at}/restartPolicy`, message: 'is allowed as Always on init containers alone' };
    },
  ),
];

function* checkVariable({ value, valueFrom }: IEnvVar, at: string): Problems {
  if (valueFrom === undefined) return;
  if (value !== undefined && value !== '') yield { path: at, message: 'must not have both value and valueFrom' };
  yield* exactlyOne(valueFrom, VALUE_SOURCES, `${at}/valueFrom`);
  const { fieldRef, configMapKeyRef, secretKeyRef } = valueFrom;
  if (fieldRef !== undefined && !FIELD_PATH.test(fieldRef.fieldPath))
    yield {
      path: `${at}/valueFrom/fieldRef/fieldPath`,
      message: `${fieldRef.fieldPath} is no field that a variable can read`,
    };
  for (const [source, reference] of Object.entries({ configMapKeyRef, secretKeyRef })) {
    if (reference !== undefined) yield* wrong(configKey, reference.key, `${at}/valueFrom/${source}/key`);
  }
}

function* wrong(grammar: Grammar, text: string, path: string): Problems {
  const message = grammar(text);
  if (message !== undefined) yield { path, message: `${text} ${message}` };
}
