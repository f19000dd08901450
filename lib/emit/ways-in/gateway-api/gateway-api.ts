import { judged } from '../../../arguments';
import { evaluateRules, type Problem } from '../../../errors';
import type { DeploymentWorkload, WayInFacts } from '../../../program';
import { keepOwn, ownOf } from '../../../values';
import type { CertificateIssuer } from '../certificate-issuer';
import type { WayInFeatureTable } from '../features';
import { type Entered, WayIn, type WayInObjects } from '../way-in';
import type { GatewayApiFacts } from './facts';
import { gatewayApiFeatures } from './features';
import { GatewayApiObjects } from './gateway-api-objects';
import { GatewayApiVersion } from './gateway-api-version';
import { GatewayClass } from './gateway-class';
import { gatewayOf } from './listeners';
import type { PlatformGateway } from './platform-gateway';
import { GATEWAY_API_PLATFORM_RULES, GATEWAY_API_RULES } from './rules';

/** An installation of the Gateway API. */
export interface GatewayApiProps {
  /**
   * Minor version of its standard channel, 1.2 or newer.
   *
   * @default - 1.2, whose fields every newer version has too
   */
  readonly version?: GatewayApiVersion;

  /**
   * Class of its gateways.
   *
   * @default GatewayClass.istio()
   */
  readonly gatewayClass?: GatewayClass;

  /**
   * Gateway of the platform that all exposures share.
   *
   * @default - none: the program makes a Gateway for each exposed microservice
   */
  readonly gateway?: PlatformGateway;

  /**
   * Namespace of the Gateways that programs make, which the platform makes: one that denies nothing to their pods.
   *
   * @default gateways
   */
  readonly namespace?: string;

  /**
   * Namespace of the Secrets with the certificates of these Gateways.
   *
   * @default - that of the Gateways
   */
  readonly certificateNamespace?: string;

  /**
   * Issuer of cert-manager that fills these Secrets.
   *
   * @default - none: somebody else makes them
   */
  readonly issuer?: CertificateIssuer;
}

/** Routes of the Gateway API, at the Gateway of the platform or at one for each exposed microservice. */
export class GatewayApi extends WayIn {
  /** Name of the way in, for findings. */
  public readonly name = 'GatewayApi';

  /** @internal */
  public readonly _features: WayInFeatureTable;

  private readonly api: GatewayApiFacts;

  public constructor(props: GatewayApiProps = {}) {
    super();
    const {
      version = GatewayApiVersion.of('1.2'),
      gatewayClass = GatewayClass.istio(),
      gateway,
      namespace = 'gateways',
      certificateNamespace,
      issuer,
    } = judged(this, 'GatewayApi', props);
    this.api = {
      version: ownOf(version),
      gatewayClass: ownOf(gatewayClass),
      namespace,
      ...(gateway !== undefined && { gateway: { ...gateway, listeners: { ...gateway.listeners } } }),
      ...(certificateNamespace !== undefined && { certificateNamespace }),
      ...(issuer !== undefined && { issuer }),
    };
    this._features = gatewayApiFeatures(this.api);
    keepOwn(this, GatewayApi);
  }

  /** @internal */
  public _facts(workload: { readonly name: string; readonly namespace: string }): WayInFacts {
    const { gateway, gatewayClass, namespace, certificateNamespace } = this.api;
    const its = gatewayOf(this.api, workload);
    const account = gatewayClass._account(its);
    return {
      provider: this.name,
      isDefault: false,
      pods: gatewayClass._pods(its),
      ...(account !== undefined && { account }),
      ...(gateway === undefined
        ? { certificateNamespace: certificateNamespace ?? namespace }
        : { sharedBy: JSON.stringify([its.namespace, its.name]), endsTls: gateway.httpsListener !== undefined }),
    };
  }

  /** @internal */
  public _declareMicroservice(entered: Entered): WayInObjects {
    return new GatewayApiObjects(entered, this.api);
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return evaluateRules(GATEWAY_API_PLATFORM_RULES, this.api);
  }

  /** @internal */
  public _problems(facts: DeploymentWorkload): Problem[] {
    return evaluateRules(GATEWAY_API_RULES, { microservice: facts, api: this.api });
  }
}
