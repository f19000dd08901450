import type { Duration } from 'cdk8s';
import { evaluateRules, Problem } from '../../../errors';
import { selectorLabels } from '../../kubernetes';
import {
  Activator,
  PodIdentity,
  FieldOwner,
  FunctionDefinition,
  FunctionWorkload,
  FunctionSize,
  NO_CONTRIBUTION,
  PodContribution,
} from '../../../program';
import { FUNCTION, FUNCTION_SETTING_NAMES, NetworkPeer, secondsOf, keepOwn } from '../../../values';
import { Functions, FunctionObject, SettingProblem } from '../functions';
import { CONFIG, RESERVED } from './defaults';
import type { KnativeFacts } from './facts';
import { KnativeFeature, SETTING_OF } from './features';
import { KnativeIngress } from './ingress';
import { knativeIngress } from './network';
import { ownedByKnative } from './ownership';
import { FUNCTION_RULES, INSTALLATION_RULES, PLATFORM_RULES, SETTING_RULES, settingProblemsOf } from './rules';
import { serviceSpec } from './service-spec';
import { judged } from '../../../arguments';

/** An installation of Knative Serving. */
export interface KnativeServingProps {
  /**
   * Its networking layer.
   *
   * @default KnativeIngress.kourier()
   */
  readonly ingress?: KnativeIngress;

  /**
   * Namespace of its activator and autoscaler.
   *
   * @default knative-serving
   */
  readonly namespace?: string;

  /**
   * Domain under which exposed functions are reached, as `config-domain` has it: `thumbnail.shop.fn.example.com` for
   * `fn.example.com`.
   *
   * @default - not known
   */
  readonly domain?: string;

  /**
   * Features that `config-features` enables in addition to Knative's defaults.
   *
   * @default - nothing
   */
  readonly features?: KnativeFeature[];

  /**
   * True when the extension `serving-hpa` is installed, which scales on CPU and memory use.
   *
   * @default false
   */
  readonly hpa?: boolean;

  /**
   * Longest request that `config-defaults` lets functions have (`max-revision-timeout-seconds`). Whole seconds.
   *
   * @default Duration.minutes(10)
   */
  readonly maxRevisionTimeout?: Duration;

  /**
   * Most requests at once that `config-defaults` lets a replica have (`container-concurrency-max-limit`), 1 or more.
   *
   * @default 1000
   */
  readonly containerConcurrencyMaxLimit?: number;
}

/** Knative Serving 1.16 or newer: it holds requests until a replica runs, and stops the last one when no more come. */
export class KnativeServing extends Functions {
  /** Name of the provider, for findings. */
  public readonly name = 'KnativeServing';

  /** @internal */
  public readonly _activator: Activator;

  /** @internal */
  public readonly _settingNames: readonly string[];

  /** @internal */
  public readonly _variables = RESERVED.variables;

  private readonly facts: KnativeFacts;

  public constructor(props: KnativeServingProps = {}) {
    super();
    const {
      ingress = KnativeIngress.kourier(),
      namespace = 'knative-serving',
      domain,
      features = [],
      hpa = false,
      maxRevisionTimeout,
      containerConcurrencyMaxLimit = CONFIG.containerConcurrencyMaxLimit,
    } = judged(this, 'KnativeServing', props);
    this.facts = {
      ingress,
      namespace,
      features: [...features],
      hpa,
      containerConcurrencyMaxLimit,
      ...(domain !== undefined && { domain }),
      maxRevisionTimeout:
        maxRevisionTimeout === undefined ? CONFIG.maxRevisionTimeoutSeconds : secondsOf(maxRevisionTimeout),
    };
    const { namespace: gateways, labels, service, targetPort, serviceAccount } = ingress._facts;
    this._activator = {
      pods: NetworkPeer.pods({ namespace: gateways, labels }),
      targetPort,
      service: { name: service, namespace: gateways, port: FUNCTION.port },
      serviceAccount,
    };
    this._settingNames = [...FUNCTION_SETTING_NAMES, ...features.flatMap((feature) => SETTING_OF[feature] ?? [])];
    keepOwn(this, KnativeServing);
  }

  /** @internal */
  public _pods(name: string): PodIdentity {
    // Pods of a revision have the labels of its template.
    return { podSelector: selectorLabels(name), versionLabel: 'serving.knative.dev/revision' };
  }

  /** @internal */
  public _exposedHost(name: string, namespace: string): string | undefined {
    const { domain } = this.facts;
    return domain === undefined ? undefined : `${name}.${namespace}.${domain}`;
  }

  /** @internal */
  public _contribution(facts: FunctionWorkload): PodContribution {
    return { ...NO_CONTRIBUTION, ingress: knativeIngress(facts, this.facts) };
  }

  /** @internal */
  public _workload(definition: FunctionDefinition, workload: () => FunctionWorkload): FunctionObject {
    const { rolloutDuration } = definition;
    return {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      name: definition.name,
      annotations: rolloutDuration > 0 ? { 'serving.knative.dev/rollout-duration': `${rolloutDuration}s` } : {},
      // Exposed, it has no such label: Knative gives it a host of the domain.
      labels: {
        'networking.knative.dev/visibility': () => (workload().exposures.length > 0 ? undefined : 'cluster-local'),
      },
      spec: () => serviceSpec(workload(), this.facts),
    };
  }

  /** @internal */
  public _ownership(facts: FunctionWorkload): FieldOwner[] {
    return ownedByKnative(facts);
  }

  /** @internal */
  public _settingProblems(facts: FunctionSize): SettingProblem[] {
    return SETTING_RULES.flatMap((rule) => settingProblemsOf(rule, { size: facts, knative: this.facts }));
  }

  /** @internal */
  public _problems(facts: FunctionWorkload): Problem[] {
    return [
      ...evaluateRules(FUNCTION_RULES, facts),
      ...evaluateRules(INSTALLATION_RULES, { facts, knative: this.facts }),
    ];
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return evaluateRules(PLATFORM_RULES, this.facts);
  }
}
