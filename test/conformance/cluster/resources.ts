/** A kind as the API server serves it. */
export interface Resource {
  readonly plural: string;
  readonly namespaced: boolean;
}

const DISCOVERY = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** The kinds that an API server has, read once and again when one is not among them. */
export class Resources {
  private known?: Promise<ReadonlyMap<string, Resource>>;

  constructor(private readonly get: (path: string, accept: string) => Promise<any>) {}

  /** The resource of a kind; undefined where the server has none. */
  public async find(apiVersion: string, kind: string): Promise<Resource | undefined> {
    const key = `${apiVersion} ${kind}`;
    const found = (await (this.known ??= this.read())).get(key);
    if (found !== undefined) return found;
    this.known = this.read();
    return (await this.known).get(key);
  }

  /** The kinds that it has now, each with its API group, such as `apps/Deployment`. */
  public async readKinds(): Promise<ReadonlySet<string>> {
    this.known = this.read();
    return new Set(
      [...(await this.known).keys()].map((key) => {
        const [apiVersion, kind] = key.split(' ') as [string, string];
        return `${apiVersion.split('/')[0]!}/${kind}`;
      }),
    );
  }

  private async read(): Promise<ReadonlyMap<string, Resource>> {
    const lists = await Promise.all(['/api', '/apis'].map((path) => this.get(path, DISCOVERY)));
    return new Map(
      lists
        .flatMap((list) => list.items as any[])
        .flatMap(({ metadata, versions }) =>
          (versions as any[]).flatMap(({ version, resources = [] }) =>
            (resources as any[]).map(({ resource, responseKind, scope }): [string, Resource] => [
              `${metadata.name === undefined ? version : `${metadata.name}/${version}`} ${responseKind.kind}`,
              { plural: resource, namespaced: scope === 'Namespaced' },
            ]),
          ),
        ),
    );
  }
}
