/** What a file is by its first bytes; its name and the browser's claim decide nothing. */
export const knownMimes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/heic',
  'image/tiff',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
] as const;
export type KnownMime = (typeof knownMimes)[number];

/** How many bytes `sniffMime` wants to see. */
export const sniffLength = 4096;

export function sniffMime(head: Uint8Array): KnownMime | null {
  const text = latin1(head.subarray(0, sniffLength));
  // Readers accept up to 1024 bytes before the mark; so do scanners' drivers, which put some there.
  if (text.slice(0, 1029).includes('%PDF-')) return 'application/pdf';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) === 'ftyp' && heicBrands.has(text.slice(8, 12))) return 'image/heic';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'image/tiff';
  if (text.startsWith('PK\x03\x04')) return zipKind(text);
  return null;
}

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1']);

/** Office files are zip archives; the folder of their main part tells which. */
function zipKind(text: string): KnownMime {
  if (text.includes('word/'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (text.includes('xl/')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return 'application/zip';
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
