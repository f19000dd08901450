import { App, ApplicationStack, Microservice, Port, Probe } from '../../lib';

const found = (ports: Port[], startup?: Probe) => {
  const app = new App();
  new Microservice(new ApplicationStack(app, 'shop'), 'cart', {
    image: 'cart:1.0.0',
    ports,
    ...(startup && { probes: { startup } }),
  });
  return app.validate().map(({ code, given }) => `${code} ${given}`);
};

test.each([
  ['the only port', [Port.http(70000)], ['MS1016 port of http was 70000']],
  ['its target', [Port.http(80, { targetPort: 70000 })], ['MS1016 targetPort of http was 70000']],
])('%s out of range is one finding, and none of the probes that ask it', (_, ports, findings) => {
  expect(found(ports)).toEqual(findings);
});

test('a probe that states a port of its own is one of its own', () => {
  expect(found([Port.http(8080)], Probe.tcp({ port: 70000 }))).toEqual(['MS1023 container cart: port was 70000']);
});
