import { useTranslations } from 'next-intl';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { cx } from '@/components/ui/cx';
import { fieldId } from '@/components/ui/field';
import { isList, isNumeric } from '@/lib/reporting/cells/rules';
import type { EntryPart } from '@/lib/reporting/entry/schema';

export interface ControlEvents {
  onText: (text: string) => void;
  onLeave: () => void;
  onEnter: () => void;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
}

interface CellControlProps {
  part: EntryPart;
  text: string;
  name: string;
  tone: 'plain' | 'error' | 'warn';
  describedBy: string;
  events: ControlEvents;
}

const edge = {
  plain: '',
  error: 'bg-danger-wash text-danger',
  warn: 'border-2 border-at-risk',
} as const;

/** The control of one cell; its name says element, part and code, because the grid's headings are far away. */
export function CellControl(props: CellControlProps) {
  'use memo';
  const { part, events } = props;
  if (isList(part.type)) return <Choices {...props} />;
  if (part.type === 'boolean' || part.type === 'enum') return <Choice {...props} />;
  return (
    <input
      type={part.type === 'url' ? 'url' : 'text'}
      {...wiringOf(props)}
      value={props.text}
      onChange={(event) => events.onText(event.target.value)}
      onPaste={events.onPaste}
      inputMode={isNumeric(part.type) ? 'decimal' : undefined}
      placeholder={part.type === 'date' ? 'dd/MM/yyyy' : undefined}
      autoComplete="off"
      maxLength={1000}
      className={cx(look(props), isNumeric(part.type) && 'tabular text-right')}
    />
  );
}

function look({ tone }: CellControlProps): string {
  return cx('control min-h-9 px-2.5 py-1 font-semibold pointer-coarse:min-h-11', edge[tone]);
}

function wiringOf({ part, name, tone, describedBy, events }: CellControlProps) {
  return {
    id: fieldId(part.id),
    name: part.id,
    'data-cell': part.id,
    'aria-label': name,
    'aria-describedby': describedBy,
    'aria-invalid': tone === 'error' ? ('true' as const) : undefined,
    onFocus: events.onEnter,
    onBlur: events.onLeave,
    onKeyDown: events.onKey,
  };
}

function Choice(props: CellControlProps) {
  'use memo';
  const t = useTranslations('reporting.cell');
  const { part } = props;
  const options =
    part.type === 'boolean'
      ? [
          { code: 'yes', label: t('yes') },
          { code: 'no', label: t('no') },
        ]
      : part.options;
  return (
    <select
      {...wiringOf(props)}
      value={props.text}
      onChange={(event) => props.events.onText(event.target.value)}
      className={cx(look(props), part.type === 'boolean' && 'text-right')}
    >
      <option value="">{t('choose')}</option>
      {options.map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Choices(props: CellControlProps) {
  'use memo';
  const { part, text, name, describedBy, events } = props;
  const chosen = text.split(',').filter((code) => code !== '');
  const toggle = (code: string) =>
    part.options
      .map((option) => option.code)
      .filter((one) => (one === code ? !chosen.includes(one) : chosen.includes(one)))
      .join(',');
  return (
    <fieldset
      aria-describedby={describedBy}
      className="min-w-0"
      onFocus={events.onEnter}
      onBlur={events.onLeave}
    >
      <legend className="sr-only">{name}</legend>
      {part.options.map(({ code, label }, index) => (
        <label key={code} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            id={index === 0 ? fieldId(part.id) : undefined}
            data-cell={index === 0 ? part.id : undefined}
            name={part.id}
            value={code}
            checked={chosen.includes(code)}
            onChange={() => events.onText(toggle(code))}
            className="size-5 shrink-0 accent-fill"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
