import { CodeEntry, refused } from './entry';

/** Findings about application stacks and platforms. */
export const STACK_CODES = {
  MS3001: refused(
    'Kubernetes refuses the namespace or the name of the application',
    "Both have at most 63 lower-case letters, digits and dashes, and no dash at either end. The stack's id is the " +
      'name of the application, and of the namespace where none is stated.',
  ),
  MS3002: refused(
    'stacks that share a namespace disagree',
    'A namespace has one Pod Security level and is in one cluster, and either the program makes it or it comes ' +
      ('from elsewhere (`existing`). State the same in all of its stacks, or give each a namespace of its own; ' +
        'programs for several clusters are several apps.'),
  ),
  MS3003: refused(
    'the version of Kubernetes is not supported',
    'Manifests are made for Kubernetes 1.27 and newer; the version is written as `1.34`, and what stands behind ' +
      'the minor is ignored.',
  ),
  MS3005: refused(
    'a fact of the cluster is impossible',
    'Addresses are ranges in CIDR notation, exceptions lie inside their range, ports are whole numbers from 1 to ' +
      ('65535, zones are values of a label, each once, and pods are named by a namespace and labels that ' +
        'Kubernetes accepts.'),
  ),
  MS3006: refused(
    'an entry of the image map is no reference',
    "The platform's image map holds whole references, `registry/repository:tag` or with a digest, as pipelines " +
      'pass them.',
  ),
  MS3007: refused(
    'the namespace cannot be made',
    'The namespace and its baseline stand beside the stacks, under an id that another construct of the app has ' +
      'taken. Rename that construct.',
  ),
} as const satisfies Record<string, CodeEntry>;
