import { App, Testing } from 'cdk8s';
import {
  ApplicationStack,
  ApplicationStackProps,
  Microservice,
  MicroserviceProps,
  OtlpCollectorProps,
  Platform,
  PlatformProps,
  Port,
} from '../../../lib';
import { find, ManifestObject, Parsed, synthesize } from '../../support/manifests';
import type { Kinds } from '../../support/kinds';

/** A collector with the usual port of gRPC. */
export const COLLECTOR: OtlpCollectorProps = {
  service: 'collector',
  namespace: 'telemetry',
  labels: { app: 'collector' },
};

/** The main container of a workload. */
export type Container = Parsed<Kinds['Deployment']>['spec']['template']['spec']['containers'][number];

/** A stack named shop on a platform. */
export function shopOn(
  platform: PlatformProps,
  props: Omit<ApplicationStackProps, 'platform'> = {},
  app: App = Testing.app(),
): ApplicationStack {
  return new ApplicationStack(app, 'shop', { platform: new Platform(platform), ...props });
}

/** A microservice of HTTP, unless something else is stated. */
export function serve(stack: ApplicationStack, name: string, props: Partial<MicroserviceProps> = {}): Microservice {
  return new Microservice(stack, name, {
    image: `acme/${name}:1.4.2`,
    ports: [Port.http(80, { targetPort: 8080 })],
    ...props,
  });
}

/** What a program of `web` alone writes. */
export function writtenOf(platform: PlatformProps, props: Partial<MicroserviceProps> = {}): ManifestObject[] {
  const stack = shopOn(platform);
  serve(stack, 'web', props);
  return synthesize(stack.node.root as App);
}

/** The pod template of `web`. */
export function templateOf(manifests: readonly ManifestObject[]): Parsed<Kinds['Deployment']>['spec']['template'] {
  return find(manifests, 'Deployment', 'web').spec.template;
}

/** The environment of the main container, in its order. */
export function environmentOf(manifests: readonly ManifestObject[]): Container['env'] {
  return templateOf(manifests).spec.containers[0]!.env ?? [];
}

/** The value of a variable of the main container. */
export function valueOf(manifests: readonly ManifestObject[], variable: string): string | undefined {
  return environmentOf(manifests).find(({ name }) => name === variable)?.value;
}
