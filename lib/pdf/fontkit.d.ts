declare module 'fontkit' {
  export interface GlyphRun {
    positions: Record<string, number>[];
  }
  /** A font whose tables are read when first needed; pdfkit draws with it as with a file. */
  export interface Font {
    readonly postscriptName: string;
    layout(text: string, features?: unknown): GlyphRun;
  }
  export function create(bytes: Uint8Array): Font;
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    registerFont(name: string, font: import('fontkit').Font): this;
  }
}
