import type { Choice } from '@/components/ui/choices';

export type SimpleKind =
  | 'text'
  | 'textarea'
  | 'number'
  | 'date'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'email'
  | 'phone'
  | 'tax_code'
  | 'personal_id'
  | 'country';

interface BaseField {
  code: string;
  label: string;
  hint?: string | undefined;
  required: boolean;
  value?: string | undefined;
  error?: string | undefined;
  /** Which register already told the answer. */
  provenance?: string | undefined;
}

export interface SimpleField extends BaseField {
  kind: SimpleKind;
  options?: readonly Choice[] | undefined;
  maxLength?: number | undefined;
  suffix?: string | undefined;
}

export interface ListField extends BaseField {
  kind: 'list';
  fields: readonly SimpleField[];
  min?: number | undefined;
  max?: number | undefined;
}

export type FormField = SimpleField | ListField;

export interface FormSection {
  code: string;
  title: string;
  note?: string | undefined;
  fields: readonly FormField[];
}

/** Values and errors by the names of the inputs, `ingredients.0.name`, as a form state carries them. */
export type ByName = Readonly<Record<string, string>>;
