import { sleep } from '../../processes';
import type { CallOptions, CallResult, RunningPod } from '../../mesh';
import { CALLS, HEADER, NAME, NAMESPACE, PORT } from './program';

/** Tells the requests that are counted from those without a pause. */
const SAMPLE = 'x-sample';

/** Caller of requests. */
export type Caller = keyof typeof CALLS;

/** Requests of a caller to the microservice that is brought out, with or without the header. */
export function ask(
  { application }: RunningPod,
  caller: Caller,
  count: number,
  options: { readonly tries?: boolean; readonly sample?: string } & Pick<CallOptions, 'concurrency'> = {},
): Promise<readonly CallResult[]> {
  const { tries = false, sample, concurrency = 5 } = options;
  return application.call({
    url: `http://${NAME}.${NAMESPACE}:${PORT}${CALLS[caller].path}`,
    count,
    concurrency,
    timeoutSeconds: 10,
    headers: { ...(tries && { [HEADER.name]: HEADER.value }), ...(sample !== undefined && { [SAMPLE]: sample }) },
  });
}

/** Number of requests of a sample that arrived at pods, copies included. */
export async function arrived(pods: readonly RunningPod[], sample: string): Promise<number> {
  return (await Promise.all(pods.map(({ application }) => application.requests())))
    .flat()
    .filter(({ headers }) => headers[SAMPLE] === sample).length;
}

/** Problems of answers, one for each missing answer. */
export function unanswered(results: readonly CallResult[]): string[] {
  const lost = results.filter(({ status }) => status !== 200);
  const answers = lost.map(({ status, error, body }) => `${status ?? error} ${body}`.slice(0, 120));
  return lost.length === 0
    ? []
    : [`${lost.length} of ${results.length} requests were not answered: ` + [...new Set(answers)].join('; ')];
}

/** Requests without a pause, until it is told to end. */
export class Asking {
  private readonly results: CallResult[] = [];
  private readonly asked: Promise<void>;
  private isOver = false;

  public constructor(callers: Readonly<Record<Caller, RunningPod>>) {
    this.asked = Promise.all(
      (Object.keys(callers) as Caller[]).map((caller) => this.ask(callers[caller], caller)),
    ).then(() => undefined);
  }

  /** Ends it, and says what came of all requests. */
  public async end(): Promise<readonly CallResult[]> {
    this.isOver = true;
    await this.asked;
    return this.results;
  }

  private async ask(pod: RunningPod, caller: Caller): Promise<void> {
    while (!this.isOver) {
      this.results.push(...(await ask(pod, caller, 20, { concurrency: 2 })));
      await sleep(100);
    }
  }
}
