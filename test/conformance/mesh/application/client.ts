import { request as httpRequest } from 'node:http';
import { json, text } from 'node:stream/consumers';
import { ConformanceError } from '../../errors';
import { Answer, Behaviour, CallOptions, CallResult, ListeningPort, SeenRequest } from './protocol';

/** The harness's hold on a running application: scripts its answers, makes it call, reads what it saw. */
export class Application {
  /**
   * @param name how messages call it
   * @param control the path of its control socket
   */
  constructor(
    readonly name: string,
    private readonly control: string,
  ) {}

  /** Gives these answers, one a request, and 200 (or what is said) afterwards. */
  async answers(sequence: readonly Answer[], otherwise?: Answer): Promise<void> {
    await this.behaves({ sequence, otherwise });
  }

  /** Behaves like this until told otherwise. */
  async behaves(behaviour: Behaviour): Promise<void> {
    await this.order('PUT', '/behaviour', behaviour);
  }

  /** Calls, once or several times; an answer of any status, and none at all, is a result. */
  async call(options: CallOptions): Promise<[CallResult, ...CallResult[]]> {
    return (await this.order('POST', '/calls', options)) as [CallResult, ...CallResult[]];
  }

  /** The requests that it has seen since the last reset. */
  async requests(): Promise<SeenRequest[]> {
    return (await this.order('GET', '/requests')) as SeenRequest[];
  }

  /** Forgets what it saw and how it was to behave. */
  async reset(): Promise<void> {
    await this.order('POST', '/reset');
  }

  /** The ports on which it listens. */
  async ports(): Promise<ListeningPort[]> {
    return (await this.order('GET', '/ports')) as ListeningPort[];
  }

  private order(method: string, path: string, body?: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const failed = (error: Error): void =>
        reject(new ConformanceError(`the application ${this.name} did not take ${method} ${path}: ${error.message}`));
      const request = httpRequest({ socketPath: this.control, method, path }, (response) => {
        if (response.statusCode === 200) json(response).then(resolve, failed);
        else text(response).then((message) => failed(new Error(message)), failed);
      });
      request.on('error', failed);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
