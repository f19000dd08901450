import { App } from 'cdk8s';
import {
  ClusterFacts,
  IstioMesh,
  MetricsAccess,
  NetworkPeer,
  Port,
  PortOptions,
  PrometheusOperator,
  ScrapeProtocol,
} from '../../../../lib';
import { find, synthesize } from '../../../support/manifests';
import { serve, shopOn } from '../program';

const FALLBACK = { fallbackScrapeProtocol: ScrapeProtocol.PROMETHEUS_TEXT_0_0_4 };

function monitorOf(
  kind: 'PodMonitor' | 'ServiceMonitor',
  access: MetricsAccess,
  options: PortOptions = {},
): Record<string, any> {
  const monitoring = new PrometheusOperator({ selector: { release: 'monitoring' }, access });
  const cluster = new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] });
  const stack = shopOn({ cluster, mesh: new IstioMesh(), observability: { monitoring } });
  serve(stack, 'web', { ports: [Port.http(8080), Port.http(9090, { name: 'm', servesMetrics: true, ...options })] });
  return find(synthesize(stack.node.root as App), kind, 'web').spec as Record<string, any>;
}

test('a fallback for the protocol of metrics stands in the monitor that scrapes them', () => {
  const certificate = MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus' });
  for (const access of [MetricsAccess.merged(), MetricsAccess.openPort()]) {
    expect(monitorOf('PodMonitor', access, FALLBACK)).toMatchObject({ fallbackScrapeProtocol: 'PrometheusText0.0.4' });
    expect(monitorOf('PodMonitor', access)).not.toHaveProperty('fallbackScrapeProtocol');
  }
  expect(monitorOf('ServiceMonitor', certificate, FALLBACK)).toMatchObject({
    fallbackScrapeProtocol: 'PrometheusText0.0.4',
  });
});
