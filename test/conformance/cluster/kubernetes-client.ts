import type { ClientRequest, IncomingMessage } from 'node:http';
import * as https from 'node:https';
import { ConformanceError } from '../errors';
import type { KubernetesObject } from './kubernetes-object';
import { Resource, Resources } from './resources';

const CONNECTIONS = 32;
const FIELD_MANAGER = 'conformance';

/** Answer of the API server. */
export interface Answer {
  readonly status: number;
  readonly body: any;
  /** The texts of its Warning headers. */
  readonly warnings: readonly string[];
}

/** Headers and body of a request. */
export interface RequestOptions {
  readonly query?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** @default - application/json */
  readonly contentType?: string;
  /** @default - application/json */
  readonly accept?: string;
}

/** Options of a write. */
export interface WriteOptions {
  /** Judged as any other, and not kept. */
  readonly dryRun?: boolean;
  /** Takes fields over from other managers (server-side apply). */
  readonly force?: boolean;
  /** Field manager of the fields (server-side apply). */
  readonly fieldManager?: string;
  /**
   * The object as YAML, which the server reads.
   *
   * @default - JSON of the object
   */
  readonly text?: string;
}

/**
 * A client that hides nothing: every answer comes with its status and its warnings, and every write is strict.
 *
 * Client libraries drop the Warning headers, which half of the judgement stands in.
 */
export class KubernetesClient {
  // The server's certificate is made at each start; nobody else can listen in this network namespace.
  private readonly agent = new https.Agent({ keepAlive: true, maxSockets: CONNECTIONS, rejectUnauthorized: false });
  private readonly resources = new Resources(
    async (path, accept) => (await this.request('GET', path, { accept })).body,
  );

  constructor(
    readonly port: number,
    private readonly token: string,
  ) {}

