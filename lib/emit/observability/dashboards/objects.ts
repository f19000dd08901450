import type { Construct } from 'constructs';
import { checkRendered, evaluateRules, freeId, type Problem, report } from '../../../errors';
import { Manifest, metadataOf, ObjectMetadata } from '../../kubernetes';
import type { DeploymentDefinition, DeploymentWorkload } from '../../../program';
import type { DashboardStack } from './dashboards';
import { foundationSdk } from './foundation-sdk';
import { microserviceDashboard } from './microservice';
import type { DashboardStatement } from './panel';
import { dashboardJson } from './render';
import { MS5202, MS5204 } from './rules';
import { stackDashboard } from './stack';

/** The kind of object that keeps a dashboard. */
export interface DashboardKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Suffix of the object's name, after the name of the microservice. */
  readonly suffix: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The field beside metadata. */
  readonly field: 'data' | 'spec';
  /** Content of the object. */
  readonly content: (uid: string, json: string) => unknown;
}

/** Declares the object of a microservice's dashboard, where anything is measured. */
export function declareMicroserviceDashboard(
  scope: Construct,
  definition: DeploymentDefinition,
  workload: () => DeploymentWorkload,
  kind: DashboardKind,
): void {
  if (definition.monitoring.scrapes)
    declare(scope, 'dashboard', metadataOf(definition), kind, () => microserviceDashboard(workload()));
}

/** Declares the object of a stack's dashboard, or reports that nothing is measured. */
export function declareStackDashboard(
  scope: Construct,
  stack: DashboardStack,
  microservices: () => readonly DeploymentWorkload[],
  kind: DashboardKind,
  provider: string,
): void {
  const { name, namespace, labels, monitoring } = stack;
  if (!monitoring.scrapes) {
    report(scope, ...evaluateRules([MS5202], { provider, monitoring }));
    return;
  }
  // No microservice has an id with a capital letter.
  declare(scope, 'Dashboard', { name: `${name}-stack`, namespace, labels, annotations: {}, required: [] }, kind, () =>
    stackDashboard({ ...stack, microservices: microservices() }),
  );
}

function declare(
  scope: Construct,
  id: string,
  { name, ...metadata }: ObjectMetadata,
  kind: DashboardKind,
  state: () => DashboardStatement,
): void {
  const { apiVersion, suffix, labels, annotations, field, content } = kind;
  let problems: readonly Problem[] = [];
  const render = () => {
    const statement = state();
    const json = rendered(statement);
    problems = evaluateRules([MS5204], { statement, json: () => json });
    return content(statement.uid, json);
  };
  const manifest = new Manifest(scope, freeId(scope, id), {
    ...metadata,
    apiVersion,
    kind: kind.kind,
    name: `${name}${suffix}`,
    labels: { ...metadata.labels, ...labels },
    annotations: { ...metadata.annotations, ...annotations },
    fields: { [field]: render },
  });
  // Its size is judged where it is rendered, since that costs more than the rest of a microservice.
  checkRendered(manifest, (isRendered) => {
    if (!isRendered) render();
    return problems;
  });
}

/** Content of a dashboard. Empty without the SDK, which a finding reports. */
function rendered(statement: DashboardStatement): string {
  const sdk = foundationSdk();
  return sdk === undefined ? '{}' : dashboardJson(sdk, statement);
}
