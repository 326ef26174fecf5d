import 'server-only';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font, type Glyph, type GlyphRun } from 'fontkit';

const family = '@expo-google-fonts/be-vietnam-pro';

export const fontFiles = {
  regular: `${family}/400Regular/BeVietnamPro_400Regular.ttf`,
  italic: `${family}/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf`,
  semibold: `${family}/600SemiBold/BeVietnamPro_600SemiBold.ttf`,
  bold: `${family}/700Bold/BeVietnamPro_700Bold.ttf`,
} as const;
export type FontName = keyof typeof fontFiles;

/** Resolved from the project's root at run time: a bundler must not try to pack a TTF file as a module. */
function fontPath(name: FontName): string {
  return createRequire(join(process.cwd(), 'package.json')).resolve(fontFiles[name]);
}

const opened = new Map<FontName, Font>();

/** Opened once for all papers: reading its tables again costs more than drawing a page. What a paper embeds is its own. */
export function fontOf(name: FontName): Font {
  const font = opened.get(name) ?? rememberingGlyphs(rememberingWords(create(readFileSync(fontPath(name)))));
  opened.set(name, font);
  return font;
}

const mostWords = 5_000;

/** Papers say the same words: how one stands is worked out once. Who asks scales the positions, so they are copies. */
function rememberingWords(font: Font): Font {
  const layout = font.layout.bind(font);
  const known = new Map<string, GlyphRun>();
  font.layout = (text, features) => {
    if (features !== undefined) return layout(text, features);
    const run = known.get(text) ?? layout(text);
    if (known.size >= mostWords) known.clear();
    known.set(text, run);
    return Object.assign(Object.create(Object.getPrototypeOf(run)), run, {
      positions: run.positions.map((position) => ({ ...position })),
    });
  };
  return font;
}

/** A subset asks each glyph what it is made of, paper after paper. */
function rememberingGlyphs(font: Font): Font {
  const getGlyph = font.getGlyph.bind(font);
  const known = new WeakSet<Glyph>();
  font.getGlyph = (id, codePoints) => {
    const glyph = getGlyph(id, codePoints);
    if (known.has(glyph)) return glyph;
    known.add(glyph);
    const decode = glyph._decode.bind(glyph);
    let decoded: unknown;
    glyph._decode = () => {
      decoded ??= decode();
      return decoded;
    };
    return glyph;
  };
  return font;
}

const vowels = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ';
const consonants = 'bcdđfghjklmnpqrstvwxz';
const signs = '0123456789 .,:;!?()[]/\\-–—_+*&%@#\'"“”‘’°№…';

/** Letters a signature's picture may need after the paper is closed; embedded beforehand with the paper's own font. */
export const stampAlphabet = [...vowels, ...consonants].flatMap((c) => [c, c.toUpperCase()]).join('') + signs;
