// What the checks of the package share: an expectation, a process in a project, and the program of three lines.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const BODY = `const app = new App();
new Microservice(new ApplicationStack(app, 'shop'), 'cart', {
  image: 'ghcr.io/acme/cart:1.4.2',
  ports: [Port.http(8080)],
});
app.synth();
`;
const NAMES = '{ App, ApplicationStack, Microservice, Port }';
export const IMPORT = `import ${NAMES} from 'cdk8s-microservice';\n${BODY}`;
export const REQUIRE = `const ${NAMES} = require('cdk8s-microservice');\n${BODY}`;

let failures = 0;

export function expect(isTrue, claim, details = '') {
  console.log(`${isTrue ? 'ok    ' : 'FAILED'} ${claim}`);
  if (isTrue) return;
  failures += 1;
  console.log(String(details).trim().replace(/^/gm, '       '));
}

// What npm and cdk8s tell the programs that they start would make these behave otherwise than at a newcomer's.
const ENVIRONMENT = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|CDK8S_)/i.test(name)));

export function run(cwd, command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: ENVIRONMENT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { isFine: status === 0, stdout, all: `${stdout}${stderr}` };
}

export function node(cwd, ...args) {
  return run(cwd, process.execPath, ...args);
}

/** The exit status of all checks. */
export function status() {
  return failures === 0 ? 0 : 1;
}

export function mustRun(what, result) {
  if (!result.isFine) throw new Error(`${what} failed:\n${result.all}`);
  return result.stdout;
}

export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}

export function textsBelow(folder) {
  return filesBelow(folder)
    .sort()
    .map((path) => readFileSync(path, 'utf8'))
    .join('');
}
