import 'server-only';
import { stampAlphabet } from '@/lib/pdf/fonts';
import type { SignaturePlace } from '@/lib/pdf/paper';
import type { Sheet } from '@/lib/pdf/sheet';

export interface FieldBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

const labels: Record<SignaturePlace, string> = {
  approver: 'Chữ ký số của người có thẩm quyền',
  officer: 'Chữ ký số của cán bộ tiếp nhận, giải quyết',
  records: 'Số, ngày ban hành và chữ ký số của cơ quan',
};

/**
 * Reserves an empty signature field. Filling a field that was there from the start is the one change that every
 * reader accepts after an earlier signature, so the agency can seal what the competent person has signed.
 */
export function addSignatureField(sheet: Sheet, place: SignaturePlace, box: FieldBox): void {
  const { doc, root } = sheet;
  const form = formOf(sheet);
  const empty = doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, box.width, box.height],
    Resources: {},
  });
  empty.end(' ');
  const tag = doc.struct('Form', { alt: labels[place] });
  root.add(tag);
  internals(doc).annotate(box.x, box.y, box.width, box.height, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: text(place),
    TU: text(labels[place]),
    F: 4,
    P: doc.page.dictionary,
    AP: { N: empty },
    structParent: tag,
  });
  tag.end();
  inTabOrder(doc.page);
  form.Fields.push(doc.page.annotations[doc.page.annotations.length - 1]);
}

interface FormDictionary {
  Fields: unknown[];
  NeedAppearances?: boolean;
  SigFlags?: number;
  DR: { Font: Record<string, unknown> };
}

/** The interactive form, made on first use: its resources hold a font with every letter a signature may show. */
function formOf({ doc }: Sheet): FormDictionary {
  const made = internals(doc)._root.data.AcroForm;
  if (made) return made.data;
  doc.font('regular');
  for (const letter of stampAlphabet) internals(doc)._font.encode(letter);
  doc.initForm();
  const form = internals(doc)._root.data.AcroForm?.data;
  if (!form) throw new Error('pdfkit made no form');
  delete form.NeedAppearances;
  form.SigFlags = 3;
  return form;
}

interface Internals {
  _root: { data: { AcroForm?: { data: FormDictionary } } };
  _font: { encode(text: string): unknown };
  annotate(x: number, y: number, width: number, height: number, entries: object): void;
}

/** pdfkit 0.20 has no typed way to signature fields; these members are pinned with its exact version. */
function internals(doc: PDFKit.PDFDocument): Internals {
  return doc as unknown as Internals;
}

function inTabOrder(page: PDFKit.PDFPage): void {
  Object.assign(page.dictionary.data, { Tabs: 'S' });
}

/** pdfkit writes a primitive string as a PDF name and a String object as a PDF text string. */
function text(value: string): object {
  return Object(value) as object;
}
