import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Block, PaperDocument } from '@/lib/pdf/paper';
import { renderPaper } from '@/lib/pdf/render';
import * as samples from '@/lib/pdf/samples';
import { eReceipt } from '@/lib/pdf/templates/e-receipt';
import { form01 } from '@/lib/pdf/templates/form01';
import { form02 } from '@/lib/pdf/templates/form02';
import { form03 } from '@/lib/pdf/templates/form03';
import { form04 } from '@/lib/pdf/templates/form04';
import { form05 } from '@/lib/pdf/templates/form05';
import { form06 } from '@/lib/pdf/templates/form06';
import { refusal, result } from '@/lib/pdf/templates/result';
import { manifestOf, submissionReceipt } from '@/lib/pdf/templates/submission-receipt';

const papers: Record<string, PaperDocument> = {
  form01: form01(samples.form01Sample),
  form02: form02(samples.form02Sample),
  form03: form03(samples.form03Sample),
  form04: form04(samples.form04Sample),
  form05: form05(samples.form05Sample),
  form06: form06(samples.form06Sample),
  submissionReceipt: submissionReceipt(samples.submissionReceiptSample),
  result: result(samples.resultSample),
  refusal: refusal(samples.refusalSample),
  eReceipt: eReceipt(samples.eReceiptSample),
};
const names = Object.keys(papers);

const paperNamed = (name: string): PaperDocument => papers[name] ?? form01(samples.form01Sample);
const squeezed = (text: string) => text.replaceAll(/\s+/g, '');

function wordsOf(block: Block): readonly string[] {
  if (block.kind === 'paragraph' || block.kind === 'heading') return [block.text];
  if (block.kind === 'facts') return block.rows.flatMap((row) => [row.label, row.value]);
  if (block.kind === 'table') return [...block.columns.map((column) => column.title), ...block.rows.flat()];
  return block.items;
}

function recordOf(paper: PaperDocument): string[] {
  return [
    paper.issuer.parent,
    paper.issuer.name,
    paper.heading.title,
    paper.heading.subtitle ?? '',
    ...paper.blocks.flatMap(wordsOf),
    ...paper.recipients,
    ...(paper.signatory ? [...paper.signatory.authority, paper.signatory.name] : []),
    paper.dossierCode,
    paper.verifyUrl,
  ];
}

async function textByPdfjs(bytes: Buffer): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await task.destroy();
  return pages;
}

const run = promisify(execFile);
const hasPoppler = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
);

async function textByPoppler(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  try {
    await writeFile(join(folder, 'paper.pdf'), bytes);
    return (await run('pdftotext', ['-raw', join(folder, 'paper.pdf'), '-'])).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.each(names)('%s', (name) => {
  const paper = paperNamed(name);

  it('says what the record says, word for word', async () => {
    const bytes = await renderPaper(paper);
    const text = squeezed((await textByPdfjs(bytes)).join(''));
    for (const words of recordOf(paper)) expect(text).toContain(squeezed(words));
    if (!hasPoppler) return;
    const read = squeezed(await textByPoppler(bytes));
    for (const words of recordOf(paper)) expect(read).toContain(squeezed(words));
  });

  it('is the same file for the same record and time', async () => {
    const [first, second] = await Promise.all([renderPaper(paper), renderPaper(paper)]);
    expect(first.equals(second)).toBe(true);
  });

  it('declares itself as tagged, Vietnamese PDF/A with embedded fonts only', async () => {
    const text = (await renderPaper(paper)).toString('latin1');
    expect(text).toContain(`<pdfaid:part>${paper.attachment ? 3 : 2}</pdfaid:part>`);
    expect(text).toContain('/Lang (vi-VN)');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/S /GTS_PDFA1');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).not.toContain('/NeedAppearances');
    expect(text).not.toMatch(/\/(JavaScript|Launch|Encrypt)\b/);
    const descriptors = text.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(text.match(/\/FontFile2 /g)).toHaveLength(descriptors.length);
  });

  it('marks demo data on every page, and only demo data', async () => {
    for (const page of await textByPdfjs(await renderPaper(paper))) expect(page).toContain('DỮ LIỆU MẪU');
    const real = await textByPdfjs(await renderPaper({ ...paper, sample: false }));
    expect(real.join('')).not.toContain('DỮ LIỆU MẪU');
  });
});

describe('a paper', () => {
  it('numbers its pages only when there are several', async () => {
    const long = await textByPdfjs(await renderPaper(form06(samples.form06Sample)));
    expect(long.length).toBeGreaterThan(1);
    for (const [index, page] of long.entries()) expect(page).toContain(`trang ${index + 1}/${long.length}`);
    const short = await textByPdfjs(await renderPaper(eReceipt(samples.eReceiptSample)));
    expect(short).toHaveLength(1);
    expect(short[0]).not.toContain('trang 1');
  });

  it('repeats no value of a very long cell and loses none', async () => {
    const reason = Array.from({ length: 700 }, (_, index) => `lý${index}`).join(' ');
    const paper = form04({ ...samples.form04Sample, reason });
    const text = squeezed((await textByPdfjs(await renderPaper(paper))).join(''));
    expect(text).toContain('lý0lý1lý2');
    expect(text).toContain('lý698lý699');
  });

  it('survives what people type: marks apart from letters, Greek, signs of XML', async () => {
    const typed = form01({
      ...samples.form01Sample,
      issuer: { parent: 'BỘ Y TẾ', name: 'A & B <C>' },
      applicant: { ...samples.form01Sample.applicant, name: 'Đường Tử Nghĩa'.normalize('NFD') },
      procedure: { name: 'β‑carotene 中', code: null },
    });
    const bytes = await renderPaper(typed);
    const text = (await textByPdfjs(bytes)).join('');
    expect(text).toContain('Đường Tử Nghĩa');
    expect(text).toContain('beta-carotene ?');
    const metadata = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(bytes.toString('utf8'))?.[0] ?? '';
    expect(metadata).toContain('A và B  C');
    expect(metadata).not.toMatch(/&(?!amp;)/);
  });

  it('carries the manifest that its receipt speaks of', async () => {
    const bytes = await renderPaper(submissionReceipt(samples.submissionReceiptSample));
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const attachments: Record<string, { content: Uint8Array }> = await pdf.getAttachments();
    const [manifest] = Object.values(attachments);
    expect(Buffer.from(manifest?.content ?? []).toString('utf8')).toBe(
      manifestOf(samples.submissionReceiptSample),
    );
  });
});
