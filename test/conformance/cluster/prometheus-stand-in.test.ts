import { PrometheusStandIn } from './prometheus-stand-in';

async function ask(prometheus: PrometheusStandIn, query: string): Promise<[number, any]> {
  const answer = await fetch(`${prometheus.url}/api/v1/query?query=${encodeURIComponent(query)}`);
  return [answer.status, await answer.json()];
}

async function using<T>(otherwise: number | undefined, use: (prometheus: PrometheusStandIn) => Promise<T>): Promise<T> {
  const prometheus = await PrometheusStandIn.start(otherwise);
  return use(prometheus).finally(() => prometheus.stop());
}

test('answers what it was told, and refuses the rest', () =>
  using(undefined, async (prometheus) => {
    prometheus.values.set('up{job="cart"}', 3);
    const [
      status,
      {
        data: {
          result: [
            {
              value: [, value],
            },
          ],
        },
      },
    ] = await ask(prometheus, 'sum(up{job="cart"})');
    expect([status, value]).toEqual([200, '3']);
    expect((await ask(prometheus, 'sum(up)'))[0]).toBe(400);
    expect([[...prometheus.asked], [...prometheus.refused]]).toEqual([['sum(up{job="cart"})'], ['sum(up)']]);
  }));

test('has no number where no series is there, until one is', () =>
  using(3, async (prometheus) => {
    const result = async () => (await ask(prometheus, 'sum(up)'))[1].data.result as unknown[];
    prometheus.absent.add('sum(up)');
    expect(await result()).toEqual([]);
    prometheus.absent.delete('sum(up)');
    expect(await result()).toHaveLength(1);
  }));

test('answers anything where it was told what else to say', () =>
  using(0, async (prometheus) => {
    expect((await ask(prometheus, 'sum(up)'))[1].data.result[0].value[1]).toBe('0');
    expect([...prometheus.refused]).toEqual([]);
  }));

test('is there for whoever asks that', () =>
  using(undefined, async (prometheus) => {
    expect((await ask(prometheus, 'vector(1)'))[1].data.result[0].value[1]).toBe('1');
    expect([...prometheus.asked]).toEqual([]);
  }));