  /** Sends any request. */
  public request(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const { body } = options;
    return new Promise((resolve, reject) => {
      const request = this.open(method, path, options)
        .once('error', reject)
        .once('response', (response) => {
          const chunks: Buffer[] = [];
          response
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .once('error', reject)
            .once('end', () => {
              const text = Buffer.concat(chunks).toString('utf8');
              resolve({
                status: response.statusCode!,
                body: bodyOf(text, response.headers['content-type']),
                warnings: warningsOf(response.headers.warning),
              });
            });
        });
      request.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  /** Opens an answer that does not end by itself, such as that of a watch: whoever reads it destroys it. */
  public stream(path: string, query: Readonly<Record<string, string>>): Promise<IncomingMessage> {
    return new Promise((resolve, reject) =>
      this.open('GET', path, { query }).once('error', reject).once('response', resolve).end(),
    );
  }

  /** Creates an object, strictly: an unknown or doubled field is refused. */
  public async create(object: KubernetesObject, { dryRun = false, text }: WriteOptions = {}): Promise<Answer> {
    const query = { fieldValidation: 'Strict', fieldManager: FIELD_MANAGER, ...(dryRun && { dryRun: 'All' }) };
    return this.request('POST', await this.collection(object.apiVersion, object.kind, object.metadata.namespace), {
      query,
      body: text ?? object,
      ...(text !== undefined && { contentType: 'application/yaml' }),
    });
  }

  /** Server-side apply, strictly. */
  public async apply(
    object: KubernetesObject,
    { dryRun = false, force = false, fieldManager = FIELD_MANAGER, text }: WriteOptions = {},
  ): Promise<Answer> {
    const query = {
      fieldValidation: 'Strict',
      fieldManager,
      ...(dryRun && { dryRun: 'All' }),
      ...(force && { force: 'true' }),
    };
    return this.request('PATCH', await this.pathOf(object), {
      query,
      body: text ?? object,
      contentType: 'application/apply-patch+yaml',
    });
  }

  /** A JSON merge patch of an object, or of one of its subresources. */
  public async patch(object: KubernetesObject, patch: unknown, subresource?: string): Promise<Answer> {
    const path = await this.pathOf(object);
    return this.request('PATCH', subresource === undefined ? path : `${path}/${subresource}`, {
      body: patch,
      contentType: 'application/merge-patch+json',
    });
  }

  /** Reads an object again. */
  public async read(object: KubernetesObject): Promise<Answer> {
    return this.request('GET', await this.pathOf(object));
  }

  /**
   * Deletes an object, as kubectl does; one that is not there is no error. Left to its default, the API server keeps a
   * Job until a controller has let its pods go.
   */
  public async delete(object: KubernetesObject): Promise<Answer> {
    return this.request('DELETE', await this.pathOf(object), { query: { propagationPolicy: 'Background' } });
  }

  /** Lets an object go that waits for a controller, where none runs. */
  public async release(object: KubernetesObject): Promise<Answer> {
    return this.patch(object, { metadata: { finalizers: null } });
  }

  /**
   * All objects of a kind, of one namespace or of all, or those among them that a label selector selects.
   *
   * @throws ConformanceError when the server refuses to list them
   */
  public async list(
    apiVersion: string,
    kind: string,
    namespace?: string,
    labelSelector?: string,
  ): Promise<KubernetesObject[]> {
    const answer = await this.request('GET', await this.collection(apiVersion, kind, namespace), {
      ...(labelSelector !== undefined && { query: { labelSelector } }),
    });
    if (answer.status !== 200) throw new ConformanceError(`${kind} cannot be listed: ${messageOf(answer)}`);
    return (answer.body.items as KubernetesObject[]).map((item) => ({ ...item, apiVersion, kind }));
  }

  /** Path of an object. */
  public async pathOf({ apiVersion, kind, metadata }: KubernetesObject): Promise<string> {
    return `${await this.collection(apiVersion, kind, metadata.namespace)}/${encodeURIComponent(metadata.name)}`;
  }

  /** True when objects of the kind are namespaced. */
  public async isNamespaced(apiVersion: string, kind: string): Promise<boolean> {
    return (await this.resource(apiVersion, kind)).namespaced;
  }

  /** The kinds that are served now, each with its API group, such as `apps/Deployment`. */
  public async servedKinds(): Promise<ReadonlySet<string>> {
    return this.resources.readKinds();
  }

  /** Closes its connections. */
  public close(): void {
    this.agent.destroy();
  }

  private open(
    method: string,
    path: string,
    { query = {}, body, contentType = 'application/json', accept = 'application/json' }: RequestOptions,
  ): ClientRequest {
    const search = new URLSearchParams(query).toString();
    const headers = {
      Accept: accept,
      Authorization: `Bearer ${this.token}`,
      ...(body !== undefined && { 'Content-Type': contentType }),
    };
    return https.request({
      host: '127.0.0.1',
      port: this.port,
      path: search === '' ? path : `${path}?${search}`,
      method,
      agent: this.agent,
      headers,
    });
  }

  private async collection(apiVersion: string, kind: string, namespace?: string): Promise<string> {
    const { plural, namespaced } = await this.resource(apiVersion, kind);
    const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const within = namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
    return `${group}${within}/${plural}`;
  }

  private async resource(apiVersion: string, kind: string): Promise<Resource> {
    const resource = await this.resources.find(apiVersion, kind);
    if (resource === undefined) throw new ConformanceError(`the API server has no ${kind} of ${apiVersion}`);
    return resource;
  }
}

/** Problems of an answer to a write, its warnings included. Empty where it is accepted. */
export function complaintsOf(answer: Answer): string[] {
  return [
    ...(answer.status < 300 ? [] : [messageOf(answer)]),
    ...answer.warnings.map((warning) => `warning: ${warning}`),
  ];
}

/** Text of an answer. */
export function messageOf({ status, body }: Answer): string {
  return body?.message ?? `status ${status}`;
}

function bodyOf(text: string, contentType = ''): unknown {
  return contentType.startsWith('application/json') ? JSON.parse(text) : text;
}

/** The texts of a Warning header: `299 - "text"`, several of them separated by commas. */
export function warningsOf(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(', ') : (header ?? '');
  return [...text.matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, warning]) => warning!.replace(/\\(.)/g, '$1'));
}
