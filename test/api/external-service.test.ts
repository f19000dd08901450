import { ApiObject } from 'cdk8s';
import type { ApplicationStack } from '../../lib/api/application-stack';
import { ExternalService, ExternalServiceProps } from '../../lib/api/external-service';
import { Microservice } from '../../lib/api/workload/microservice';
import { Port } from '../../lib/values';
import { codesOf, findingsOf, shop } from '../emit/kubernetes/program';

const called = (props: Partial<ExternalServiceProps> = {}) => {
  const service = made(props);
  new Microservice(service.node.scope as ApplicationStack, 'web', { image: 'acme/web:1' }).calls(service);
  return service;
};
const made = (props: Partial<ExternalServiceProps> = {}) =>
  new ExternalService(shop(), 'payments', {
    host: 'api.payments.example',
    ports: [Port.tls(443)],
    addresses: ['203.0.113.0/24'],
    ...props,
  });

test('has a name, a host and ports, and makes no object', () => {
  const service = made();
  expect(service).toMatchObject({ name: 'payments', host: 'api.payments.example' });
  expect(service.ports.map(({ number: port }) => port)).toEqual([443]);
  expect(service.node.findAll().filter((construct) => ApiObject.isApiObject(construct))).toEqual([]);
  expect(findingsOf(service)).toEqual([]);
});

test.each<[Partial<ExternalServiceProps>, string]>([
  [{ host: 'https://api.payments.example' }, 'MS2012'],
  [{ host: 'api.payments.example:443' }, 'MS2012'],
  [{ host: '' }, 'MS2012'],
  [{ addresses: ['203.0.113.7'] }, 'MS2013'],
  [{ addresses: ['203.0.113.0/33'] }, 'MS2013'],
  [{ addresses: [] }, 'MS2014'],
  [{ ports: [Port.tls(0)] }, 'MS1016'],
  [{ ports: [Port.tls(443), Port.tls(443)] }, 'MS1017'],
])('%j is a finding', (props, code) => {
  expect(findingsOf(called(props)).map((finding) => finding.code)).toContain(code);
});

test('that its addresses are not known can be accepted', () => {
  const service = called({ addresses: [] });
  service.acknowledge('MS2014', 'the provider changes them every week');
  expect(findingsOf(service)).toMatchObject([{ code: 'MS2014', acknowledged: 'the provider changes them every week' }]);
});

test('that its addresses are not known matters to nobody but callers with a network policy', () => {
  const service = made({ addresses: [] });
  expect(findingsOf(service)).toEqual([]);
  const caller = (id: string, networkPolicy: boolean) =>
    new Microservice(service.node.scope as ApplicationStack, id, {
      image: 'acme/web:1',
      security: { networkPolicy },
    }).calls(service);
  caller('open', false);
  expect(findingsOf(service)).toEqual([]);
  caller('web', true);
  expect(codesOf(service)).toEqual(['MS2014']);
});
