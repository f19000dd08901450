import { ExternalTls } from '../../../lib/values';

test("the application begins TLS, or the caller's proxy does", () => {
  expect(ExternalTls.byApplication().proxied).toBe(false);
  expect(ExternalTls.byProxy().proxied).toBe(true);
});

test('the proxy trusts the stated authorities, or those of its image', () => {
  expect(ExternalTls.byProxy({ caCertificates: '/etc/bank/ca.pem' }).caCertificates).toBe('/etc/bank/ca.pem');
  expect(ExternalTls.byProxy().caCertificates).toBeUndefined();
  expect(ExternalTls.byApplication().caCertificates).toBeUndefined();
});
