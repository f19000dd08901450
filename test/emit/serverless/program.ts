import { App, Testing } from 'cdk8s';
import {
  ApplicationStack,
  ApplicationStackProps,
  KnativeServing,
  KnativeServingProps,
  Platform,
  PlatformProps,
  ServerlessFunction,
  ServerlessFunctionProps,
} from '../../../lib';
import type { Kinds } from '../../support/kinds';
import { find, ManifestObject, Parsed, synthesize } from '../../support/manifests';

export const IMAGE = 'ghcr.io/acme/thumbnail:1.2.0';

/** A stack named shop, whose platform runs functions. */
export function shop(
  knative: KnativeServingProps = {},
  platform: PlatformProps = {},
  stack: ApplicationStackProps = {},
): ApplicationStack {
  return new ApplicationStack(Testing.app(), 'shop', {
    platform: new Platform({ functions: new KnativeServing(knative), ...platform }),
    ...stack,
  });
}

/** A function named thumbnail, in a stack of its own where none is given. */
export function thumbnail(
  props: Partial<ServerlessFunctionProps> = {},
  stack: ApplicationStack = shop(),
): ServerlessFunction {
  return new ServerlessFunction(stack, 'thumbnail', { image: IMAGE, ...props });
}

/** What the program of a function writes, all of it valid. */
export function written(thumbnails: ServerlessFunction): ManifestObject[] {
  return synthesize(thumbnails.node.root as App);
}

/** The Service of Knative that a function is. */
export function serviceOf(thumbnails: ServerlessFunction): Parsed<Kinds['KnativeService']> {
  return find(written(thumbnails), 'KnativeService', thumbnails.name);
}

/** What its revisions are made of. */
export function revisionOf(thumbnails: ServerlessFunction): Record<string, any> {
  return serviceOf(thumbnails).spec.template.spec;
}

/** Its only container. */
export function containerOf(thumbnails: ServerlessFunction): Record<string, any> {
  const { containers } = revisionOf(thumbnails);
  expect(containers).toHaveLength(1);
  return (containers as Record<string, any>[])[0]!;
}

/** The annotations of its revisions about scaling, without their domain. */
export function scalingOf(thumbnails: ServerlessFunction): Record<string, string> {
  const prefix = 'autoscaling.knative.dev/';
  return Object.fromEntries(
    Object.entries(serviceOf(thumbnails).spec.template.metadata.annotations)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
}
