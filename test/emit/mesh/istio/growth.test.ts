import { Duration } from 'cdk8s';
import { Port, Retries } from '../../../../lib';
import { GATEWAY, IstioProgram } from './program';

/** How many objects belong to a name. */
const countOf = (program: IstioProgram, name: string) =>
  program.written().filter(({ metadata }) => metadata.name === name).length;

/** A callee of so many callers, each with calls of its own. */
function called(callers: number): IstioProgram {
  const program = new IstioProgram();
  const [cart, pay] = [program.serve('cart'), program.external('pay', { ports: [Port.http(80)] })];
  for (let at = 0; at < callers; at++) {
    const caller = program.serve(`caller-${at}`);
    caller.calls(cart, { timeout: Duration.millis(1000 + at), operation: { methods: ['GET'] } });
    caller.calls(cart, { operation: { methods: ['POST'] }, idempotent: true, retries: Retries.upTo(1) });
    caller.calls(pay, { timeout: Duration.millis(1000 + at) });
  }
  return program;
}

test('objects grow with microservices, never with calls', () => {
  const counts = [1, 5, 20].map((callers) => {
    const program = called(callers);
    const others = program.written().filter(({ metadata }) => !metadata.name.startsWith('caller-'));
    return {
      callee: countOf(program, 'cart'),
      external: countOf(program, 'pay'),
      caller: countOf(program, 'caller-0'),
      others: others.length,
    };
  });
  expect(counts).toEqual([counts[0], counts[0], counts[0]]);
  expect(counts[0]).toMatchObject({ external: 3 });
});

test('statements that are repeated or added make nothing twice', () => {
  const program = new IstioProgram({ ingressGateway: GATEWAY });
  const [web, cart] = [
    program.serve('web', { ports: [Port.http(80), Port.http(81, { name: 'admin' })] }),
    program.serve('cart'),
  ];
  const kinds = () =>
    program
      .written()
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
      .sort();
  web.calls(cart, { operation: { methods: ['GET'] } });
  web.expose({ port: 80, host: 'a.example.com', public: true });
  const before = kinds();
  web.calls(cart, { operation: { methods: ['POST'] } });
  cart.calls(cart);
  web.expose({ port: 81, host: 'b.example.com', public: true });
  expect(kinds()).toEqual(before);
  expect(new Set(before).size).toBe(before.length);
});

test('what is written twice is the same', () => {
  const program = called(3);
  expect(program.written()).toEqual(program.written());
});
