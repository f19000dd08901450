import type { Problem } from '../../../errors';
import { MeshContribution, NO_CONTRIBUTION, type WayInFacts } from '../../../program';
import { ExternalObjects, Mesh, MeshObjects } from '../mesh';
import { NO_MESH_FEATURES } from './features';
import { NO_MESH_POLICIES } from './policies';
import { keepOwn } from '../../../values';

const NO_OBJECTS: MeshObjects = { called: () => undefined, exposed: () => undefined };

/** Kubernetes without a mesh. A finding reports each statement that needs one. */
export class NoMesh extends Mesh {
  /** Name of the mesh, for findings. */
  public readonly name = 'NoMesh';

  /** @internal */
  public readonly _features = NO_MESH_FEATURES;

  /** @internal */
  public readonly _policies = NO_MESH_POLICIES;

  /** @internal */
  public readonly _knowsHosts = false;

  public constructor() {
    super();
    keepOwn(this, NoMesh);
  }

  /** @internal */
  public _scraped(): undefined {
    return undefined;
  }

  /** @internal */
  public _namespaceLabels(): Readonly<Record<string, string>> {
    return {};
  }

  /** @internal */
  public _outsideLabels(): Readonly<Record<string, string>> {
    return {};
  }

  /** @internal */
  public _gateway(): undefined {
    return undefined;
  }

  /** @internal */
  public _wayIn(): WayInFacts {
    return { provider: this.name, isDefault: true };
  }

  /** @internal */
  public _declareNamespace(): void {
    // A NetworkPolicy of the namespace denies traffic already.
  }

  /** @internal */
  public _declareMicroservice(): MeshObjects {
    return NO_OBJECTS;
  }

  /** @internal */
  public _declareJob(): void {
    // Its NetworkPolicy says all there is.
  }

  /** @internal */
  public _declareExternal(): ExternalObjects {
    return NO_OBJECTS;
  }

  /** @internal */
  public _contribution(): MeshContribution {
    return NO_CONTRIBUTION;
  }

  /** @internal */
  public _contributionToJob(): MeshContribution {
    return NO_CONTRIBUTION;
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return [];
  }

  /** @internal */
  public _problems(): Problem[] {
    return [];
  }

  /** @internal */
  public _problemsOfJob(): Problem[] {
    return [];
  }

  /** @internal */
  public _podProblems(): Problem[] {
    return [];
  }
}
