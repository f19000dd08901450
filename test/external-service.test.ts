import { ApiObject } from 'cdk8s';
import { ExternalService, ExternalServiceProps } from '../lib/external-service';
import { Port } from '../lib/model';
import { findingsOf, shop } from './kubernetes/program';

const made = (props: Partial<ExternalServiceProps> = {}) => new ExternalService(shop(), 'payments', { host: 'api.payments.example', ports: [Port.tls(443)], addresses: ['203.0.113.0/24'], ...props });

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
  expect(findingsOf(made(props)).map((finding) => finding.code)).toContain(code);
});

test('that its addresses are not known can be accepted', () => {
  const service = made({ addresses: [] });
  service.acknowledge('MS2014', 'the provider changes them every week');
  expect(findingsOf(service)).toMatchObject([{ code: 'MS2014', acknowledged: 'the provider changes them every week' }]);
});
