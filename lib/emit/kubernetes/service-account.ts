import type { ISubject, SubjectConfiguration } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { identityFields } from './patched';
import { Manifest, ManifestProps } from './manifest';

/** ServiceAccount of a microservice. Roles of cdk8s-plus-27 can be bound to it. */
export class ServiceAccount extends Manifest implements ISubject {
  public constructor(
    scope: Construct,
    id: string,
    props: Pick<ManifestProps, 'name' | 'namespace' | 'labels' | 'annotations' | 'required'>,
  ) {
    super(scope, id, {
      ...props,
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      followed: () => identityFields('the pods, authorization policies of callees and the bindings of roles'),
      // Pods that talk to the Kubernetes API ask for the token themselves.
      fields: { automountServiceAccountToken: () => false },
    });
  }

  public toSubjectConfiguration(): SubjectConfiguration {
    return {
      kind: this.kind,
      name: this.name,
      ...(this.metadata.namespace !== undefined && { namespace: this.metadata.namespace }),
    };
  }
}
