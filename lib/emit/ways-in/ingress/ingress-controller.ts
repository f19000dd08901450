import { evaluateRules, type Problem } from '../../../errors';
import type { DeploymentWorkload, WayInFacts } from '../../../program';
import { keepOwn, NetworkPeer } from '../../../values';
import type { CertificateIssuer } from '../certificate-issuer';
import type { WayInFeatureTable } from '../features';
import { type Entered, WayIn, type WayInObjects, type WayInUse } from '../way-in';
import { ControllerKind, type IngressFacts } from './facts';
import { NGINX_FEATURES, TRAEFIK_FEATURES } from './features';
import { IngressObjects } from './ingress-objects';
import { INGRESS_PLATFORM_RULES, INGRESS_RULES } from './rules';

/** Class, pods and identity of an Ingress controller. */
export interface IngressControllerProps {
  /**
   * Name of its IngressClass.
   *
   * @default - nginx, or traefik
   */
  readonly className?: string;

  /**
   * Namespace of its pods.
   *
   * @default - ingress-nginx, or traefik
   */
  readonly namespace?: string;

  /**
   * Labels of its pods.
   *
   * @default - those of its chart: `app.kubernetes.io/name`, and of ingress-nginx its component too
   */
  readonly labels?: { [key: string]: string };

  /**
   * Service account of its pods, where they are in the mesh of the platform.
   *
   * @default - none: they are outside of the mesh, and send plain text
   */
  readonly serviceAccount?: string;

  /**
   * Issuer of cert-manager that fills the Secrets of exposures.
   *
   * @default - none: somebody else makes them
   */
  readonly issuer?: CertificateIssuer;
}

const NGINX_LABELS = { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' };

/** Ingresses, which a controller of the platform carries out. */
export class IngressController extends WayIn {
  /** Kubernetes' ingress-nginx, which gets no further fixes since March 2026. */
  public static nginx(props: IngressControllerProps = {}): IngressController {
    return new IngressController({
      kind: ControllerKind.NGINX,
      className: 'nginx',
      namespace: 'ingress-nginx',
      labels: NGINX_LABELS,
      ...props,
    });
  }

  /** Traefik 3, with the entry points `web` and `websecure` of its chart and its providers for Ingresses and CRDs. */
  public static traefik(props: IngressControllerProps = {}): IngressController {
    return new IngressController({
      kind: ControllerKind.TRAEFIK,
      className: 'traefik',
      namespace: 'traefik',
      labels: { 'app.kubernetes.io/name': 'traefik' },
      ...props,
    });
  }

  /** Name of the way in, for findings. */
  public readonly name: string;

  /** @internal */
  public readonly _features: WayInFeatureTable;

  private readonly controller: IngressFacts;

  private constructor(controller: IngressFacts) {
    super();
    this.name = controller.kind;
    this._features = controller.kind === ControllerKind.NGINX ? NGINX_FEATURES : TRAEFIK_FEATURES;
    this.controller = { ...controller, labels: { ...controller.labels } };
    keepOwn(this, IngressController as unknown as { readonly prototype: IngressController });
  }

  /** @internal */
  public _facts(workload: { readonly name: string; readonly namespace: string }): WayInFacts {
    const { className, namespace, labels, serviceAccount } = this.controller;
    return {
      provider: this.name,
      isDefault: false,
      pods: NetworkPeer.pods({ namespace, labels: { ...labels } }),
      ...(serviceAccount !== undefined && { account: `${namespace}/${serviceAccount}` }),
      sharedBy: className,
      certificateNamespace: workload.namespace,
    };
  }

  /** @internal */
  public _declareMicroservice(entered: Entered): WayInObjects {
    return new IngressObjects(entered, this.controller);
  }

  /** @internal */
  public _platformProblems(use: WayInUse): Problem[] {
    return evaluateRules(INGRESS_PLATFORM_RULES, { ...use, controller: this.controller });
  }

  /** @internal */
  public _problems(facts: DeploymentWorkload): Problem[] {
    return evaluateRules(INGRESS_RULES, { microservice: facts, controller: this.controller });
  }
}
