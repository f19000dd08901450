import { alertRouting } from '../../../lib/emit/observability/alerting';
import { CertificateExporter } from '../../../lib';

test('severities are those of kube-prometheus where nothing is said', () => {
  expect(alertRouting({})).toEqual({
    severities: { page: 'critical', ticket: 'warning' },
    labels: {},
    certificates: CertificateExporter.CERT_MANAGER,
  });
});

test('what is said is kept, and a copy of it', () => {
  const labels = { team: 'shop' };
  const routing = alertRouting({
    pageSeverity: 'p1',
    ticketSeverity: 'p3',
    labels,
    runbookUrl: 'https://runbooks.example.com/',
    certificates: CertificateExporter.X509,
  });
  labels.team = 'other';
  expect(routing).toEqual({
    severities: { page: 'p1', ticket: 'p3' },
    labels: { team: 'shop' },
    runbookUrl: 'https://runbooks.example.com/',
    certificates: CertificateExporter.X509,
  });
});
