import { DeploymentWorkload, selector, Urgency, unique } from '../../../program';
import { Matcher } from '../../../values';
import { EXPIRY_MINUTES, EXPIRY_PAGE_DAYS, EXPIRY_TICKET_DAYS } from './defaults';
import { AlertStatement, CertificateExporter } from './routing';
import { minutes, StandardAlert } from './standard-alert';

const SECONDS_A_DAY = 24 * 60 * 60;

/** A certificate of the gateway is close to its end: clients refuse the connection before any request is counted. */
export const certificateExpiring: StandardAlert = {
  needs: 'an exposure with a tlsSecret through a gateway',
  statements: (facts, certificates) => {
    const namespace = facts.wayIn.certificateNamespace;
    if (namespace === undefined) return [];
    return secrets(facts).flatMap((secret) => [
      statement(facts, secret, expiry(secret, namespace, certificates), EXPIRY_TICKET_DAYS, Urgency.TICKET),
      statement(facts, secret, expiry(secret, namespace, certificates), EXPIRY_PAGE_DAYS, Urgency.PAGE),
    ]);
  },
};

function secrets({ exposures }: DeploymentWorkload): string[] {
  return unique(
    exposures.flatMap(({ host, tlsSecret }) => (host === undefined || tlsSecret === undefined ? [] : [tlsSecret])),
  );
}

function statement(
  { namespace, name }: DeploymentWorkload,
  secret: string,
  left: string,
  days: number,
  urgency: Urgency,
): AlertStatement {
  return {
    alert: 'MicroserviceCertificateExpiring',
    expr: `${left} < ${days * SECONDS_A_DAY}`,
    for: minutes(EXPIRY_MINUTES),
    urgency,
    labels: { secret },
    summary:
      `The certificate of ${name} in Secret ${secret} expires in less than ${days} ` + `${days === 1 ? 'day' : 'days'}`,
    description:
      `The certificate under which ${namespace}/${name} is reached from outside is valid for {{ $value ` +
      ('| humanizeDuration }} more; then clients turn away, and nothing counts their requests. It should have been ' +
        'renewed by now: look at the Certificate, its CertificateRequest and Order, or put a new one into the Secret.'),
  };
}

/** Seconds until the first certificate of a Secret ends. */
function expiry(secret: string, namespace: string, certificates: CertificateExporter): string {
  return `min(${seriesOf(secret, namespace, certificates).join(' or ')}) - time()`;
}

function seriesOf(secret: string, namespace: string, certificates: CertificateExporter): string[] {
  const matcher = (label: string, value: string): Matcher => ({ label, operator: '=', value });
  if (certificates === CertificateExporter.X509) {
    // Clients have the authority's certificate themselves.
    return [
      selector({
        metric: 'x509_cert_not_after',
        matchers: [
          matcher('secret_namespace', namespace),
          matcher('secret_name', secret),
          { label: 'secret_key', operator: '!=', value: 'ca.crt' },
        ],
      }),
    ];
  }
  const metric = 'certmanager_certificate_expiration_timestamp_seconds';
  return [
    selector({
      metric,
      matchers: [matcher('namespace', namespace), matcher('name', secret), matcher('exported_namespace', '')],
    }),
    // What Prometheus makes of the label where a monitor does not honor it, as cert-manager's own.
    selector({ metric, matchers: [matcher('exported_namespace', namespace), matcher('name', secret)] }),
  ];
}
