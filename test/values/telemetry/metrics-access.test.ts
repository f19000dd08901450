import { MetricsAccess, MetricsAccessKind } from '../../../lib/values';

test('the ways', () => {
  expect(MetricsAccess.merged()).toEqual(
    expect.objectContaining({ _kind: MetricsAccessKind.MERGED, certificate: undefined }),
  );
  expect(MetricsAccess.openPort()).toEqual(
    expect.objectContaining({ _kind: MetricsAccessKind.OPEN_PORT, certificate: undefined }),
  );
  const certificate = { namespace: 'monitoring', serviceAccount: 'prometheus', folder: '/certs' };
  expect(MetricsAccess.clientCertificate(certificate)).toEqual(
    expect.objectContaining({ _kind: MetricsAccessKind.CLIENT_CERTIFICATE, certificate }),
  );
});
