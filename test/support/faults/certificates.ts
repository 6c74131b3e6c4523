import { readFileSync } from 'fs';
import * as path from 'path';

/** Keys for loopback, which protect nothing: self-signed certificates that expire in 2120. */
const DIRECTORY = path.join(__dirname, 'certificates');

/** A certificate of a server, with its key. */
export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** One that the handlers trust for 127.0.0.1, one for another host, and one that nobody trusts. */
export type CertificateName = 'trusted' | 'other-host' | 'untrusted';

/** Reads a certificate. */
export function certificate(name: CertificateName): Certificate {
  const pem = readFileSync(fileOf(name));
  return { cert: pem, key: pem };
}

/** The environment of a function that trusts the certificates of these names. */
export function trusting(name: CertificateName): Record<string, string> {
  return { NODE_EXTRA_CA_CERTS: fileOf(name), AWS_CA_BUNDLE: fileOf(name) };
}

function fileOf(name: CertificateName): string {
  return path.join(DIRECTORY, `${name}.pem`);
}
