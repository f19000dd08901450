import { Construct } from 'constructs';
import { CATALOGUE, checkExternalHost, checkExternalService } from '../checks';
import { acknowledge, check, checkId, freeId, idText, Problem } from '../errors';
import { stackLabels } from '../emit/kubernetes';
import { type ExternalObjects, MS4011 } from '../emit/mesh';
import { ENDPOINT, type ICallee, TAKES } from './caller-and-callee';
import { Call, effectiveLabels, Endpoint, resolveEdge } from '../program';
import { ClusterFacts, ExternalTls, Port } from '../values';
import { frozen, isFromOtherCopy, judged } from '../arguments';
import { knownService } from './tree/known-service';
import { HOSTS, makesNamespace, otherHostOwner, WORKLOADS } from './tree/registry';
import { checkScope } from './tree/other-copy';
import { ProgramSource } from './tree/program-source';
import { stackOf } from './tree/scopes';
import { type StackState, stackStateOf } from './tree/stack-state';

/** Properties of an external service. */
export interface ExternalServiceProps {
  /** Host name or IP address that callers use. */
  readonly host: string;

  /** Ports that it serves. */
  readonly ports: Port[];

  /**
   * Its ranges of addresses in CIDR notation. Network policies cannot name hosts.
   *
   * @default - the host where it is an address; else not known: callers may reach every public address on its ports,
   * and no private one
   */
  readonly addresses?: string[];

  /**
   * Origin of TLS.
   *
   * @default ExternalTls.byApplication()
   */
  readonly tls?: ExternalTls;

  /**
   * Percent of its requests that succeed, as it promises: above 0 and below 100.
   *
   * @default - it promises nothing
   */
  readonly availability?: number;
}

/** Something outside of the mesh that is called by host name. */
export class ExternalService extends Construct implements ICallee {
  /** Name of the external service. */
  public readonly name: string;

  /** Host name or IP address that callers use. */
  public readonly host: string;

  /** Ports that it serves. */
  public readonly ports: Port[];

  /** @internal */
  public readonly [ENDPOINT]: Endpoint;

  readonly #inbound: Call[] = [];
  readonly #objects?: ExternalObjects;

  public constructor(scope: Construct, id: string, props: ExternalServiceProps) {
    super(scope, freeId(scope, id));
    checkId(this, id);
    checkScope(this);
    const {
      host,
      ports,
      tls = ExternalTls.byApplication(),
      availability,
      addresses = [],
    } = judged(this, 'ExternalService', props);
    const name = idText(id);
    this.name = name;
    this.host = host;
    this.ports = frozen([...ports]);
    const holder = stackOf(this);
    const stack = holder === undefined || isFromOtherCopy(holder) ? undefined : stackStateOf(holder);
    this[ENDPOINT] = {
      id: `host/${host}`,
      name,
      ports: [...ports],
      ...(availability !== undefined && { availability }),
      external: {
        host,
        namespace: stack?.namespace.name ?? '',
        addresses: [...addresses],
        tlsByProxy: tls.proxied,
      },
    };
    if (stack !== undefined) this.#objects = this.#declare(stack, tls);
    HOSTS.add(this, `external ${host}`, this);
    WORKLOADS.add(this, this[ENDPOINT].id, this);
    check(this, () => [
      ...checkExternalService({ endpoint: this[ENDPOINT], inbound: this.#inbound }),
      ...this.#hostProblems(stack),
      ...this.#claimProblems(stack),
    ]);
  }

  /** @internal */
  public [TAKES](call: Call): void {
    this.#inbound.push(call);
    this.#objects?.called(resolveEdge(call));
  }

  /** Accepts findings of a code here. The reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason, CATALOGUE);
  }

  #hostProblems(stack: StackState | undefined): Problem[] {
    const { name: cluster, domain } = stack?.platform.cluster ?? new ClusterFacts();
    return checkExternalHost({
      endpoint: this[ENDPOINT],
      domain,
      serviceAt: (namespace, name) => knownService(this, cluster, namespace, name),
      makes: (namespace) => makesNamespace(this, cluster, namespace),
    });
  }

  #claimProblems(stack: StackState | undefined): Problem[] {
    const { host } = this[ENDPOINT].external!;
    const owner = otherHostOwner(this, `external ${host}`);
    return owner === undefined || this.#inbound.length === 0 || !stack?.platform.mesh._knowsHosts
      ? []
      : [
          {
            definition: MS4011,
            message: `the host ${host} is stated twice`,
            given: `${owner} states it too`,
            allowed: 'one external service for each host: the mesh keeps one entry',
            fix: 'pass the same construct to all callers, with the ports of both',
          },
        ];
  }

  #declare(
    { platform, layer, id: partOf, namespace: { name: namespace } }: StackState,
    { caCertificates }: ExternalTls,
  ): ExternalObjects {
    const labels = stackLabels(partOf, effectiveLabels(platform.defaults, layer, platform.required));
    const definition = {
      namespace,
      endpoint: this[ENDPOINT],
      labels,
      ...(caCertificates !== undefined && { caCertificates }),
    };
    const source = ProgramSource.of(this);
    return platform.mesh._declareExternal(this, definition, () => ({
      ...definition,
      inbound: source.program.edges(this.#inbound),
    }));
  }
}
