import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../../errors';
import { followedOfAutoscaler, Manifest, metadataOf, MS1065_ADDRESS } from '../../kubernetes';
import type { Activator, FieldOwner, DeploymentDefinition, DeploymentWorkload } from '../../../program';
import { Autoscaling, StartFacts } from '../autoscaling';
import { supportedIf, ScalingFeature, ScalingFeatureTable, SUPPORTED } from '../features';
import { ownedByAutoscaler } from '../ownership';
import { signalsOf } from '../signals';
import { HttpAddOn, httpAddOnOf, interceptorOf, KedaHttpAddOnOptions } from './http-add-on';
import { interceptorRouteSpec } from './interceptor-route';
import { MS6012_HTTP_ADD_ON, MS6012_PROMETHEUS } from './rules/ms6012';
import type { KedaPrometheusOptions } from './prometheus-options';
import { KedaFacts, scaledObjectSpec } from './scaled-object';
import { triggerAuthenticationSpec } from './trigger-authentication';
import { authenticatedSignals, PrometheusFacts } from './triggers';
import { keepOwn } from '../../../values';
import { judged } from '../../../arguments';

/** An installation of KEDA. */
export interface KedaProps {
  /**
   * Prometheus for request, latency and backlog metrics whose broker is not stated.
   *
   * @default - nowhere: microservices scale on use of resources, brokers and schedules
   */
  readonly prometheus?: KedaPrometheusOptions;

  /**
   * KEDA's HTTP add-on: the activator for microservices that scale to zero.
   *
   * @default - nothing: only workers scale to zero
   */
  readonly httpAddOn?: KedaHttpAddOnOptions;
}

/** Features of KEDA, by its Prometheus and its HTTP add-on. */
export function kedaFeatures(has: { readonly prometheus: boolean; readonly httpAddOn: boolean }): ScalingFeatureTable {
  const byPrometheus = supportedIf(has.prometheus, 'prometheus');
  return {
    [ScalingFeature.CPU]: SUPPORTED,
    [ScalingFeature.MEMORY]: SUPPORTED,
    [ScalingFeature.REQUESTS_PER_SECOND]: byPrometheus,
    [ScalingFeature.CONCURRENCY]: byPrometheus,
    [ScalingFeature.LATENCY]: byPrometheus,
    [ScalingFeature.BACKLOG]: byPrometheus,
    [ScalingFeature.BROKER]: SUPPORTED,
    [ScalingFeature.SCHEDULE]: SUPPORTED,
    [ScalingFeature.ZERO]: SUPPORTED,
    [ScalingFeature.ACTIVATION]: supportedIf(has.httpAddOn, 'httpAddOn'),
  };
}

/**
 * KEDA: ScaledObjects, of which it makes HorizontalPodAutoscalers, and which start the first replica and stop the last.
 */
export class Keda extends Autoscaling {
  /** Name of the provider, for findings. */
  public readonly name = 'Keda';

  /** @internal */
  public readonly _features: ScalingFeatureTable;

  /** @internal */
  public readonly _followsWorkload = true;

  private readonly prometheus?: PrometheusFacts;

  private readonly httpAddOn?: HttpAddOn;

  public constructor(props: KedaProps = {}) {
    super();
    const { prometheus, httpAddOn } = judged(this, 'Keda', props);
    if (prometheus !== undefined) this.prometheus = { ...prometheus, metadata: { ...prometheus.metadata } };
    if (httpAddOn !== undefined) this.httpAddOn = httpAddOnOf(httpAddOn);
    this._features = kedaFeatures({ prometheus: prometheus !== undefined, httpAddOn: httpAddOn !== undefined });
    keepOwn(this, Keda);
  }

  /** @internal */
  public _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): ApiObject {
    const { metrics } = definition.settings.values.scaling;
    for (const { authentication } of authenticatedSignals(definition, metrics)) {
      if (authentication === undefined) continue;
      const { name, credentials } = authentication;
      new Manifest(scope, `credentials-${name}`, {
        ...metadataOf(definition),
        name,
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'TriggerAuthentication',
        fields: { spec: () => triggerAuthenticationSpec(credentials) },
      });
    }
    const { activator } = definition;
    if (activator !== undefined) {
      new Manifest(scope, 'interceptor', {
        ...metadataOf(definition),
        apiVersion: 'http.keda.sh/v1beta1',
        kind: 'InterceptorRoute',
        fields: { spec: () => interceptorRouteSpec(workload(), activator, metrics) },
      });
    }
    const spec = () =>
      scaledObjectSpec(workload(), authenticatedSignals(workload(), signalsOf(workload(), this._features)), this.facts);
    return new Manifest(scope, 'scaling', {
      ...metadataOf(definition),
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      followed: () => followedOfAutoscaler(definition),
      fields: { spec },
    });
  }

  /** @internal */
  public _activator(facts: StartFacts): Activator | undefined {
    return this.httpAddOn === undefined ? undefined : interceptorOf(facts, this.httpAddOn);
  }

  /** @internal */
  public _ownership(facts: DeploymentWorkload): FieldOwner[] {
    const { name, namespace } = facts;
    const replicas = ownedByAutoscaler(facts, 'ScaledObject');
    return replicas.length === 0
      ? []
      : [
          ...replicas,
          {
            apiVersion: 'autoscaling/v2',
            kind: 'HorizontalPodAutoscaler',
            name,
            namespace,
            path: '',
            owner: 'ScaledObject',
          },
        ];
  }

  /** @internal */
  public _problems(): Problem[] {
    return [];
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    const { prometheus, httpAddOn } = this;
    return [
      ...(prometheus === undefined
        ? []
        : [
            ...evaluateRules([MS6012_PROMETHEUS], prometheus),
            ...evaluateRules([MS1065_ADDRESS], {
              place: 'the address of Prometheus',
              address: prometheus.serverAddress,
            }),
          ]),
      ...(httpAddOn === undefined ? [] : evaluateRules([MS6012_HTTP_ADD_ON], httpAddOn)),
    ];
  }

  private get facts(): KedaFacts {
    const { prometheus, httpAddOn } = this;
    return { ...(prometheus !== undefined && { prometheus }), ...(httpAddOn !== undefined && { httpAddOn }) };
  }
}
