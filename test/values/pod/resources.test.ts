import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import { byteQuantity, bytes, cpuQuantity, millicores, resolveResources } from '../../../lib/values';

const MI = 1024 ** 2;

describe('resolveResources', () => {
  test('asks for a little and bounds memory where nothing is said; CPU has no limit', () => {
    expect(resolveResources()).toEqual({
      cpu: { request: 100 },
      memory: { request: 256 * MI, limit: 256 * MI },
      ephemeralStorage: {},
    });
  });

  test('a lone limit is the request too', () => {
    const facts = resolveResources({ cpu: { limit: Cpu.units(2) }, memory: { limit: Size.mebibytes(64) } });
    expect(facts).toMatchObject({ cpu: { request: 2000, limit: 2000 }, memory: { request: 64 * MI, limit: 64 * MI } });
  });

  test('a lone memory request is the limit too; a lone CPU request is none', () => {
    const facts = resolveResources({ cpu: { request: Cpu.millis(50) }, memory: { request: Size.gibibytes(1) } });
    expect(facts).toMatchObject({ memory: { request: 1024 * MI, limit: 1024 * MI } });
    expect(facts.cpu).toEqual({ request: 50 });
  });

  test('request and limit stay apart where both are stated', () => {
    const { memory } = resolveResources({ memory: { request: Size.mebibytes(64), limit: Size.mebibytes(128) } });
    expect(memory).toEqual({ request: 64 * MI, limit: 128 * MI });
  });

  test('disk is bounded only where it is stated', () => {
    expect(resolveResources({ ephemeralStorage: { limit: Size.gibibytes(2) } }).ephemeralStorage).toEqual({
      limit: 2048 * MI,
    });
  });
});

describe('amounts', () => {
  test('every thousandth of a core is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (millis) => {
        expect(millicores(Cpu.units(millis / 1000))).toBe(millis);
        expect(millicores(Cpu.millis(millis))).toBe(millis);
      }),
    );
  });

  test.each([
    [Size.kibibytes(1), 1024],
    [Size.mebibytes(1.5), 1.5 * MI],
    [Size.gibibytes(1), 1024 * MI],
    [Size.tebibytes(1), MI ** 2],
    [Size.pebibyte(1), 1024 * MI ** 2],
  ])('%p has as many bytes', (size, amount) => {
    expect(bytes(size)).toBe(amount);
  });

  test('what is no amount is no number', () => {
    expect(millicores(Cpu.millis(-1))).toBeNaN();
    expect(millicores(Cpu.units(1e-7))).toBeNaN();
  });
});

describe('quantities', () => {
  test.each([
    [1, '1m'],
    [100, '100m'],
    [999, '999m'],
    [1000, '1'],
    [1500, '1500m'],
    [20_000, '20'],
  ])('%d thousandths of a core are %s', (millis, quantity) => {
    expect(cpuQuantity(millis)).toBe(quantity);
  });

  test.each([
    [1, '1'],
    [1023, '1023'],
    [1024, '1Ki'],
    [256 * MI, '256Mi'],
    [1024 * MI, '1Gi'],
    [1536 * MI, '1536Mi'],
    [MI ** 2, '1Ti'],
    [0, '0'],
  ])('%d bytes are %s', (amount, quantity) => {
    expect(byteQuantity(amount)).toBe(quantity);
  });
});
