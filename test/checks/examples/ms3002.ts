import { ApplicationStack, PodSecurityLevel } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  new ApplicationStack(app, 'one', { namespace: 'common', podSecurity: PodSecurityLevel.BASELINE });
  new ApplicationStack(app, 'two', { namespace: 'common', podSecurity: PodSecurityLevel.PRIVILEGED });
}

export function passing({ app }: Start): void {
  new ApplicationStack(app, 'one', { namespace: 'common', podSecurity: PodSecurityLevel.BASELINE });
  new ApplicationStack(app, 'two', { namespace: 'common', podSecurity: PodSecurityLevel.BASELINE });
}
