import { Duration } from 'cdk8s';
import {
  AddressFormat,
  App,
  ApplicationStack,
  Microservice,
  Platform,
  Port,
  Probe,
  Scaling,
  ScalingMetric,
} from '../../lib';

/** A back office, and reports that somebody asks for a few times a day: none of them runs meanwhile. */
export function reports(app: App, platform: Platform): ApplicationStack {
  const stack = new ApplicationStack(app, 'office', { platform });
  const reporting = new Microservice(stack, 'reporting', {
    image: 'ghcr.io/acme/reporting:2.3.0',
    ports: [Port.http(8080)],
    probes: { readiness: Probe.http('/healthz') },
    lifecycle: { startupTime: Duration.seconds(20), longestRequest: Duration.minutes(2) },
    scaling: Scaling.on([ScalingMetric.concurrency(4)], { min: 0, max: 10 }),
  });
  const backOffice = new Microservice(stack, 'back-office', {
    image: 'ghcr.io/acme/back-office:5.0.1',
    ports: [Port.http(8080)],
    probes: { readiness: Probe.http('/healthz') },
  });
  // 25 s until the first replica serves, and 2 minutes for the report.
  backOffice.calls(reporting, {
    operation: { methods: ['GET', 'POST'], paths: ['/reports/*'] },
    timeout: Duration.seconds(145),
    addresses: [{ format: AddressFormat.url() }],
  });
  return stack;
}
