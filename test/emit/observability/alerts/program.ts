import { Cpu } from 'cdk8s-plus-27';
import {
  AccessMode,
  Backlog,
  CertificateExporter,
  IstioIngressGateway,
  IstioMesh,
  IstioVersion,
  Microservice,
  MicroserviceProps,
  PlatformProps,
  PrometheusOperator,
  Scaling,
  Volume,
} from '../../../../lib';
import { AlertingRule, AlertRouting, standardAlerts } from '../../../../lib/emit/observability/alerts';
import { serve, shopOn } from '../program';

export const ROUTING: AlertRouting = {
  severities: { page: 'critical', ticket: 'warning' },
  labels: {},
  certificates: CertificateExporter.CERT_MANAGER,
};

/** A platform on which every standard alert can apply. */
export const PLATFORM: PlatformProps = {
  observability: { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) },
  mesh: new IstioMesh({ version: IstioVersion.of('1.30'), ingressGateway: new IstioIngressGateway() }),
};

/** What makes every standard alert apply, but for the exposure. */
export const EVERYTHING: Partial<MicroserviceProps> = {
  scaling: Scaling.onCpu({ min: 2, max: 10 }),
  resources: { cpu: { request: Cpu.millis(100), limit: Cpu.units(1) } },
  telemetry: { backlogs: [Backlog.kafka(1000, { consumerGroup: 'web' })] },
  pod: {
    mounts: [Volume.claimNamed('uploads', 'uploads', { accessMode: AccessMode.READ_WRITE_MANY }).at('/uploads')],
  },
};

/** The microservice `web` of the stack `shop`. */
export function web(props: Partial<MicroserviceProps> = {}, platform: PlatformProps = PLATFORM): Microservice {
  return serve(shopOn(platform), 'web', props);
}

/** One to which every standard alert applies. */
export function everything(name = 'web', props: Partial<MicroserviceProps> = {}): Microservice {
  const microservice = serve(shopOn(PLATFORM), name, {
    ...EVERYTHING,
    ...props,
    telemetry: { backlogs: [Backlog.kafka(1000, { consumerGroup: name })], ...props.telemetry },
  });
  microservice.expose({ host: 'web.example.com', tlsSecret: `${name}-tls`, public: true });
  return microservice;
}

/** The rules of its standard alerts. */
export function rulesOf(microservice: Microservice, routing: Partial<AlertRouting> = {}): AlertingRule[] {
  return standardAlerts(microservice._facts, { ...ROUTING, ...routing });
}

/** Names of its standard alerts, each once. */
export function namesOf(microservice: Microservice): string[] {
  return [...new Set(rulesOf(microservice).map(({ alert }) => alert))];
}
