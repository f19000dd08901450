import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { ClosedSchema } from './closed-schema';
import { CILIUM_KINDS } from './cilium-kinds';
import { FLAGGER_KINDS } from './flagger-kinds';
import { GATEWAY_API_KINDS } from './gateway-api-kinds';
import { KEDA_HTTP_KINDS } from './keda-http-kinds';
import { SECRET_KINDS } from './secret-kinds';
import { TRAEFIK_KINDS } from './traefik-kinds';
import { GRAFANA_PACKAGE, GRAFANA_TYPES } from './grafana-types';
import { findUpstreamKinds, modelPackages } from './upstream-kinds';

const ROOT = path.resolve(__dirname, '../../..');
export const NODE_MODULES = path.join(ROOT, 'node_modules');

/**
 * Makes the closed schema of every installed kind unless the cache has it; it is never committed, since it is
 * upstream's in another form.
 */
export function prepareSchema(): void {
  const file = cacheFile();
  if (fs.existsSync(file)) return;
  // Only here, since the compiler takes longer to load than everything else together.
  const { generateSchema } = createRequire(__filename)('./generate-schema') as typeof import('./generate-schema');
  write(file, generateSchema(findUpstreamKinds(NODE_MODULES), ROOT, GRAFANA_TYPES));
}

/** The schema that was prepared, and what no package describes. */
export function closedSchema(): ClosedSchema {
  const upstream = JSON.parse(fs.readFileSync(cacheFile(), 'utf8')) as ClosedSchema;
  return {
    ...upstream,
    kinds: {
      ...upstream.kinds,
      ...CILIUM_KINDS,
      ...FLAGGER_KINDS,
      ...GATEWAY_API_KINDS,
      ...KEDA_HTTP_KINDS,
      ...SECRET_KINDS,
      ...TRAEFIK_KINDS,
    },
  };
}

function cacheFile(): string {
  return path.join(NODE_MODULES, '.cache/cdk8s-microservice', `closed-schema-${cacheKey()}.json`);
}

/** Changes with the packages that are read and with the code that reads them. */
function cacheKey(): string {
  const hash = crypto.createHash('sha256');
  for (const name of [...modelPackages(NODE_MODULES), GRAFANA_PACKAGE, 'typescript']) {
    const { version } = JSON.parse(fs.readFileSync(path.join(NODE_MODULES, name, 'package.json'), 'utf8')) as {
      version: string;
    };
    hash.update(`${name}@${version}\n`);
  }
  for (const source of ['closed-schema.ts', 'generate-schema.ts', 'grafana-types.ts', 'upstream-kinds.ts'])
    hash.update(fs.readFileSync(path.join(__dirname, source)));
  return hash.digest('hex').slice(0, 16);
}

/** By rename, so that nobody reads half of it. */
function write(file: string, schema: ClosedSchema): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(schema));
  fs.renameSync(draft, file);
}
