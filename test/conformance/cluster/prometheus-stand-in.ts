import * as http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Queries that test for a Prometheus, with their answers. */
const HEALTH: readonly [string, number] = ['vector(1)', 1];

/** Answers instant queries of Prometheus' API with the numbers that it is told. */
export class PrometheusStandIn {
  /**
   * Listens on a port of the loopback interface.
   *
   * @param otherwise what it answers where it was told nothing; nothing to have it refuse such queries
   */
  public static start(otherwise?: number): Promise<PrometheusStandIn> {
    const server = http.createServer();
    return new Promise((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', () => resolve(new PrometheusStandIn(server, otherwise)));
    });
  }

  /** Numbers, by a text that queries about them contain; the one told first counts. */
  public readonly values = new Map<string, number>();
  /** Queries that it answers without a number, since no series is there. */
  public readonly absent = new Set<string>();
  /** The queries that it answered. */
  public readonly asked = new Set<string>();
  /** The queries that it refused. */
  public readonly refused = new Set<string>();

  private constructor(
    private readonly server: http.Server,
    private readonly otherwise: number | undefined,
  ) {
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          const search = new URLSearchParams(
            `${Buffer.concat(chunks).toString('utf8')}&${new URL(request.url!, this.url).search.slice(1)}`,
          );
          const [status, body] = this.answer(search.get('query') ?? '');
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        });
    });
  }

  /** Address of its API. */
  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ends it. */
  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(query: string): [number, unknown] {
    const value =
      query === HEALTH[0]
        ? HEALTH[1]
        : ([...this.values].find(([part]) => query.includes(part))?.[1] ?? this.otherwise);
    if (this.absent.has(query)) return [200, { status: 'success', data: { resultType: 'vector', result: [] } }];
    if (query !== HEALTH[0]) (value === undefined ? this.refused : this.asked).add(query);
    if (value === undefined)
      return [400, { status: 'error', errorType: 'bad_data', error: 'nobody is known to ask this' }];
    return [
      200,
      {
        status: 'success',
        data: { resultType: 'vector', result: [{ metric: {}, value: [Date.now() / 1000, `${value}`] }] },
      },
    ];
  }
}
