import { type Detail, type Rule, shown } from '../../../../errors';
import { isDnsLabel, isLabelValue, isObjectName, isQualifiedName } from '../../../kubernetes';
import { MS2053 } from '../../rules/ms2053';
import type { GatewayApiFacts } from '../facts';
import { OLDEST_MINOR } from '../gateway-api-version';

/** The facts of an installation of the Gateway API are valid. */
export const MS2053_GATEWAY_API: Rule<GatewayApiFacts> = {
  ...MS2053,

  evaluate: ({ version, gatewayClass, gateway, namespace, certificateNamespace, issuer }) => [
    ...(version.supported
      ? []
      : [
          {
            message: 'invalid version of the Gateway API',
            given: `it was '${version}'`,
            allowed: `1.${OLDEST_MINOR} and newer, as in '1.4'`,
            fix: "state the annotation gateway.networking.k8s.io/bundle-version of its definitions, as in '1.4'",
          },
        ]),
    ...named('the name of the GatewayClass', gatewayClass.name, isObjectName),
    ...named('the namespace of the Gateways', gateway?.namespace ?? namespace, isDnsLabel),
    ...named('the name of the Gateway', gateway?.name ?? 'any', isDnsLabel),
    ...named('the namespace of the certificates', certificateNamespace ?? 'any', isDnsLabel),
    ...named('the name of the issuer', issuer?.name ?? 'any', isObjectName),
    ...Object.entries(gatewayClass._props?.labels ?? {}).flatMap(([key, value]) => [
      ...named('the key of a label of its pods', key, isQualifiedName),
      ...named(`the label ${key} of its pods`, value, isLabelValue),
    ]),
    ...(gateway === undefined || listenersOf(gateway).length > 0
      ? []
      : [
          {
            message: 'no listener of the Gateway is named',
            given: `gateway was ${gateway.namespace}/${gateway.name}`,
            allowed: 'httpListener, httpsListener, tlsListener or listeners',
            fix: "state the names of its listeners, such as httpListener: 'http'",
          },
        ]),
  ],
};

function listenersOf({
  httpListener,
  httpsListener,
  tlsListener,
  listeners = {},
}: NonNullable<GatewayApiFacts['gateway']>): unknown[] {
  return [httpListener, httpsListener, tlsListener, ...Object.values(listeners)].filter((each) => each !== undefined);
}

function named(what: string, name: string, isValid: (name: string) => boolean): Detail[] {
  return isValid(name)
    ? []
    : [
        {
          message: `Kubernetes refuses ${what}`,
          given: `it was ${shown(name)}`,
          allowed: 'lower-case letters, digits and dashes, no dash at either end',
          fix: 'state it as the installation has it',
        },
      ];
}
