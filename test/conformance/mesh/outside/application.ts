import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { ConformanceError } from '../../errors';
import { SCRATCH } from '../../isolation';
import { run, Server } from '../../processes';
import { Application, ApplicationSettings, compileApplication, ListeningPort } from '../application';

/** An application at an address outside of the cluster, to which the pods' default route leads. */
export class OutsideApplication {
  /**
   * Takes an address and listens there; ready when this returns.
   *
   * @throws ConformanceError when the address cannot be taken, or the application does not start
   */
  public static async start(
    name: string,
    address: string,
    ports: readonly ListeningPort[],
    logs: string,
  ): Promise<OutsideApplication> {
    const { status, stderr } = await run('ip', ['address', 'replace', `${address}/32`, 'dev', 'lo']);
    if (status !== 0) throw new ConformanceError(`the address ${address} cannot be taken: ${stderr.trim()}`);
    const folder = path.join(SCRATCH, 'outside', name);
    mkdirSync(folder, { recursive: true });
    const control = path.join(folder, 'control');
    const client = new Application(name, control);
    const settings: ApplicationSettings = { name, control, ports, host: address };
    const server = await Server.start({
      name: `outside.${name}`,
      program: process.execPath,
      args: [compileApplication(path.join(folder, 'program')), JSON.stringify(settings)],
      logs,
      ready: async () => (await client.ports()).length === ports.length,
    });
    return new OutsideApplication(client, server);
  }

  private constructor(
    readonly application: Application,
    private readonly server: Server,
  ) {}

  /** Ends it. */
  public stop(): Promise<void> {
    return this.server.stop();
  }
}
