import {
  App,
  ApplicationStack,
  ClusterFacts,
  Microservice,
  NetworkPeer,
  Platform,
  PrometheusOperator,
} from '../../../../lib';
import { ALERT_SWITCHES } from '../../../../lib/emit/observability/alerts';
import { find, synthesize } from '../../../support/manifests';
import { everything, namesOf, PLATFORM, rulesOf, web } from './program';

test('alerts are routed by severity, microservice and the labels of platform and microservice', () => {
  const microservice = web({ telemetry: { alerts: { labels: { team: 'shop', area: 'front' } } } });
  microservice.expose({ host: 'web.example.com', public: true });
  const [rule] = rulesOf(microservice, {
    severities: { page: 'P1', ticket: 'P3' },
    labels: { team: 'platform', cluster: 'eu' },
  });
  expect(rule!.labels).toEqual({
    area: 'front',
    cluster: 'eu',
    team: 'shop',
    severity: 'P1',
    namespace: 'shop',
    microservice: 'web',
  });
  expect(rulesOf(microservice, { severities: { page: 'P1', ticket: 'P3' } })[1]!.labels.severity).toBe('P3');
});

test('an alert links to its runbook where there are any', () => {
  expect(rulesOf(web())[0]!.annotations.runbook_url).toBeUndefined();
  expect(rulesOf(web(), { runbookUrl: 'https://runbooks.example.com/' })[0]!.annotations.runbook_url).toBe(
    'https://runbooks.example.com/MicroserviceNoReadyReplicas',
  );
});

test.each(ALERT_SWITCHES)('%s can be switched off', (alert) => {
  const name = `Microservice${alert[0]!.toUpperCase()}${alert.slice(1)}`;
  expect(namesOf(everything())).toContain(name);
  expect(namesOf(everything('web', { telemetry: { alerts: { [alert]: false } } }))).toEqual(
    namesOf(everything()).filter((other) => other !== name),
  );
});

test('the nearest statement counts, alert by alert', () => {
  const platform = new Platform({
    ...PLATFORM,
    defaults: {
      telemetry: { alerts: { outOfMemory: false, crashLooping: false, labels: { team: 'platform', cluster: 'eu' } } },
    },
  });
  const stack = new ApplicationStack(new App(), 'shop', {
    platform,
    defaults: { telemetry: { alerts: { crashLooping: true } } },
  });
  const image = 'acme/web:1';
  const quiet = new Microservice(stack, 'quiet', { image, telemetry: { alerts: { rolloutStuck: false } } });
  const loud = new Microservice(stack, 'loud', {
    image,
    telemetry: { alerts: { outOfMemory: true, labels: { team: 'shop' } } },
  });
  expect(namesOf(quiet)).toEqual([
    'MicroserviceNoReadyReplicas',
    'MicroserviceCrashLooping',
    'MicroserviceDisruptionsBlocked',
  ]);
  expect(namesOf(loud)).toEqual([
    'MicroserviceNoReadyReplicas',
    'MicroserviceCrashLooping',
    'MicroserviceOutOfMemory',
    'MicroserviceRolloutStuck',
    'MicroserviceDisruptionsBlocked',
  ]);
  expect(rulesOf(loud)[0]!.labels).toMatchObject({ team: 'shop', cluster: 'eu' });
  expect(loud.setting('telemetry.alerts.crashLooping')).toMatchObject({ value: 'true', origin: 'stack shop' });
});

test('a PrometheusRule carries them in a group of their own', () => {
  const cluster = new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] });
  const microservice = web(
    {},
    {
      ...PLATFORM,
      cluster,
      observability: {
        monitoring: new PrometheusOperator({
          selector: { release: 'monitoring' },
          alerting: { labels: { cluster: 'eu' } },
        }),
      },
    },
  );
  const { groups } = find(synthesize(microservice.node.root as App), 'PrometheusRule', 'web').spec;
  const alerts = groups.find(({ name }) => name === 'shop/web/alerts')!;
  expect(alerts.rules.map(({ alert }) => alert)).toEqual(namesOf(microservice));
  expect(alerts.rules.every(({ labels }) => 'cluster' in labels)).toBe(true);
});
