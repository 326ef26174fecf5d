import 'server-only';
import { createHash } from 'node:crypto';
import { SignPdf } from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import { appearanceOf } from '@/lib/integrations/signing/appearance';
import { signatureFactsOf, verifyCms } from '@/lib/integrations/signing/cms';
import {
  appendObjects,
  objectText,
  type PdfFile,
  pdfDate,
  readPdf,
  refAfter,
  textString,
} from '@/lib/integrations/signing/pdf-file';
import type { SignedPdf, SignInput, SignPlace } from '@/lib/integrations/signing/port';
import { DomainError } from '@/lib/kernel/errors';

/** Room for one CMS with its chain, in bytes. */
const contentsSize = 8192;

/** Signs a digest elsewhere and answers a detached CMS. */
export type CmsSource = (digest: Buffer, input: SignInput) => Promise<Buffer>;

/** Fills a reserved field with a signature made by `source`; all earlier bytes stay as they are. */
export async function signInField(input: SignInput, source: CmsSource): Promise<SignedPdf> {
  const prepared = prepare(input);
  let made: Buffer = Buffer.alloc(0);
  class Detached extends Signer {
    override async sign(bytes: Buffer): Promise<Buffer> {
      made = await source(createHash('sha256').update(bytes).digest(), input);
      if (!(await verifyCms(made, bytes)).valid) throw new DomainError('unavailable', 'signing.answer');
      return made;
    }
  }
  const pdf = await new SignPdf().sign(prepared, new Detached(), input.at);
  return { pdf, signature: { ...signatureFactsOf(made), signedAt: input.at } };
}

function prepare(input: SignInput): Buffer {
  const file = readPdf(input.pdf);
  const form = objectText(file, refAfter(objectText(file, refAfter(file.trailer, '/Root')), '/AcroForm'));
  const field = findField(file, form, input.place);
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rectOf(field.text);
  const value = file.size;
  const picture = file.size + 1;
  return appendObjects(file, [
    { id: field.id, text: filled(field.text, { value, picture }) },
    { id: value, text: signatureDictionary(input) },
    { id: picture, text: appearanceOf(file, form, { input, width: x2 - x1, height: y2 - y1 }) },
  ]);
}

function findField(file: PdfFile, form: string, place: SignPlace): { id: number; text: string } {
  const fields = /\/Fields \[([^\]]*)\]/.exec(form)?.[1] ?? '';
  for (const [, id] of fields.matchAll(/(\d+) 0 R/g)) {
    const text = objectText(file, Number(id));
    if (!text.includes(`/T (${place})`)) continue;
    if (/\/V \d+ 0 R/.test(text)) throw new DomainError('conflict', 'pdf.signed');
    return { id: Number(id), text };
  }
  throw new DomainError('invalid', 'pdf.field');
}

function rectOf(widget: string): number[] {
  return (/\/Rect \[([^\]]*)\]/.exec(widget)?.[1] ?? '').trim().split(/\s+/).map(Number);
}

function filled(widget: string, { value, picture }: { value: number; picture: number }): string {
  return widget
    .replace(/\/AP\s*<<\s*\/N \d+ 0 R\s*>>/, `/AP <<\n/N ${picture} 0 R\n>>`)
    .replace(/>>$/, `/V ${value} 0 R\n>>`);
}

function signatureDictionary({ signer, reason, at }: SignInput): string {
  return [
    '<<',
    '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    '/SubFilter /ETSI.CAdES.detached',
    '/ByteRange [0 /********** /********** /**********]',
    `/Contents <${'0'.repeat(2 * contentsSize)}>`,
    `/Name ${textString(signer.name)}`,
    `/Reason ${textString(reason)}`,
    `/M ${pdfDate(at)}`,
    '>>',
  ].join('\n');
}
