import { Duration, Size } from 'cdk8s';
import {
  App,
  ApplicationStack,
  KnativeServing,
  Microservice,
  Platform,
  Port,
  Probe,
  Protocol,
  Scaling,
  ScalingMetric,
  ServerlessFunction,
  Volume,
} from '../lib';

/** A gallery whose pictures are worked on by functions, which cost nothing while nobody sends any. */
const app = new App({ folder: 'functions' });
const platform = new Platform({ functions: new KnativeServing({ domain: 'fn.example.com' }) });
const photos = new ApplicationStack(app, 'photos', { platform });

const gallery = new Microservice(photos, 'gallery', {
  image: 'ghcr.io/acme/gallery:3.1.0',
  ports: [Port.http(8080)],
  probes: { readiness: Probe.http('/healthz') },
});
const store = new Microservice(photos, 'store', {
  image: 'ghcr.io/acme/store:2.0.4',
  ports: [Port.grpc(7070)],
  probes: { readiness: Probe.grpc(), liveness: Probe.grpc() },
});

const thumbnail = new ServerlessFunction(photos, 'thumbnail', { image: 'ghcr.io/acme/thumbnail:1.2.0' });

// One picture at a time fills the memory of a replica.
const classify = new ServerlessFunction(photos, 'classify', {
  image: 'ghcr.io/acme/classify:0.9.1',
  protocol: Protocol.GRPC,
  containerPort: 9000,
  probes: { readiness: Probe.grpc(), liveness: Probe.grpc() },
  lifecycle: { concurrency: 1, longestRequest: Duration.minutes(2), startupTime: Duration.seconds(30) },
  scaling: Scaling.on([ScalingMetric.concurrency(1)], { max: 20, scaleDown: { stabilization: Duration.minutes(2) } }),
  resources: { memory: { request: Size.gibibytes(2) } },
  pod: { mounts: [Volume.emptyDir('model', { sizeLimit: Size.gibibytes(1) }).at('/var/cache/model')] },
});

// What others send is taken by a version that has proven itself on a share of it.
const webhook = new ServerlessFunction(photos, 'webhook', {
  image: 'ghcr.io/acme/webhook:1.0.3',
  probes: { readiness: Probe.http('/healthz') },
  scaling: Scaling.on([ScalingMetric.requestsPerSecond(50)], { min: 1, max: 8 }),
  lifecycle: { rolloutDuration: Duration.minutes(10) },
});

gallery.calls(thumbnail);
gallery.calls(store);
thumbnail.calls(store);
thumbnail.calls(classify);
webhook.calls(store);
webhook.expose({ public: true });

photos.acknowledge('MS7009', 'who may work on which picture is checked by its signed URL');

app.synth();
