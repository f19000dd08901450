import { selectorLabels, vaultContribution } from '../../emit/kubernetes';
import {
  endpointId,
  type JobDefinition,
  type JobWorkload,
  joinedContributions,
  PodContribution,
  propagatorsOf,
  resolveSettings,
  WorkloadKind,
  type WorkloadStatements,
} from '../../program';
import { JOB_SETTINGS, jobRunFacts, type JobScheduleFacts } from '../../values';
import type { Platform } from '../../platform';
import type { JobProps } from './job-props';
import { accountFacts } from './account-facts';
import { containersOf } from './microservice-containers';
import { filesOf } from './files-of';
import { VAULT_TOKEN } from './vault-files';
import type { WorkloadContext } from './workload-context';
import type { Statements } from './workload-state';

/** Definition of a job: its settings in effect, its containers and the bounds of its runs. */
export function jobDefinition(
  name: string,
  props: JobProps,
  schedule: JobScheduleFacts | undefined,
  { platform, layer, namespace, partOf, podSecurity, configuration }: WorkloadContext,
  { outbound, exposures }: Statements,
): JobDefinition {
  const { image, env, run = {}, resources, security, lifecycle = {}, metadata = {}, telemetry = {}, pod = {} } = props;
  const { component, serviceAccount, ...metadataSettings } = metadata;
  const account = accountFacts(name, serviceAccount);
  const { alerts: { labels, ...jobs } = {}, ...telemetrySettings } = telemetry;
  const { terminationGracePeriod, ...lifecycleSettings } = lifecycle;
  const { initContainers = [], containers = [], imagePullPolicy, imagePullSecrets, placement, ...container } = pod;
  const own = {
    resources,
    security,
    metadata: metadataSettings,
    telemetry: { ...telemetrySettings, alerts: { labels, jobs } },
    pod: { imagePullPolicy, imagePullSecrets, placement },
    lifecycle: lifecycleSettings,
  };
  const settings = resolveSettings(
    platform.defaults,
    layer,
    { origin: `job ${name}`, values: own },
    platform.required,
    JOB_SETTINGS,
  );
  const main = { ...container, name, image, env, probes: {}, ports: [], resources: settings.values.resources };
  const podSelector = selectorLabels(name);
  return {
    kind: WorkloadKind.JOB,
    run: jobRunFacts(run, terminationGracePeriod),
    ...(schedule !== undefined && { schedule }),
    podSelector,
    account,
    // Pods of one run are spread among each other.
    versionLabel: 'batch.kubernetes.io/job-name',
    name,
    namespace,
    partOf,
    settings,
    podSecurity,
    ...(component !== undefined && { component }),
    cluster: platform.cluster,
    resolveImage: (reference) => platform.resolveImage(reference),
    configuration,
    ...filesOf(name, containersOf(main, initContainers, containers, platform), platform),
    ports: [],
    proxied: false,
    scraped: [],
    ...platform._telemetry,
    endpoint: {
      id: endpointId(platform.cluster.name, namespace, name),
      name,
      ports: [],
      outbound,
      workload: {
        namespace,
        serviceAccount: account.name,
        mesh: platform.mesh.name,
        cluster: platform.cluster.name,
        exposures,
        limitsEgress: settings.values.networkPolicy,
        podSelector,
        ...propagatorsOf({ name, namespace, settings, ...platform._telemetry }),
      },
    },
  };
}

/** Statements at a job, and the additions of its platform. */
export function jobStatements(
  definition: JobDefinition,
  statements: Statements,
  platform: Platform,
): WorkloadStatements {
  return {
    definition,
    statements,
    spanSources: [],
    mesh: (workload) => platform.mesh._contributionToJob(workload as JobWorkload),
    telemetry: (workload) => telemetry(platform, workload as JobWorkload),
  };
}

function telemetry({ tracing, logging }: Platform, facts: JobWorkload): PodContribution {
  return joinedContributions([
    ...[tracing, logging].flatMap((each) => (each === undefined ? [] : [each._contribution(facts)])),
    vaultContribution(facts, VAULT_TOKEN),
  ]);
}
