import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { ConformanceError } from '../../errors';
import { run } from '../../processes';

/** A certificate with its private key, as files. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate with its private key, as texts. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** Makes the certificate of an authority. */
export async function makeAuthority(folder: string, name: string): Promise<Certificate> {
  return make(folder, name, []);
}

/** Makes a server's certificate for a host, signed by an authority. */
export async function makeCertificate(
  folder: string,
  name: string,
  host: string,
  authority: Certificate,
): Promise<Certificate> {
  return make(folder, name, [
    '-CA',
    authority.certificate,
    '-CAkey',
    authority.key,
    '-addext',
    `subjectAltName=DNS:${host}`,
    '-addext',
    'basicConstraints=critical,CA:FALSE',
  ]);
}

/** Certificates of servers. */
export function keyPairOf({ certificate, key }: Certificate): KeyPair {
  return { cert: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
}

async function make(folder: string, name: string, options: readonly string[]): Promise<Certificate> {
  const files = { certificate: path.join(folder, `${name}.crt`), key: path.join(folder, `${name}.key`) };
  const { status, stderr } = await run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
    '-keyout',
    files.key,
    '-out',
    files.certificate,
    ...options,
  ]);
  if (status !== 0) throw new ConformanceError(`openssl made no certificate: ${stderr.trim()}`);
  return files;
}
