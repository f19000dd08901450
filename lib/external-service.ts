import { Construct } from 'constructs';
import { checkExternalService } from './checks';
import { acknowledge, check, checkId, freeId } from './errors';
import type { ICallee, Party, Port } from './model';

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

  public constructor(scope: Construct, id: string, props: ExternalServiceProps) {
    super(scope, freeId(scope, id));
    checkId(this, id);
    this.name = id;
    this.host = props.host;
    this.ports = [...props.ports];
    this._party = { id: `host/${props.host}`, name: id, ports: this.ports, external: { host: props.host, addresses: [...(props.addresses ?? [])], restrictedCallers: [] } };
    check(this, () => checkExternalService(this._party));
  }

  /** Accepts findings of a code here; the reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason);
  }
}
