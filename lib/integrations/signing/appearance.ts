import 'server-only';
import { formatDateTime } from '@/lib/i18n/format';
import { objectText, type PdfFile, refAfter, streamText } from '@/lib/integrations/signing/pdf-file';
import type { SignInput } from '@/lib/integrations/signing/port';

/** The font the paper keeps in its form's resources: letters to glyph codes, and their widths in thousandths. */
interface StampFont {
  ref: number;
  codes: ReadonlyMap<string, string>;
  widths: readonly number[];
}

interface Line {
  text: string;
  size: number;
  x: number;
  y: number;
  width: number;
  align: 'left' | 'center';
}

const navy = '0.043 0.310 0.541';
const red = '0.651 0.106 0.106';
const ink = '0.043 0.106 0.169';

/** The agency's share of the head of a paper; the same proportion as the paper's own header. */
const agencyShare = 0.46;

/** A signature's picture as a form XObject that borrows the paper's embedded font. */
export function appearanceOf(file: PdfFile, form: string, { input, width, height }: Picture): string {
  const font = readFont(file, form);
  const content =
    input.place === 'records'
      ? sealPicture(font, { input, width, height })
      : signerPicture(font, { input, width, height });
  const dictionary = [
    '/Type /XObject /Subtype /Form',
    `/BBox [0 0 ${width} ${height}]`,
    `/Resources << /Font << /F ${font.ref} 0 R >> >>`,
    `/Length ${Buffer.byteLength(content, 'latin1')}`,
  ].join('\n');
  return `<<\n${dictionary}\n>>\nstream\n${content}\nendstream`;
}

interface Picture {
  input: SignInput;
  width: number;
  height: number;
}

function signerPicture(font: StampFont, { input, width, height }: Picture): string {
  const { signer } = input;
  const lines = [
    `Ký bởi: ${signer.name}`,
    ...(signer.title ? [`Chức vụ: ${signer.title}`] : []),
    `Cơ quan: ${signer.organisation}`,
    `Thời gian ký: ${formatDateTime(input.at)} (+07:00)`,
    ...(input.stampText ?? []),
  ];
  return (
    frame({ x: 0, y: 0, width, height }, navy) +
    stack(font, lines, { x: 8, y: 0, width: width - 14, height, colour: navy })
  );
}

/** Number on the left, place and date on the right, the agency's red mark below the number (Decree 30/2020/NĐ-CP). */
function sealPicture(font: StampFont, { input, width, height }: Picture): string {
  const [number, date, ...rest] = input.stampText ?? [];
  const column = number === undefined ? width : width * agencyShare - 8;
  const right = width * agencyShare;
  const lines: Line[] = [];
  const y = height - 10;
  if (number) lines.push({ text: number, size: 10.5, x: 0, y, width: column, align: 'center' });
  if (date) lines.push({ text: date, size: 10.5, x: right, y, width: width - right, align: 'center' });
  const box = {
    x: column * 0.04,
    y: 0.5,
    width: column * 0.92,
    height: number === undefined ? height - 1 : height - 18,
  };
  const words = [
    `Ký số: ${input.signer.organisation}`,
    `Thời gian ký: ${formatDateTime(input.at)} (+07:00)`,
    ...rest,
  ];
  return (
    paint(font, lines, ink) +
    frame(box, red) +
    stack(font, words, { ...box, x: box.x + 8, width: box.width - 12, colour: red })
  );
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function frame({ x, y, width, height }: Box, colour: string): string {
  return `q ${colour} RG ${colour} rg 0.6 w ${n(x + 0.3)} ${n(y + 0.3)} ${n(width - 0.6)} ${n(height - 0.6)} re S ${n(x)} ${n(y)} 2.5 ${n(height)} re f Q\n`;
}

function stack(font: StampFont, texts: readonly string[], box: Box & { colour: string }): string {
  const step = Math.min(11.5, (box.height - 4) / texts.length);
  const size = Math.min(8, step * 0.74);
  const top = box.y + box.height / 2 + (texts.length * step) / 2;
  const lines = texts.map((text, index): Line => {
    const y = top - index * step - step * 0.72;
    return { text, size, x: box.x, y, width: box.width, align: 'left' };
  });
  return paint(font, lines, box.colour);
}

function paint(font: StampFont, lines: readonly Line[], colour: string): string {
  const shown = lines.map((line) => {
    const codes = [...line.text].map((letter) => font.codes.get(letter) ?? font.codes.get('?') ?? '0000');
    const natural =
      codes.reduce((sum, code) => sum + (font.widths[Number.parseInt(code, 16)] ?? 500), 0) / 1000;
    const size = Math.min(line.size, line.width / natural);
    const x = line.align === 'left' ? line.x : line.x + (line.width - natural * size) / 2;
    return `/F ${n(size)} Tf 1 0 0 1 ${n(x)} ${n(line.y)} Tm <${codes.join('')}> Tj`;
  });
  return `q BT ${colour} rg\n${shown.join('\n')}\nET Q\n`;
}

function readFont(file: PdfFile, form: string): StampFont {
  const ref = refAfter(form, '/DR\\s*<<\\s*/Font\\s*<<\\s*/\\w+');
  const font = objectText(file, ref);
  const descendant = objectText(file, refAfter(font, '/DescendantFonts'));
  const widths = /\/W \[0 \[([^\]]*)\]/.exec(descendant)?.[1] ?? '';
  return {
    ref,
    codes: readCodes(streamText(file, refAfter(font, '/ToUnicode'))),
    widths: widths.trim().split(/\s+/).map(Number),
  };
}

function readCodes(cmap: string): Map<string, string> {
  const codes = new Map<string, string>();
  for (const [, from = '0', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, units = ''], index) => {
      const letter = String.fromCharCode(...units.split(' ').map((unit) => Number.parseInt(unit, 16)));
      const code = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      if (!codes.has(letter)) codes.set(letter, code);
    });
  }
  return codes;
}

function n(value: number): string {
  return value.toFixed(2);
}
