import * as fs from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse, stringify } from 'yaml';
import type { ControlPlane } from '../../cluster/control-plane';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { programPath } from '../../judges';
import { freePort, until } from '../../processes';
import { MONITORING, SELECTOR } from './program';

const NAME = 'judge';
const SECRET: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: `prometheus-${NAME}`, namespace: MONITORING },
};

/** A target of Prometheus as its API tells of it. */
export interface Target {
  readonly labels: Readonly<Record<string, string>>;
  readonly scrapePool: string;
  readonly scrapeUrl: string;
  readonly health: string;
  readonly lastError: string;
}

/** Spec of the Prometheus object: it selects monitors and rules of all namespaces by the platform's label. */
export const PROMETHEUS: readonly KubernetesObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: MONITORING } },
  {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Prometheus',
    metadata: { name: NAME, namespace: MONITORING },
    spec: {
      podMonitorSelector: { matchLabels: SELECTOR },
      podMonitorNamespaceSelector: {},
      serviceMonitorSelector: { matchLabels: SELECTOR },
      serviceMonitorNamespaceSelector: {},
      ruleSelector: { matchLabels: SELECTOR },
      ruleNamespaceSelector: {},
    },
  },
];

/** Starts the operator; the StatefulSet that it makes runs nowhere. */
export async function startOperator(controlPlane: ControlPlane): Promise<void> {
  const port = await freePort();
  await controlPlane.startServer(
    'prometheus-operator',
    programPath('prometheus-operator'),
    [`--web.listen-address=127.0.0.1:${port}`],
    async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok,
    { KUBECONFIG: controlPlane.kubeconfig },
  );
}

/** A real Prometheus with the configuration that the operator made. */
export class Prometheus {
  /**
   * Starts it once the operator has written of this many monitors, and of rules.
   *
   * @throws ConformanceError when the operator does not
   */
  public static async start(controlPlane: ControlPlane, monitors: number): Promise<Prometheus> {
    const port = await freePort();
    const folder = path.join(controlPlane.folder, `prometheus-${port}`);
    fs.mkdirSync(path.join(folder, 'rules'), { recursive: true });
    let configuration: any;
    let rules: KubernetesObject[] = [];
    await until(async () => {
      configuration = await configurationOf(controlPlane);
      rules = (await controlPlane.client.list('v1', 'ConfigMap', MONITORING)).filter(({ metadata }) =>
        metadata.name.startsWith(`prometheus-${NAME}-rulefiles-`),
      );
      return (
        (configuration.scrape_configs ?? []).length >= monitors &&
        rules.some(({ data }) => Object.keys(data ?? {}).length > 0)
      );
    }, 30).catch(() => {
      throw new ConformanceError(
        `the operator wrote ${configuration?.scrape_configs?.length ?? 'no'} scrape_configs and ${rules.length} ` +
          'ConfigMaps of rules',
      );
    });
    for (const { data } of rules)
      for (const [name, text] of Object.entries((data ?? {}) as Record<string, string>))
        fs.writeFileSync(path.join(folder, 'rules', name), text);
    const file = path.join(folder, 'prometheus.yaml');
    fs.writeFileSync(file, stringify(adapted(configuration, controlPlane, folder)));
    await controlPlane.startServer(
      'prometheus',
      programPath('prometheus'),
      [
        `--config.file=${file}`,
        `--storage.tsdb.path=${path.join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      async () => (await fetch(`http://127.0.0.1:${port}/-/ready`)).ok,
    );
    return new Prometheus(`http://127.0.0.1:${port}`);
  }

  private constructor(private readonly url: string) {}

  /** Its active targets. */
  public async targets(): Promise<readonly Target[]> {
    return (await this.ask('targets?state=active')).activeTargets;
  }

  /** The groups of rules that it evaluates. */
  public async rules(): Promise<readonly any[]> {
    return (await this.ask('rules')).groups;
  }

  /** Value of an expression now. */
  public async query(
    expression: string,
  ): Promise<
    readonly { readonly metric: Readonly<Record<string, string>>; readonly value: readonly [number, string] }[]
  > {
    return (await this.ask(`query?query=${encodeURIComponent(expression)}`)).result;
  }

  private async ask(what: string): Promise<any> {
    const answer = (await (await fetch(`${this.url}/api/v1/${what}`)).json()) as {
      readonly data: any;
      readonly error?: string;
    };
    if (answer.error !== undefined) throw new ConformanceError(`Prometheus refuses ${what}: ${answer.error}`);
    return answer.data;
  }
}

async function configurationOf({ client }: ControlPlane): Promise<any> {
  const { status, body } = await client.read(SECRET);
  const data = status === 200 ? body.data?.['prometheus.yaml.gz'] : undefined;
  return data === undefined ? {} : parse(gunzipSync(Buffer.from(data, 'base64')).toString('utf8'));
}

/**
 * The same, but for where the API server and the rules are, for times that would take minutes, and with what the
 * operator's config-reloader puts in.
 */
function adapted(configuration: any, { kubeconfig }: ControlPlane, folder: string): any {
  const text = JSON.stringify(configuration)
    .replaceAll('$(SHARD)', '0')
    .replaceAll('"30s"', '"1s"')
    .replaceAll(/"scrape_timeout":"[^"]*"/g, '"scrape_timeout":"1s"');
  const { scrape_configs: scraped, alerting: _, ...rest } = JSON.parse(text);
  return {
    ...rest,
    global: { ...rest.global, scrape_timeout: '1s', scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [path.join(folder, 'rules', '*.yaml')],
    scrape_configs: (scraped as any[]).map((each) => ({
      ...each,
      kubernetes_sd_configs: each.kubernetes_sd_configs?.map((discovery: any) => ({
        ...discovery,
        kubeconfig_file: kubeconfig,
      })),
    })),
  };
}
