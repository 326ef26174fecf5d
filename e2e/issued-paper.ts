import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** The bytes a link gives when it is clicked, as the person would keep them. */
export async function downloaded(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await download.path());
}

/** The bytes behind a link that opens in the browser's own reader. */
export async function fetched(page: Page, link: Locator): Promise<Buffer> {
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toContain('application/pdf');
  return answer.body();
}

function poppler(tool: string, args: readonly string[], bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, bytes);
  const { stdout, stderr, status } = spawnSync(tool, [...args.map((arg) => (arg === '{}' ? file : arg))], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect(status, `${tool}: ${stderr}`).toBe(0);
  return stdout;
}

/** In the order it was written, so that a cell of a table stays one sentence. */
export const textOf = (pdf: Buffer): string =>
  poppler('pdftotext', ['-raw', '{}', '-'], pdf).replace(/\s+/g, ' ');

/** How many signatures the paper carries, and how many an independent reader calls valid. */
export function signaturesOf(pdf: Buffer): { found: number; valid: number } {
  const report = poppler('pdfsig', ['-nocert', '{}'], pdf);
  return {
    found: report.match(/^Signature #\d+/gm)?.length ?? 0,
    valid: report.match(/Signature Validation: Signature is Valid/g)?.length ?? 0,
  };
}
