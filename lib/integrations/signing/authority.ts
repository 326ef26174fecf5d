import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pki from 'pkijs';
import { z } from 'zod';
import { issueCertificate, type NameParts } from '@/lib/integrations/signing/certificate';
import type { SigningKey } from '@/lib/integrations/signing/cms';
import type { SignerIdentity } from '@/lib/integrations/signing/port';

const curve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const mark = 'CHỨNG THƯ MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ';
const notBefore = new Date('2020-01-01T00:00:00Z');
const notAfter = new Date('2036-01-01T00:00:00Z');

const Stored = z.object({ key: z.base64(), certificate: z.base64() });
type Stored = z.infer<typeof Stored>;

/** A demonstration certification authority: real keys and certificates, openly marked as samples. */
export interface DemoAuthority {
  root(): Promise<Buffer>;
  keyOf(signer: SignerIdentity): Promise<SigningKey>;
}

/** Keys live in `folder`; whoever comes first makes them, in one process or in several. */
export function demoAuthority(folder: string): DemoAuthority {
  const kept = new Map<string, Promise<Stored>>();
  const keep = (name: string, make: () => Promise<Stored>): Promise<Stored> => {
    const known = kept.get(name) ?? once(folder, name, make);
    kept.set(name, known);
    known.catch(() => kept.delete(name));
    return known;
  };
  const root = () => keep('root', makeRoot);
  return {
    root: async () => Buffer.from((await root()).certificate, 'base64'),
    async keyOf(signer) {
      const issuer = await root();
      const name = createHash('sha256').update(
        JSON.stringify([signer.kind, signer.name, signer.title, signer.organisation]),
      );
      const own = await keep(name.digest('hex').slice(0, 32), () => makeSigner(signer, issuer));
      return {
        key: await importKey(own.key),
        chain: [Buffer.from(own.certificate, 'base64'), Buffer.from(issuer.certificate, 'base64')],
      };
    },
  };
}

/** Written under a passing name, then linked: the first writer wins and no reader ever sees half a key. */
async function once(folder: string, name: string, make: () => Promise<Stored>): Promise<Stored> {
  const path = join(folder, `${name}.json`);
  const found = await readStored(path);
  if (found) return found;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passing = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(passing, JSON.stringify(await make()), { mode: 0o600 });
  try {
    await link(passing, path);
  } catch (cause) {
    if (!isCode(cause, 'EEXIST')) throw cause;
  } finally {
    await unlink(passing);
  }
  return Stored.parse(JSON.parse(await readFile(path, 'utf8')));
}

async function readStored(path: string): Promise<Stored | null> {
  try {
    return Stored.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}

async function makeRoot(): Promise<Stored> {
  const keys = await newKeys();
  const subject = { CN: 'CA MẪU – Cổng chuyển đổi số Bộ Y tế', O: 'Bộ Y tế (mẫu)', OU: mark, C: 'VN' };
  return stored(
    keys,
    await issue({ subject, publicKey: keys.publicKey, issuer: null, issuerKey: keys.privateKey }),
  );
}

async function makeSigner(signer: SignerIdentity, root: Stored): Promise<Stored> {
  const keys = await newKeys();
  const title = signer.title ? { T: signer.title } : {};
  const subject = { CN: signer.name, ...title, O: signer.organisation, OU: mark, C: 'VN' };
  const issuer = pki.Certificate.fromBER(Uint8Array.from(Buffer.from(root.certificate, 'base64')).buffer);
  return stored(
    keys,
    await issue({ subject, publicKey: keys.publicKey, issuer, issuerKey: await importKey(root.key) }),
  );
}

function issue(order: {
  subject: NameParts;
  publicKey: CryptoKey;
  issuer: pki.Certificate | null;
  issuerKey: CryptoKey;
}): Promise<Buffer> {
  return issueCertificate({ ...order, notBefore, notAfter });
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
}

function importKey(pkcs8: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', Uint8Array.from(Buffer.from(pkcs8, 'base64')), curve, false, [
    'sign',
  ]);
}

async function stored(keys: CryptoKeyPair, certificate: Buffer): Promise<Stored> {
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return { key, certificate: certificate.toString('base64') };
}
