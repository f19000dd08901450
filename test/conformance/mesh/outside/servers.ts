import { once } from 'node:events';
import { createServer as createHttpServer, IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import { createServer as createHttpsServer, Server as HttpsServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { KeyPair } from './certificates';

/** A request as a server outside of the mesh saw it. */
export interface OutsideRequest {
  readonly encrypted: boolean;
  /** The name that the client asked for when it began TLS. */
  readonly serverName?: string;
  readonly host?: string;
}

/** A host outside of the mesh that answers by TLS, and in plain text. */
export class OutsideHost {
  /** Listens at an address of this process's network, once a port answers by TLS and another one in plain text. */
  public static async start(
    address: string,
    ports: { readonly tls: number; readonly plain: number },
    certificate: KeyPair,
  ): Promise<OutsideHost> {
    const seen: OutsideRequest[] = [];
    const answer = ({ socket, headers: { host } }: IncomingMessage, response: ServerResponse): void => {
      const { encrypted = false, servername } = socket as Partial<TLSSocket> & { readonly servername?: string };
      seen.push({
        encrypted,
        ...(typeof servername === 'string' && { serverName: servername }),
        ...(host !== undefined && { host }),
      });
      response.end('outside');
    };
    const secure = createHttpsServer(certificate, answer).listen(ports.tls, address);
    const plain = createHttpServer(answer).listen(ports.plain, address);
    await Promise.all([once(secure, 'listening'), once(plain, 'listening')]);
    return new OutsideHost(secure, plain, seen);
  }

  private constructor(
    private readonly secure: HttpsServer,
    private readonly plain: HttpServer,
    private readonly seen: OutsideRequest[],
  ) {}

  /** Shows another certificate to new connections, and ends those that were made with the old one. */
  public show(certificate: KeyPair): void {
    this.secure.setSecureContext(certificate);
    this.secure.closeAllConnections();
  }

  /** The requests that it has seen since it was last asked. */
  public requests(): OutsideRequest[] {
    return this.seen.splice(0);
  }

  /** Ends both servers. */
  public stop(): void {
    for (const server of [this.secure, this.plain]) {
      server.close();
      server.closeAllConnections();
    }
  }
}
