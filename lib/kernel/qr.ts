import 'server-only';
import { create } from 'qrcode';

/** A QR as one path of unit squares: sharp at any size, on screen and on paper. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const dark = Array.from(data).flatMap((bit, index) =>
    bit === 0 ? [] : [`M${index % size} ${Math.floor(index / size)}h1v1h-1z`],
  );
  return { path: dark.join(''), size };
}
