/** Fields of an object, as it would be written. */
export type Json = any;

/** Template of the pods that an object makes. Undefined for an object that makes none. */
export function podTemplateOf({ apiVersion, kind, metadata, spec }: Json): Json {
  const group = String(apiVersion).split('/')[0];
  if (kind === 'Pod' && apiVersion === 'v1') return { metadata, spec };
  if (group === 'batch' && kind === 'CronJob') return spec?.jobTemplate?.spec?.template;
  if (group === 'keda.sh' && kind === 'ScaledJob') return spec?.jobTargetRef?.template;
  const makesPods =
    (group === 'apps' && ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].includes(kind)) ||
    (group === 'batch' && kind === 'Job') ||
    (group === 'argoproj.io' && kind === 'Rollout') ||
    (group === 'serving.knative.dev' && kind === 'Service') ||
    (apiVersion === 'v1' && kind === 'ReplicationController');
  return makesPods ? spec?.template : undefined;
}

/** True where a selector of a policy may select pods with labels. Expressions count as if they did. */
export function maySelect(selector: Json, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector?.matchLabels ?? selector?.labels ?? {}).every(([key, value]) => labels[key] === value);
}

/** True where a Service selects pods with labels: one without a selector selects none. */
export function selects({ spec }: Json, labels: Readonly<Record<string, string>>): boolean {
  const selector = Object.entries(spec?.selector ?? {});
  return selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
}

/** True for a Service that takes requests from outside of the cluster. */
export function isEntry({ apiVersion, kind, spec }: Json): boolean {
  return apiVersion === 'v1' && kind === 'Service' && ['LoadBalancer', 'NodePort'].includes(spec?.type);
}

/** Fields of pods and containers that the Pod Security level `restricted` asks for and a template lacks. */
export function lackingOf({ spec = {} }: Json): string[] {
  const containers: Json[] = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const inAll = (is: (security: Json) => boolean) =>
    containers.every(({ securityContext = {} }) => is(securityContext));
  const pod = spec.securityContext ?? {};
  const checks: [string, boolean][] = [
    ['runAsNonRoot: true', inAll((own) => own.runAsNonRoot ?? pod.runAsNonRoot ?? false)],
    ['allowPrivilegeEscalation: false', inAll((own) => own.allowPrivilegeEscalation === false)],
    ['capabilities: { drop: [ALL] }', inAll((own) => own.capabilities?.drop?.includes('ALL') === true)],
    ['seccompProfile', inAll((own) => (own.seccompProfile ?? pod.seccompProfile) !== undefined)],
  ];
  return checks.flatMap(([field, isThere]) => (isThere ? [] : [field]));
}

/** Services that a route leads to, by namespace and name. Empty for an object that is no route from outside. */
export function backendsOf({ apiVersion, kind, metadata, spec }: Json): { namespace?: string; name: string }[] {
  const group = String(apiVersion).split('/')[0];
  const own = metadata?.namespace as string | undefined;
  if (group === 'networking.k8s.io' && kind === 'Ingress')
    return [
      spec?.defaultBackend,
      ...(spec?.rules ?? []).flatMap(({ http }: Json) => (http?.paths ?? []).map(({ backend }: Json) => backend)),
    ].flatMap((backend) => (backend?.service === undefined ? [] : [located(backend.service.name, own)]));
  if (group === 'gateway.networking.k8s.io' && String(kind).endsWith('Route'))
    return (spec?.rules ?? [])
      .flatMap(({ backendRefs = [] }: Json) => backendRefs)
      .filter(({ kind: of = 'Service' }: Json) => of === 'Service')
      .map(({ name, namespace = own }: Json) => located(name, namespace));
  const gateways: string[] = spec?.gateways ?? [];
  if (group === 'networking.istio.io' && kind === 'VirtualService' && gateways.some((each) => each !== 'mesh'))
    return ['http', 'tcp', 'tls']
      .flatMap((protocol) => spec[protocol] ?? [])
      .flatMap(({ route = [] }: Json) => route)
      .map(({ destination }: Json) => {
        const [name, namespace = own] = String(destination?.host).split('.');
        return located(name!, namespace);
      });
  return [];
}

function located(name: string, namespace: string | undefined): { namespace?: string; name: string } {
  return { name, ...(namespace !== undefined && { namespace }) };
}
