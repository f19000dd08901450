import fs from 'node:fs';
import { join } from 'node:path';
import { YamlOutputType } from 'cdk8s';
import { App, ApplicationStack, Microservice, Port } from '../../lib';
import { INVENTORY } from '../../lib/app/inventory';
import { closingLine, noteSynthesized, readSynthesized } from '../../lib/app/summary';
import { inScratch } from './scratch-folder';

const NAMES = Array.from({ length: 20 }, (_, at) => `service-${at}`);

/** What stderr gets while something runs, as if it were a terminal or not. */
function said(isTTY: boolean, run: () => void, ci = ''): string {
  const { CI } = process.env;
  const written: string[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const before = process.stderr.isTTY;
  process.stderr.isTTY = isTTY;
  process.env['CI'] = ci;
  try {
    run();
  } finally {
    spy.mockRestore();
    process.stderr.isTTY = before;
    if (CI === undefined) delete process.env['CI'];
    else process.env['CI'] = CI;
  }
  return written.join('');
}

/** Content by the file that a run writes, before it is put into place. */
function written(run: () => void): string[] {
  const write = fs.writeFileSync;
  const contents: string[] = [];
  const spy = jest.spyOn(fs, 'writeFileSync').mockImplementation((file, data, options) => {
    if (String(file).includes('.cdk8s-microservice.switch') && !String(file).includes('journal'))
      contents.push(data as string);
    write(file, data, options);
  });
  try {
    run();
  } finally {
    spy.mockRestore();
  }
  return contents;
}

/** An app of twenty services, and a change of one of them. */
function shop(outdir: string) {
  const app = new App({ outdir, yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
  const stack = new ApplicationStack(app, 'shop');
  const services = NAMES.map(
    (name) => new Microservice(stack, name, { image: `ghcr.io/acme/${name}:1.0.0`, ports: [Port.http(8080)] }),
  );
  const change = () => services[7]!.patch({ spec: { minReadySeconds: 3 } });
  return { app, synth: () => app.synth(), change };
}

test('of a program in which one service changed, only its file and the inventory are written', () => {
  inScratch((folder) => {
    const { synth, change } = shop(folder);
    const first = written(synth);
    const again = written(synth);
    change();
    const changed = written(synth);
    expect(first.length).toBeGreaterThan(NAMES.length * 4);
    expect(again).toEqual([]);
    const deployment = fs.readFileSync(join(folder, 'shop/Deployment.service-7.k8s.yaml'), 'utf8');
    const inventory = fs.readFileSync(join(folder, INVENTORY), 'utf8');
    expect(changed).toEqual([deployment, inventory]);
    expect(deployment).toContain('minReadySeconds: 3');
    const bytes = (contents: readonly string[]) => Buffer.byteLength(contents.join(''));
    expect(bytes(changed)).toBeLessThan(bytes(first) / 5);
  });
});

test('the closing line on a terminal says so', () => {
  inScratch((folder) => {
    const { synth, change } = shop(folder);
    const line = /^20 services, (\d+) objects, (\d+) files \((\d+) changed\), 0 findings, \d+\.\d s\n$/;
    const counts = () => line.exec(said(true, synth))?.slice(1).map(Number);
    const [objects, files, first] = counts()!;
    expect(files).toBe(objects);
    expect(first).toBe(files);
    change();
    expect(counts()).toEqual([objects, files, 1]);
    expect(counts()).toEqual([objects, files, 0]);
  });
});

test('elsewhere a program says nothing', () => {
  inScratch((folder) => {
    const { synth } = shop(folder);
    expect(said(false, synth)).toBe('');
    expect(said(true, synth, 'true')).toBe('');
  });
});

test('with an error, the closing line says that nothing was written', () => {
  inScratch((folder) => {
    const { app, synth } = shop(folder);
    app.node.addValidation({ validate: () => ['a fault'] });
    const text = said(true, synth);
    process.exitCode = undefined;
    expect(text).toMatch(/\n20 services, \d+ objects, nothing written, 1 finding, \d+\.\d s\n$/);
  });
});

describe('the closing line of the command', () => {
  test('counts all apps of the program', () => {
    inScratch((folder) => {
      const file = join(folder, 'summary');
      expect(readSynthesized(file)).toBeUndefined();
      noteSynthesized(file, { services: 1, objects: 7, findings: 0 });
      noteSynthesized(file, { services: 2, objects: 14, findings: 1 });
      expect(readSynthesized(file)).toEqual({ services: 3, objects: 21, findings: 1 });
    });
  });

  test('names what is removed, and one of a kind as one', () => {
    const one = { services: 1, objects: 1, findings: 1 };
    expect(closingLine(one, { written: 1, removed: 2, unchanged: 0 }, 1240)).toBe(
      '1 service, 1 object, 1 file (1 changed, 2 removed), 1 finding, 1.2 s',
    );
    expect(closingLine(undefined, { written: 0, removed: 0, unchanged: 3 }, 0)).toBe('3 files (0 changed), 0.0 s');
  });
});
