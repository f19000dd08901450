import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import type { IVerticalPodAutoscaler } from '@kubernetes-models/autoscaler/autoscaling.k8s.io/v1/VerticalPodAutoscaler';
import type { IGrafanaDashboard } from '@kubernetes-models/grafana-operator/grafana.integreatly.org/v1beta1/GrafanaDashboard';
import type { IDestinationRule } from '@kubernetes-models/istio/networking.istio.io/v1/DestinationRule';
import type { IGateway } from '@kubernetes-models/istio/networking.istio.io/v1/Gateway';
import type { IServiceEntry } from '@kubernetes-models/istio/networking.istio.io/v1/ServiceEntry';
import type { ISidecar } from '@kubernetes-models/istio/networking.istio.io/v1/Sidecar';
import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import type { IPeerAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication';
import type { ITelemetry } from '@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry';
import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import type { ITriggerAuthentication } from '@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication';
import type { IService as IKnativeService } from '@kubernetes-models/knative/serving.knative.dev/v1/Service';
import type { IInstrumentation } from '@kubernetes-models/opentelemetry-operator/opentelemetry.io/v1alpha1/Instrumentation';
import type { IPodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor';
import type { IPrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import type { IServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import type { IDaemonSet } from 'kubernetes-models/apps/v1/DaemonSet';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IStatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { ICronJob } from 'kubernetes-models/batch/v1/CronJob';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { IClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole';
import type { IClusterRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding';
import type { IRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/Role';
import type { IRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import type { ILimitRange } from 'kubernetes-models/v1/LimitRange';
import type { INamespace } from 'kubernetes-models/v1/Namespace';
import type { IPersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import type { IPod } from 'kubernetes-models/v1/Pod';
import type { IResourceQuota } from 'kubernetes-models/v1/ResourceQuota';
import type { ISecret } from 'kubernetes-models/v1/Secret';
import type { IService } from 'kubernetes-models/v1/Service';
import type { IServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import type { CiliumNetworkPolicySpec } from '../../lib/emit/kubernetes/cilium-network-policy';
import type { InterceptorRouteSpec } from '../../lib/emit/scaling/keda/interceptor-route';
import type { CanarySpec, MetricTemplateSpec } from '../../lib/emit/delivery/flagger/types';

/** An object of a kind that no package describes. */
interface Custom<Spec> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly spec: Spec;
}

type RuleSpec = NonNullable<IDestinationRule['spec']>;
type RulePolicy = NonNullable<RuleSpec['trafficPolicy']>;

/** Traffic policy without its alternatives of load balancers: the package has a type for each of their combinations. */
interface TrafficPolicy extends Omit<RulePolicy, 'loadBalancer' | 'portLevelSettings'> {
  readonly loadBalancer?: Readonly<Record<string, any>>;
  readonly portLevelSettings?: readonly Readonly<Record<string, any>>[];
}

/** A DestinationRule, in a type that takes the compiler no minute to look through. */
type DestinationRule = Custom<
  Omit<RuleSpec, 'subsets' | 'trafficPolicy'> & {
    readonly subsets?: readonly Readonly<Record<string, any>>[];
    readonly trafficPolicy?: TrafficPolicy;
  }
>;

/** The kinds that tests ask for by name, and their types. */
export interface Kinds {
  AnalysisTemplate: IAnalysisTemplate;
  AuthorizationPolicy: IAuthorizationPolicy;
  Canary: Custom<CanarySpec>;
  CiliumNetworkPolicy: Custom<CiliumNetworkPolicySpec>;
  ClusterRole: IClusterRole;
  ClusterRoleBinding: IClusterRoleBinding;
  ConfigMap: IConfigMap;
  CronJob: ICronJob;
  DaemonSet: IDaemonSet;
  Deployment: IDeployment;
  DestinationRule: DestinationRule;
  Gateway: IGateway;
  GrafanaDashboard: IGrafanaDashboard;
  HorizontalPodAutoscaler: IHorizontalPodAutoscaler;
  Ingress: IIngress;
  Instrumentation: IInstrumentation;
  InterceptorRoute: Custom<InterceptorRouteSpec>;
  Job: IJob;
  KnativeService: IKnativeService;
  LimitRange: ILimitRange;
  MetricTemplate: Custom<MetricTemplateSpec>;
  Namespace: INamespace;
  NetworkPolicy: INetworkPolicy;
  PeerAuthentication: IPeerAuthentication;
  PersistentVolumeClaim: IPersistentVolumeClaim;
  Pod: IPod;
  PodDisruptionBudget: IPodDisruptionBudget;
  PodMonitor: IPodMonitor;
  PrometheusRule: IPrometheusRule;
  ResourceQuota: IResourceQuota;
  Role: IRole;
  RoleBinding: IRoleBinding;
  Rollout: IRollout;
  ScaledObject: IScaledObject;
  Secret: ISecret;
  Service: IService;
  ServiceAccount: IServiceAccount;
  ServiceEntry: IServiceEntry;
  ServiceMonitor: IServiceMonitor;
  Sidecar: ISidecar;
  StatefulSet: IStatefulSet;
  Telemetry: ITelemetry;
  TriggerAuthentication: ITriggerAuthentication;
  VerticalPodAutoscaler: IVerticalPodAutoscaler;
  VirtualService: IVirtualService;
}

/** The name by which tests ask for the kind of an object: Kubernetes and Knative both have a `Service`. */
export function kindOf({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): string {
  return apiVersion.startsWith('serving.knative.dev/') ? `Knative${kind}` : kind;
}
