import { useTranslations } from 'next-intl';
import type { HTMLInputAutoCompleteAttribute } from 'react';
import { Checkbox, Checkboxes, Radios, Select } from '@/components/ui/choices';
import type { FieldProps } from '@/components/ui/field';
import { DateInput, type InputWidth, Textarea, TextInput } from '@/components/ui/inputs';
import type { ByName, SimpleField, SimpleKind } from './form-fields';

interface FieldControlProps {
  field: SimpleField;
  name: string;
  values: ByName;
  errors: ByName;
}

type TextKind = Exclude<SimpleKind, 'textarea' | 'date' | 'select' | 'radio' | 'checkbox' | 'country'>;

interface TextLook {
  type: 'text' | 'email' | 'tel';
  width: InputWidth;
  inputMode: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  autoComplete?: HTMLInputAutoCompleteAttribute;
}

/** Numbers stay text fields: `type=number` eats a comma, scrolls away and says nothing. */
const looks = {
  text: { type: 'text', width: 'full', inputMode: 'text' },
  number: { type: 'text', width: 'short', inputMode: 'decimal' },
  email: { type: 'email', width: 'full', inputMode: 'email', autoComplete: 'email' },
  phone: { type: 'tel', width: 'half', inputMode: 'tel', autoComplete: 'tel' },
  tax_code: { type: 'text', width: 'half', inputMode: 'numeric' },
  personal_id: { type: 'text', width: 'half', inputMode: 'numeric' },
} as const satisfies Record<TextKind, TextLook>;

/** One question as its control. */
export function FieldControl({ field, name, values, errors }: FieldControlProps) {
  const value = values[name] ?? field.value ?? '';
  const options = field.options ?? [];
  const frame: FieldProps = {
    name,
    label: field.label,
    hint: <Hint field={field} />,
    error: errors[name] ?? field.error,
    required: field.required,
  };
  if (field.hint === undefined && field.provenance === undefined) delete frame.hint;
  switch (field.kind) {
    case 'textarea':
      return <Textarea {...frame} defaultValue={value} maxLength={field.maxLength} />;
    case 'date':
      return <DateInput {...frame} defaultValue={value} />;
    case 'select':
    case 'country':
      return <Select {...frame} options={options} defaultValue={value} />;
    case 'radio':
      return <Radios {...frame} options={options} defaultValue={value} />;
    case 'checkbox':
      return options.length > 0 ? (
        <Checkboxes {...frame} options={options} defaultValues={value.split(',')} />
      ) : (
        <Checkbox {...frame} value="true" defaultChecked={value === 'true'} />
      );
    case 'text':
    case 'number':
    case 'email':
    case 'phone':
    case 'tax_code':
    case 'personal_id':
      return (
        <TextInput
          {...frame}
          {...looks[field.kind]}
          {...(field.suffix === undefined ? {} : { suffix: field.suffix })}
          defaultValue={value}
          maxLength={field.maxLength}
        />
      );
  }
}

function Hint({ field }: { field: SimpleField }) {
  const t = useTranslations('ui');
  return (
    <>
      {field.hint}
      {field.hint !== undefined && field.provenance !== undefined && ' '}
      {field.provenance !== undefined && t('provenance', { source: field.provenance })}
    </>
  );
}
