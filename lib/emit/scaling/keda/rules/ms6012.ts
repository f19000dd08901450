import { type Detail, type Rule, withoutCredentials } from '../../../../errors';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../../kubernetes';
import { isHttpUrl } from '../../../../values';
import { MS6012 } from '../../rules';
import type { HttpAddOn } from '../http-add-on';
import type { KedaPrometheusOptions } from '../prometheus-options';

/** Metadata that follows from the metric, or has a field of its own. */
const DERIVED_METADATA: readonly string[] = ['serverAddress', 'query', 'threshold', 'ignoreNullValues', 'authModes'];

/** KEDA can ask the Prometheus of the platform. */
export const MS6012_PROMETHEUS: Rule<KedaPrometheusOptions> = {
  ...MS6012,

  evaluate: ({ serverAddress, authModes, clusterTriggerAuthentication, metadata = {} }) => [
    ...Object.entries(metadata)
      .filter(([key]) => DERIVED_METADATA.includes(key))
      .map(([key, value]) => ({
        message: 'metadata of a trigger is stated twice',
        given: `prometheus.metadata had ${key}: '${value}'`,
        allowed: `other metadata than ${DERIVED_METADATA.join(', ')}`,
        fix: `leave ${key} out: it follows from the metric or stands beside metadata`,
      })),
    ...(isHttpUrl(serverAddress)
      ? []
      : [
          {
            message: 'the address of Prometheus is invalid',
            given: `prometheus.serverAddress was '${withoutCredentials(serverAddress)}'`,
            allowed: 'an address of HTTP or HTTPS, such as http://prometheus-operated.monitoring:9090',
            fix: 'state it as pods of KEDA reach it',
          },
        ]),
    ...(clusterTriggerAuthentication === undefined || isDnsSubdomain(clusterTriggerAuthentication)
      ? []
      : [
          {
            message: 'the name of a ClusterTriggerAuthentication is invalid',
            given: `it was '${clusterTriggerAuthentication}'`,
            allowed: 'names of objects, such as prometheus-bearer',
            fix: 'state the metadata.name of the ClusterTriggerAuthentication',
          },
        ]),
    ...((authModes === undefined) === (clusterTriggerAuthentication === undefined)
      ? []
      : [
          {
            message: 'KEDA cannot authenticate to Prometheus',
            given:
              authModes === undefined
                ? `clusterTriggerAuthentication was ${clusterTriggerAuthentication}, without authModes`
                : `authModes was ${authModes}, without clusterTriggerAuthentication`,
            allowed: 'both, or none',
            fix: 'state the authentication modes, and the name of the credentials',
          },
        ]),
  ],
};

/** The installation of KEDA's HTTP add-on is stated as Kubernetes accepts it. */
export const MS6012_HTTP_ADD_ON: Rule<HttpAddOn> = {
  ...MS6012,

  evaluate: ({ namespace, labels, service, port, targetPort, serviceAccount, scalerAddress, reaction }) => {
    const pairs = Object.entries(labels);
    return [
      ...dnsLabel('the namespace', namespace),
      ...dnsLabel('the Service of the interceptor', service),
      ...(isDnsSubdomain(serviceAccount)
        ? []
        : [
            invalid(
              'the service account of the interceptor',
              `'${serviceAccount}'`,
              'names of objects, such as keda-add-ons-http-interceptor',
            ),
          ]),
      ...portNumber('the port of the interceptor', port),
      ...(Object.is(targetPort, port) ? [] : portNumber("the port of the interceptor's pods", targetPort)),
      ...(pairs.length > 0 && pairs.every(([key, value]) => isQualifiedName(key) && isLabelValue(value))
        ? []
        : [
            invalid(
              'a label of the interceptor',
              pairs.map(([key, value]) => `${key}=${value}`).join(', ') || 'none',
              'labels that Kubernetes accepts, one at least: without one, network policies let in every pod of the ' +
                'namespace',
            ),
          ]),
      ...(/^[^\s/:]+:\d+$/.test(scalerAddress)
        ? []
        : [
            invalid(
              'the address of the external scaler',
              `'${scalerAddress}'`,
              'a host and a port, such as keda-add-ons-http-external-scaler.keda:9090',
            ),
          ]),
      ...(Number.isInteger(reaction) && reaction >= 0
        ? []
        : [invalid('the reaction', `${reaction} s`, 'whole seconds from 0')]),
    ];
  },
};

function dnsLabel(what: string, value: string): Detail[] {
  return isDnsLabel(value)
    ? []
    : [invalid(what, `'${value}'`, 'at most 63 lower-case letters, digits and dashes, no dash at either end')];
}

function portNumber(what: string, value: number): Detail[] {
  return Number.isInteger(value) && value >= 1 && value <= 65535
    ? []
    : [invalid(what, `${value}`, 'whole numbers from 1 to 65535')];
}

function invalid(what: string, given: string, allowed: string): Detail {
  return {
    message: `${what} of KEDA's HTTP add-on is invalid`,
    given: `it was ${given}`,
    allowed,
    fix: 'state it as it is installed',
  };
}
