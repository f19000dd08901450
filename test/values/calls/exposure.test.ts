import { exposedNumber, Port } from '../../../lib/values';

test('an exposure means the port that it states, else the only one', () => {
  const ports = [Port.http(80, { targetPort: 8080 })];
  expect(exposedNumber({ port: 443 }, ports)).toBe(443);
  expect(exposedNumber({}, ports)).toBe(80);
  expect(exposedNumber({}, [])).toBeUndefined();
});
