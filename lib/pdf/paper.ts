/** A paper as data: what a template returns and the renderer draws. It knows nothing of dossiers or of PDF. */
export interface PaperDocument {
  /** Document title in the metadata and in a reader's window. */
  title: string;
  heading: { title: string; subtitle?: string };
  /** "Mẫu số 01", printed in the corner as the annexes do. */
  form?: { code: string; basis: string };
  issuer: { parent: string; name: string };
  number: PaperNumber;
  /** Place name before the date: "Hà Nội". */
  place: string;
  blocks: readonly Block[];
  recipients: readonly string[];
  signatory: Signatory | null;
  dossierCode: string;
  verifyUrl: string;
  /** Demo data carries a mark on every page. */
  sample: boolean;
  /** Fixes the metadata, so that the same record and time give the same bytes. */
  at: Date;
  attachment?: Attachment;
}

/** Known when the paper is drawn, or left to the records office, which writes number and date into its seal. */
export type PaperNumber =
  | { kind: 'given'; text: string; date: string }
  | { kind: 'by_seal' }
  | { kind: 'none'; date: string };

export type Block =
  | { kind: 'paragraph'; text: string; style?: 'strong' | 'centred' | 'italic' | 'small' | 'lead' }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; caption: string; rows: readonly Fact[] }
  | { kind: 'table'; caption: string; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  | { kind: 'list'; items: readonly string[] };

export interface Fact {
  label: string;
  value: string;
  strong?: boolean;
}

export interface Column {
  title: string;
  /** Share of the text width; the shares of one table add up to 1. */
  share: number;
  align?: 'left' | 'center' | 'right';
}

/** Who signs, as printed: the lines of authority above, the name below the signature's place. */
export interface Signatory {
  place: SignaturePlace;
  authority: readonly string[];
  name: string;
}

export type SignaturePlace = 'approver' | 'records' | 'officer';

/** A file carried inside the paper; makes it PDF/A-3b instead of PDF/A-2b. */
export interface Attachment {
  name: string;
  mime: string;
  description: string;
  bytes: Uint8Array;
}
