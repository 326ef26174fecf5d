declare module 'fontkit' {
  export interface GlyphRun {
    positions: Record<string, number>[];
  }
  export interface Glyph {
    /** Outline and components as the file has them; the subset of every paper asks for it. */
    _decode(): unknown;
  }
  /** A font whose tables are read when first needed; pdfkit draws with it as with a file. */
  export interface Font {
    readonly postscriptName: string;
    layout(text: string, features?: unknown): GlyphRun;
    /** The same object every time. */
    getGlyph(id: number, codePoints?: readonly number[]): Glyph;
  }
  export function create(bytes: Uint8Array): Font;
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    registerFont(name: string, font: import('fontkit').Font): this;
  }
}
