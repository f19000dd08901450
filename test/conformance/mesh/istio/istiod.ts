import { stagesOf } from '../../cluster/apply';
import type { ControlPlane } from '../../cluster/control-plane';
import { complaintsOf } from '../../cluster/kubernetes-client';
import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { programPath } from '../../judges';
import { Server, sleep, until } from '../../processes';
import { installationManifests } from './installation';
import { rejectionsIn } from './metrics';
import { ISTIOD_ENVIRONMENT, ISTIOD_PORTS } from './settings';
import { STOCK_ENVOY } from './stock-envoy';
import { areKnown, isSynchronized, ProxyStatus } from './synchronization';

/** A change reaches istiod's queue and leaves it within this time; afterwards it is on its way to the proxies. */
const CHANGE_MILLISECONDS = 300;

/** Longest wait for istiod and its proxies, in seconds, on a machine that other suites keep busy. */
const LONGEST_WAIT = 60;
const WEBHOOKS = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/** A real istiod on a control plane: certificates, injection, admission and the configuration of proxies. */
export class Istiod {
  /**
   * Installs Istio and starts istiod; when this returns, injection and admission are asked for every object.
   *
   * @throws ConformanceError when a manifest of Istio's is refused, or istiod does not start
   */
  public static async start(controlPlane: ControlPlane): Promise<Istiod> {
    const installation = await installationManifests();
    await install(controlPlane, [namespace(), ...installation]);
    const { grpc, secureGrpc, http, https, monitoring, controlz } = ISTIOD_PORTS;
    const server = await controlPlane.startServer(
      'istiod',
      programPath('pilot-discovery'),
      [
        'discovery',
        `--kubeconfig=${controlPlane.kubeconfig}`,
        '--domain=cluster.local',
        '--registries=Kubernetes',
        `--grpcAddr=:${grpc}`,
        `--secureGRPCAddr=:${secureGrpc}`,
        `--httpAddr=:${http}`,
        `--httpsAddr=:${https}`,
        `--monitoringAddr=:${monitoring}`,
        `--ctrlz_port=${controlz}`,
      ],
      async () => (await fetch(`http://127.0.0.1:${http}/ready`)).ok,
      ISTIOD_ENVIRONMENT,
    );
    const istiod = new Istiod(controlPlane, server);
    await istiod.untilAsked(installation.filter(({ kind }) => WEBHOOKS.includes(kind)));
    await install(controlPlane, [STOCK_ENVOY]);
    return istiod;
  }

  private constructor(
    private readonly controlPlane: ControlPlane,
    private readonly server: Server,
  ) {}

  /** Waits until every connected proxy has taken, or refused, what was changed before. */
  public async untilSynchronized(seconds = LONGEST_WAIT): Promise<void> {
    await sleep(CHANGE_MILLISECONDS);
    await until(async () => (await this.proxies()).every(isSynchronized), seconds).catch(() => {
      throw new ConformanceError(
        `the proxies have not taken their configuration after ${seconds} s; istiod's log is ${this.server.log}`,
      );
    });
  }

  /**
   * Waits until istiod has seen that objects of its kinds were stored, in their versions, and that others were removed.
   *
   * @throws ConformanceError when it has not within `LONGEST_WAIT`
   */
  public async untilKnown(stored: readonly KubernetesObject[], removed: readonly KubernetesObject[]): Promise<void> {
    const known = async () =>
      (await (await fetch(`http://127.0.0.1:${ISTIOD_PORTS.http}/debug/configz`)).json()) as KubernetesObject[];
    await until(async () => areKnown(await known(), stored, removed), LONGEST_WAIT).catch(() => {
      throw new ConformanceError(
        `istiod does not see what changed after ${LONGEST_WAIT} s; its log is ${this.server.log}`,
      );
    });
  }

  /** State of each connected proxy in istiod. */
  public async proxies(): Promise<ProxyStatus[]> {
    const answer = await fetch(`http://127.0.0.1:${ISTIOD_PORTS.http}/debug/syncz`);
    return (await answer.json()) as ProxyStatus[];
  }

  /** Number of refusals of proxies since istiod started. */
  public async rejections(): Promise<number> {
    const answer = await fetch(`http://127.0.0.1:${ISTIOD_PORTS.monitoring}/metrics`);
    return rejectionsIn(await answer.text());
  }

  /** istiod writes its certificate into its webhooks, and makes admission strict once it can be reached. */
  private async untilAsked(webhooks: readonly KubernetesObject[]): Promise<void> {
    await until(async () => {
      const answers = await Promise.all(webhooks.map((configuration) => this.controlPlane.client.read(configuration)));
      const asked = answers.flatMap(({ body }) => body.webhooks as any[]);
      return asked.every(
        ({ clientConfig, failurePolicy }) => clientConfig.caBundle !== undefined && failurePolicy === 'Fail',
      );
    }, LONGEST_WAIT).catch(() => {
      throw new ConformanceError(`istiod did not take over its webhooks; its log is ${this.server.log}`);
    });
  }
}

function namespace(): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } };
}

async function install({ client }: ControlPlane, objects: readonly KubernetesObject[]): Promise<void> {
  for (const stage of stagesOf(objects.map((manifest) => ({ manifest, file: '', line: 0 })))) {
    const refused = (
      await Promise.all(
        stage.map(async ({ manifest }) => {
          const answer = await client.apply(manifest, { force: true });
          return answer.status < 300 ? [] : [`${titleOf(manifest)}: ${complaintsOf(answer).join('; ')}`];
        }),
      )
    ).flat();
    if (refused.length > 0) throw new ConformanceError(`manifests of Istio's are refused:\n${refused.join('\n')}`);
  }
}
