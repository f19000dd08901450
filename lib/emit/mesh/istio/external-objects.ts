import type { Construct } from 'constructs';
import { freeId } from '../../../errors';
import { Manifest } from '../../kubernetes';
import type { Edge } from '../../../program';
import type { ExternalDefinition, ExternalFacts, ExternalObjects } from '../mesh';
import { externalDestinationSpec, externalRoutesSpec, serviceEntrySpec } from './service-entry';

/** Istio's objects for an external service. They are made with its first calls. */
export class IstioExternalObjects implements ExternalObjects {
  private readonly made = new Set<string>();

  public constructor(
    private readonly scope: Construct,
    private readonly definition: ExternalDefinition,
    private readonly resolved: () => ExternalFacts,
  ) {}

  public called({ requests }: Edge): void {
    const { resolved } = this;
    this.add('entry', 'ServiceEntry', () => serviceEntrySpec(resolved()));
    this.add('destination', 'DestinationRule', () => externalDestinationSpec(resolved()));
    if (requests !== undefined) this.add('routes', 'VirtualService', () => externalRoutesSpec(resolved()));
  }

  private add(id: string, kind: string, spec: () => unknown): void {
    if (this.made.has(id)) return;
    this.made.add(id);
    const {
      endpoint: { name },
      namespace,
      labels,
    } = this.definition;
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
