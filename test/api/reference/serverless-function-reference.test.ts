import type { App } from 'cdk8s';
import {
  ApplicationStack,
  ICallee,
  KnativeServing,
  Microservice,
  Port,
  Protocol,
  ServerlessFunctionReference,
} from '../../../lib';
import { findingsOf } from '../../checks/cases';
import { IMAGE, shop, thumbnail } from '../../emit/serverless/program';
import { find, synthesize } from '../../support/manifests';
import { ENDPOINT } from '../../../lib/api/caller-and-callee';

const functions = new KnativeServing();

test('a caller connects to the gateway, whichever program states the function', () => {
  const here = shop();
  const elsewhere = shop();
  const gallery = (stack: ApplicationStack, callee: ICallee) => {
    new Microservice(stack, 'gallery', { image: IMAGE, ports: [Port.http(8080)] }).calls(callee);
    const manifests = synthesize(stack.node.root as App);
    return [find(manifests, 'Deployment', 'gallery').spec.template, find(manifests, 'NetworkPolicy', 'gallery').spec];
  };
  expect(
    gallery(elsewhere, new ServerlessFunctionReference({ name: 'thumbnail', namespace: 'shop', functions })),
  ).toEqual(gallery(here, thumbnail({}, here)));
});

test('it speaks what is stated', () => {
  const {
    [ENDPOINT]: { ports },
  } = new ServerlessFunctionReference({ name: 'thumbnail', namespace: 'shop', functions, protocol: Protocol.GRPC });
  expect(ports).toEqual([Port.grpc(80, { targetPort: 8080 })]);
});

test('of a function of the same program, the construct itself is called', () => {
  const stack = shop();
  const own = thumbnail({}, stack);
  new Microservice(stack, 'gallery', { image: IMAGE }).calls(
    new ServerlessFunctionReference({ name: 'thumbnail', namespace: 'shop', functions }),
  );
  expect(findingsOf(own.node.root as App)).toContainEqual(
    expect.objectContaining({ code: 'MS2019', path: 'shop/gallery', given: expect.stringContaining('shop/thumbnail') }),
  );
});
