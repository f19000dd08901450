import type { ISubject, SubjectConfiguration } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { hiddenKey, metadataOf, ServiceAccount } from '../../emit/kubernetes';
import type { WorkloadDefinition } from '../../program';

/** An account that something else makes. Roles of cdk8s-plus-27 can be bound to it. */
class OtherAccount extends Construct implements ISubject {
  readonly #subject: SubjectConfiguration;

  public constructor(scope: Construct, id: string, subject: SubjectConfiguration) {
    super(scope, id);
    this.#subject = subject;
  }

  public toSubjectConfiguration(): SubjectConfiguration {
    return this.#subject;
  }
}

/** Declares the ServiceAccount of a workload, unless something else makes it. */
export function declareAccount(scope: Construct, definition: WorkloadDefinition): ISubject {
  const { account, namespace } = definition;
  const { name, isOwn, annotations, labels } = account;
  if (!isOwn) return new OtherAccount(scope, 'account', { kind: 'ServiceAccount', name, namespace });
  const made = new ServiceAccount(scope, 'account', { ...metadataOf(definition), name });
  // Added to it, so that another value than the platform requires is reported.
  for (const [key, value] of Object.entries(annotations)) made.metadata.addAnnotation(hiddenKey(key), value);
  for (const [key, value] of Object.entries(labels)) made.metadata.addLabel(hiddenKey(key), value);
  return made;
}
