import { Construct } from 'constructs';
import { checkExternalService } from './checks';
import { acknowledge, check, checkId, freeId } from './errors';
import { ApplicationStack } from './application-stack';
import { stackLabels } from './kubernetes';
import { Call, effectiveLabels, ExternalTls, ICallee, Party, Port } from './model';
import { stackOf } from './scopes';

/** Where an external service is. */
export interface ExternalServiceProps {
  /** Host name or IP address that callers use. */
  readonly host: string;

  /** Ports that it serves. */
  readonly ports: Port[];

  /**
   * Its ranges of addresses in CIDR notation; network policies cannot name hosts.
   *
   * @default - the host where it is an address; else not known: callers may reach every public address on its ports, and no private one
   */
  readonly addresses?: string[];

  /**
   * Who begins TLS.
   *
   * @default ExternalTls.byApplication()
   */
  readonly tls?: ExternalTls;
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
  public readonly _party: Party;

  private readonly stack?: ApplicationStack;
  private readonly caCertificates?: string;
  private readonly inbound: Call[] = [];

  public constructor(scope: Construct, id: string, props: ExternalServiceProps) {
    super(scope, freeId(scope, id));
    checkId(this, id);
    this.name = id;
    this.host = props.host;
    this.ports = [...props.ports];
    const stack = stackOf(this);
    if (stack !== undefined) this.stack = stack;
    const { proxied, caCertificates } = props.tls ?? ExternalTls.byApplication();
    if (caCertificates !== undefined) this.caCertificates = caCertificates;
    this._party = {
      id: `host/${props.host}`, name: id, ports: this.ports,
      external: { host: props.host, namespace: stack?._namespace.name ?? '', addresses: [...(props.addresses ?? [])], tlsByProxy: proxied, restrictedCallers: [] },
    };
    check(this, () => checkExternalService(this._party));
  }

  /** @internal */
  public _takes(call: Call): void {
    this.inbound.push(call);
    const { stack, inbound, caCertificates } = this;
    if (stack === undefined || inbound.length > 1) return;
    const { platform, _layer: layer, _id: partOf } = stack;
    stack.platform.mesh._declareExternal(this, {
      namespace: stack._namespace.name, party: this._party, labels: stackLabels(partOf, effectiveLabels(platform.defaults, layer, platform.required)), inbound,
      ...(caCertificates !== undefined && { caCertificates }),
    });
  }

  /** Accepts findings of a code here; the reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason);
  }
}
