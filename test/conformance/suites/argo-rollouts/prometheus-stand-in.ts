import * as http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers instant queries of Prometheus' API with the share of failures that it is told, by a part of the query. */
export class PrometheusStandIn {
  /** Listens on a port of the loopback interface. */
  public static start(): Promise<PrometheusStandIn> {
    const server = http.createServer();
    return new Promise((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', () => resolve(new PrometheusStandIn(server)));
    });
  }

  /** Shares of failures, by a text that queries about them contain. */
  public readonly failing = new Map<string, number>();
  /** The queries that it was asked. */
  public readonly asked = new Set<string>();

  private constructor(private readonly server: http.Server) {
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        const search = new URLSearchParams(`${Buffer.concat(chunks).toString('utf8')}&${new URL(request.url!, this.url).search.slice(1)}`);
        const query = search.get('query') ?? '';
        this.asked.add(query);
        const share = [...this.failing].find(([part]) => query.includes(part))?.[1] ?? 0;
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value: [Date.now() / 1000, `${share}`] }] } }));
      });
    });
  }

  /** Where it is asked. */
  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ends it. */
  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
