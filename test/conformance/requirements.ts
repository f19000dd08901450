import { spawnSync } from 'node:child_process';
import { missingIsolation, missingUserIds } from './isolation';
import { missing } from './judges';
import type { Requirement, Suite } from './suite';

const MISSING: Readonly<Record<Requirement, () => string | undefined>> = {
  namespaces: missingIsolation,
  'user ids': missingUserIds,
  openssl: missingOpenssl,
};

function missingOpenssl(): string | undefined {
  return spawnSync('openssl', ['version']).error === undefined ? undefined : 'openssl is needed: it makes certificates';
}

/** Obstacles to a suite here, in words. Empty where it can run. */
export function missingFor({ judges, needs }: Suite): string[] {
  return [
    ...needs.flatMap((requirement) => MISSING[requirement]() ?? []),
    ...missing(judges).map(({ judge, reason }) => `${judge}: ${reason}`),
  ];
}
