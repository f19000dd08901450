import { ApiObject } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ClusterFacts,
  KubernetesVersion,
  Platform,
  type PodSecurityLevel,
} from '../../../../lib';
import { isError } from '../../../../lib/errors';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import type { Findings } from '../../suite';
import { admits } from './admission';

/** A workload, by its name. */
export interface Statement {
  readonly name: string;
  readonly state: (stack: ApplicationStack) => void;
}

/** Stack that the statements are made in, and the object that they are about. */
export interface Subject {
  readonly stack: string;
  readonly object: string;
  readonly podSecurity?: PodSecurityLevel;
}

/** Answer of the API server to the objects of a program, and errors that the program is told. */
interface Answers {
  readonly problems: readonly string[];
  readonly errors: readonly string[];
}

/** Asks the API server for each statement, and says what is wrong with the answers. */
export async function answersOf(
  client: KubernetesClient,
  { stack, object, podSecurity }: Subject,
  statements: readonly Statement[],
  said: (answers: Answers) => readonly string[],
): Promise<Findings> {
  const problems: { object: string; message: string }[] = [];
  for (const { name, state } of statements) {
    const { objects, errors } = made(state, stack, podSecurity);
    const admitted = await admits(client, objects);
    const answers = { problems: admitted.problems.map(({ message }) => message), errors };
    problems.push(...said(answers).map((message) => ({ object, message: `${name}: ${message}` })));
  }
  return { judged: statements.length, problems };
}

function made(
  state: Statement['state'],
  id: string,
  podSecurity?: PodSecurityLevel,
): { objects: LocatedObject[]; errors: string[] } {
  const app = new App();
  const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.NEWEST });
  const stack = new ApplicationStack(app, id, {
    platform: new Platform({ cluster }),
    ...(podSecurity !== undefined && { podSecurity }),
  });
  state(stack);
  const objects = app.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  return {
    objects: objects.map((object) => ({ manifest: object.toJson() as KubernetesObject, file: `${id}.yaml`, line: 1 })),
    errors: app
      .validate()
      .filter(isError)
      .map(({ code, message }) => `${code} ${message}`),
  };
}
