import { exposureName, hiddenKey, isDnsSubdomain } from '../../kubernetes';
import type { Exposure } from '../../../values';
import { exposed, type ExposedPort } from '../exposed';
import { MadeOnce } from '../made-once';
import type { Entered, WayInObjects } from '../way-in';
import { ControllerKind, type IngressFacts } from './facts';
import { ingressSpec } from './ingress-spec';
import { nginxAnnotations } from './nginx';
import { middlewares, type MiddlewareSpec, REDIRECT, traefikAnnotations, traefikServiceAnnotations } from './traefik';

/** One Ingress for each exposure: annotations hold for all of its paths. */
export class IngressObjects implements WayInObjects {
  private readonly objects: MadeOnce;

  public constructor(
    private readonly entered: Entered,
    private readonly controller: IngressFacts,
  ) {
    this.objects = new MadeOnce(entered);
  }

  public exposed(exposures: readonly Exposure[]): void {
    const { definition } = this.entered;
    const [last] = exposed({ exposures: exposures.slice(-1), ports: definition.ports });
    if (last?.exposure.host === undefined || !last.port.protocol.hasRequests) return;
    const name = nameOf(definition.name, last.exposure);
    // No name holds an invalid host: a finding says so.
    if (!isDnsSubdomain(name)) return;
    if (this.controller.kind === ControllerKind.NGINX)
      this.addIngress(name, last, nginxAnnotations(definition, last, this.controller), isSecure(last));
    else this.addForTraefik(name, last);
  }

  private addForTraefik(name: string, last: ExposedPort): void {
    const { definition, service } = this.entered;
    const { namespace } = definition;
    const names = middlewares(definition, last).map(([end, spec]) => this.addMiddleware(`${name}.${end}`, spec));
    const { httpsRedirect = true } = last.exposure;
    if (isSecure(last)) {
      this.addIngress(name, last, traefikAnnotations(namespace, names, true), true);
      const plain = httpsRedirect ? [this.addMiddleware(`${name}.https`, REDIRECT)] : names;
      this.addIngress(`${name}.plain`, last, traefikAnnotations(namespace, plain, false), false);
    } else this.addIngress(name, last, traefikAnnotations(namespace, names, false), false);
    for (const [key, value] of Object.entries(traefikServiceAnnotations(last, this.controller)))
      service?.metadata.addAnnotation(hiddenKey(key), value);
  }

  private addMiddleware(name: string, spec: MiddlewareSpec): string {
    // A reference joins namespace and name by a dash.
    const dashed = name.replaceAll('.', '-');
    this.add(dashed, 'traefik.io/v1alpha1', 'Middleware', {}, () => spec);
    return dashed;
  }

  private addIngress(
    name: string,
    last: ExposedPort,
    annotations: Readonly<Record<string, string>>,
    secure: boolean,
  ): void {
    const { workload } = this.entered;
    const { issuer } = this.controller;
    this.add(
      name,
      'networking.k8s.io/v1',
      'Ingress',
      { ...(secure && issuer?._annotations), ...annotations, ...last.exposure.annotations },
      () => ingressSpec(workload(), last, this.controller, secure),
    );
  }

  private add(
    name: string,
    apiVersion: string,
    kind: string,
    annotations: Readonly<Record<string, string>>,
    spec: () => object,
  ): void {
    this.objects.add(`${kind.toLowerCase()}-${name}`, { apiVersion, kind, name, annotations, spec });
  }
}

function isSecure({ exposure: { tlsSecret } }: ExposedPort): boolean {
  return tlsSecret !== undefined;
}

/** Name of an Ingress: the microservice, the host, and what limits the requests. */
function nameOf(name: string, { host, options: { methods = [], paths = [] } = {} }: Exposure): string {
  const words = [...paths, ...methods]
    .map((each) =>
      each
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
    .map((each) => (each === '' ? 'any' : each));
  return [exposureName(name), host!.replace('*', 'any'), ...words.sort()].join('.');
}
