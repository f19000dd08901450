import { type Rule, Severity } from '../../../../errors';
import type { WayInUse } from '../../way-in';
import { ControllerKind, type IngressFacts } from '../facts';

/** An Ingress controller, and the microservices behind it. */
export interface IngressUse extends WayInUse {
  readonly controller: IngressFacts;
}

/** The Ingress controller gets no fixes any more. */
export const MS2057: Rule<IngressUse> = {
  code: 'MS2057',
  title: 'the Ingress controller is retired',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Kubernetes retired ingress-nginx in March 2026: nobody mends what is found in it, security holes included ' +
    '(https://www.kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/). Move to a Gateway or to another ' +
    'controller; exposures stay as they are. Acknowledge it until then.',
  reads: 'way in of the platform',

  evaluate: ({ controller, microservices }) =>
    controller.kind !== ControllerKind.NGINX || microservices.every(({ exposures }) => exposures.length === 0)
      ? []
      : [
          {
            message: 'ingress-nginx gets no fixes any more',
            given: `the platform leads requests through its class ${controller.className}`,
            allowed: 'controllers that somebody maintains',
            fix: 'state new GatewayApi(…) or IngressController.traefik(…), or acknowledge it until then',
          },
        ],
};
