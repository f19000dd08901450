import type { Construct } from 'constructs';
import { freeId } from '../../../errors';
import { Manifest } from '../../kubernetes';
import { portOf } from '../../../program';
import type { ExternalFacts, ExternalObjects } from '../mesh';
import { externalDestinationSpec, externalRoutesSpec, serviceEntrySpec } from './service-entry';

/** Istio's objects for an external service, made as it is called. */
export class IstioExternalObjects implements ExternalObjects {
  private readonly made = new Set<string>();

  public constructor(
    private readonly scope: Construct,
    private readonly facts: ExternalFacts,
  ) {}

  public called(): void {
    const { facts } = this;
    this.add('entry', 'ServiceEntry', () => serviceEntrySpec(facts));
    this.add('destination', 'DestinationRule', () => externalDestinationSpec(facts));
    if (facts.inbound.some((call) => portOf(call)?.protocol.hasRequests))
      this.add('routes', 'VirtualService', () => externalRoutesSpec(facts));
  }

  private add(id: string, kind: string, spec: () => unknown): void {
    if (this.made.has(id)) return;
    this.made.add(id);
    const {
      party: { name },
      namespace,
      labels,
    } = this.facts;
    new Manifest(this.scope, freeId(this.scope, id), {
      apiVersion: 'networking.istio.io/v1',
      kind,
      name,
      namespace,
      labels,
      fields: { spec },
    });
  }
}
