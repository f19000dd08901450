import type { ISubject } from 'cdk8s-plus-27';
import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import {
  allowAllSpec,
  asksNodes,
  ciliumNetworkPolicySpec,
  followedOfWorkload,
  Manifest,
  metadataOf,
  networkPolicySpec,
  podConfiguration,
  problemsOfPods,
  workloadLabels,
} from '../../emit/kubernetes';
import type { FunctionDefinition, FunctionWorkload } from '../../program';
import { declareAccount } from './declare-account';
import type { Functions } from '../../emit/serverless';
import { declareConfigMaps } from './config-maps';

/** The objects of a function: what runs functions makes all others, and routes its requests. */
export class ServerlessFunctionObjects {
  public readonly serviceAccount: ISubject;
  public readonly networkPolicy: Manifest;
  public readonly workload: Manifest;

  public constructor(
    scope: Construct,
    definition: FunctionDefinition,
    resolved: () => FunctionWorkload,
    functions: Functions,
  ) {
    const metadata = metadataOf(definition);
    const { apiVersion, kind, annotations, labels, spec } = functions._workload(definition, resolved);
    this.serviceAccount = declareAccount(scope, definition);
    declareConfigMaps(scope, definition);
    this.networkPolicy = new Manifest(scope, 'network', {
      ...metadata,
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      fields: { spec: () => policySpec(resolved()) },
    });
    if (asksNodes(definition) && definition.settings.values.networkPolicy)
      new Manifest(scope, 'network-nodes', {
        ...metadata,
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumNetworkPolicy',
        fields: { spec: () => ciliumNetworkPolicySpec({ ...resolved(), inbound: [], exposures: [] }) },
      });
    this.workload = new Manifest(scope, 'workload', {
      ...metadata,
      apiVersion,
      kind,
      annotations: { ...metadata.annotations, ...annotations },
      labels: {
        ...metadata.labels,
        ...workloadLabels(definition),
        ...Object.fromEntries(Object.entries(labels).map(([key, produce]) => [key, Lazy.any({ produce }) as string])),
      },
      owned: () => functions._ownership(resolved()),
      configuration: podConfiguration(definition),
      followed: () => followedOfWorkload(resolved()),
      judge: (object) => problemsOfPods(resolved(), object),
      fields: { spec },
    });
  }
}

/** Callers and clients come through the runtime of functions, whose peers the provider adds. */
function policySpec(facts: FunctionWorkload): unknown {
  return facts.settings.values.networkPolicy
    ? networkPolicySpec({ ...facts, inbound: [], exposures: [] })
    : allowAllSpec(facts);
}
