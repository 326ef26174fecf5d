import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAuthority } from '@/lib/integrations/signing/authority';
import { makeCms } from '@/lib/integrations/signing/cms';
import { remoteSigning } from '@/lib/integrations/signing/http';
import { inspectSignatures } from '@/lib/integrations/signing/inspect';
import { CmsRequest, type SignInput, type Signing, type SigningMood } from '@/lib/integrations/signing/port';
import { simulatedSigning } from '@/lib/integrations/signing/simulator';
import { renderPaper } from '@/lib/pdf/render';
import { resultSample } from '@/lib/pdf/samples';
import { result } from '@/lib/pdf/templates/result';

const folder = await mkdtemp(join(tmpdir(), 'signing-'));
const authority = demoAuthority(join(folder, 'ca'));
const paper = await renderPaper(result(resultSample));
let mood: SigningMood = 'ok';

const approval = (pdf: Buffer): SignInput => ({
  pdf,
  signer: {
    name: 'Lê Hoàng Minh',
    title: 'Phó Cục trưởng',
    organisation: 'Cục Quản lý Dược',
    kind: 'person',
  },
  reason: 'Phê duyệt kết quả',
  at: new Date('2026-11-24T10:30:00+07:00'),
  place: 'approver',
});
const seal = (pdf: Buffer): SignInput => ({
  pdf,
  signer: { name: 'Cục Quản lý Dược', title: '', organisation: 'Cục Quản lý Dược – Bộ Y tế', kind: 'agency' },
  reason: 'Cấp số và đóng dấu',
  at: new Date('2026-11-24T14:05:00+07:00'),
  place: 'records',
  stampText: ['Số: 284517/26/CBMP-QLD', 'Hà Nội, ngày 24 tháng 11 năm 2026'],
});

let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (request.headers.authorization !== 'Bearer right' || mood === 'rejects')
      return void response.writeHead(403).end();
    if (mood === 'down') return void response.writeHead(503).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const asked = CmsRequest.parse(JSON.parse(Buffer.concat(chunks).toString()));
    const digest = mood === 'malformed' ? Buffer.alloc(32) : Buffer.from(asked.digest, 'base64');
    const cms = await makeCms(digest, await authority.keyOf(asked.signer));
    response.end(JSON.stringify({ cms: cms.toString('base64') }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const run = promisify(execFile);
const hasPoppler = await run('pdfsig', ['-v']).then(
  () => true,
  () => false,
);

const implementations: [string, () => Signing][] = [
  ['simulator', () => simulatedSigning(authority, () => mood)],
  ['http', () => remoteSigning({ url, secret: 'right' })],
];

describe.each(implementations)('%s', (_name, make) => {
  it('lets the approver sign and the records office seal, both valid', async () => {
    mood = 'ok';
    const approved = await make().sign(approval(paper));
    const sealed = await make().sign(seal(approved.pdf));
    expect(sealed.pdf.subarray(0, approved.pdf.length).equals(approved.pdf)).toBe(true);
    const found = await inspectSignatures(sealed.pdf, [await authority.root()]);
    expect(
      found.map(({ name, valid, trusted, coversWholeFile }) => [name, valid, trusted, coversWholeFile]),
    ).toEqual([
      ['Lê Hoàng Minh', true, true, false],
      ['Cục Quản lý Dược', true, true, true],
    ]);
    expect(found.map(({ organisation }) => organisation)).toEqual([
      'Cục Quản lý Dược',
      'Cục Quản lý Dược – Bộ Y tế',
    ]);
    expect(found.map(({ signedAt }) => signedAt)).toEqual([approval(paper).at, seal(paper).at]);
    expect(found[0]?.serial).toBe(approved.signature.serial);
    expect(sealed.signature).toMatchObject({ subject: 'Cục Quản lý Dược', algorithm: 'ECDSA with SHA-256' });
    if (hasPoppler) await checkWithPoppler(sealed.pdf);
  });

  it('says so when nobody signs, and never hands out a wrong signature', async () => {
    mood = 'down';
    await expect(make().sign(approval(paper))).rejects.toMatchObject({
      code: 'unavailable',
      detail: 'signing',
    });
    mood = 'rejects';
    await expect(make().sign(approval(paper))).rejects.toMatchObject({ code: 'denied' });
    mood = 'malformed';
    await expect(make().sign(approval(paper))).rejects.toMatchObject({
      code: 'unavailable',
      detail: 'signing.answer',
    });
    mood = 'ok';
  });

  it('signs a field once', async () => {
    const { pdf } = await make().sign(approval(paper));
    await expect(make().sign(approval(pdf))).rejects.toMatchObject({
      code: 'conflict',
      detail: 'pdf.signed',
    });
  });

  it('refuses a file without a reserved field', async () => {
    await expect(make().sign({ ...approval(paper), place: 'officer' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(make().sign(approval(Buffer.from('%PDF-1.7 nothing')))).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

async function checkWithPoppler(pdf: Buffer): Promise<void> {
  const path = join(folder, 'sealed.pdf');
  await writeFile(path, pdf);
  const { stdout: report } = await run('pdfsig', [path]);
  expect(report.match(/Signature is Valid/g)).toHaveLength(2);
  expect(report.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
  expect(report).toContain('Total document signed');
  const { stdout: text } = await run('pdftotext', ['-layout', path, '-']);
  expect(text).toContain('Số: 284517/26/CBMP-QLD');
  expect(text).toContain('Hà Nội, ngày 24 tháng 11 năm 2026');
  expect(text).toContain('Ký bởi: Lê Hoàng Minh');
}

describe('inspectSignatures', () => {
  it('finds every flipped byte of the signed paper', async () => {
    const { pdf } = await simulatedSigning(authority).sign(approval(paper));
    for (let position = 20; position < paper.length; position += Math.floor(paper.length / 25)) {
      const forged = Buffer.from(pdf);
      forged[position] = (forged[position] ?? 0) ^ 1;
      const [signature] = await inspectSignatures(forged);
      expect(signature?.valid).toBe(false);
    }
  });

  it('does not call a file whole when something was added', async () => {
    const { pdf } = await simulatedSigning(authority).sign(approval(paper));
    const [signature] = await inspectSignatures(Buffer.concat([pdf, Buffer.from('\n% more')]));
    expect(signature).toMatchObject({ valid: true, coversWholeFile: false });
  });

  it('trusts only the roots it is given', async () => {
    const stranger = demoAuthority(join(folder, 'stranger'));
    const { pdf } = await simulatedSigning(stranger).sign(approval(paper));
    const [signature] = await inspectSignatures(pdf, [await authority.root()]);
    expect(signature).toMatchObject({ valid: true, trusted: false });
  });

  it('finds none in an unsigned paper', async () => {
    expect(await inspectSignatures(paper)).toEqual([]);
  });
});

describe('demoAuthority', () => {
  it('makes one key per signer, also when two processes ask at once', async () => {
    const shared = join(folder, 'shared');
    const { signer } = approval(paper);
    const keys = await Promise.all([1, 2, 3, 4].map(() => demoAuthority(shared).keyOf(signer)));
    const certificates = new Set(keys.map(({ chain }) => chain.map((der) => der.toString('hex')).join()));
    expect(certificates.size).toBe(1);
  });
});
