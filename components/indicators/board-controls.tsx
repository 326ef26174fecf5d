import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatPeriod } from '@/lib/i18n/format';
import type { Board } from '@/lib/indicators/schema';
import type { View } from './view';

const select = 'control min-h-9 w-auto max-w-48 py-1 text-14 max-sm:w-full max-sm:max-w-none';
const field = 'flex items-center gap-2 max-sm:w-full max-sm:justify-between [&>*:last-child]:max-sm:max-w-52';

interface ControlsProps {
  board: Pick<Board, 'periods' | 'places'>;
  view: View;
  path: string;
}

/** Every condition goes to the address, so that a view can be sent to a colleague; an empty field is no condition. */
export function BoardControls({ board, view, path }: ControlsProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const filtered = Object.keys(view).some((name) => name !== 'measure');
  return (
    <form
      method="get"
      action={path}
      aria-label={t('filter.label')}
      className="no-print flex flex-wrap items-center gap-x-3 gap-y-2 text-14"
    >
      <label className={field}>
        {t('filter.asOf')}
        <input
          type="text"
          name="asOf"
          defaultValue={view.asOf === undefined ? '' : formatDate(view.asOf, locale)}
          placeholder="dd/MM/yyyy"
          maxLength={10}
          autoComplete="off"
          className="control min-h-9 w-32 py-1 text-14"
        />
      </label>
      <Choice
        name="period"
        value={view.period}
        empty={t('filter.latest')}
        options={board.periods.map((id) => ({ value: id, label: formatPeriod(id, locale) }))}
      />
      <Choice
        name="place"
        value={view.place}
        empty={t('filter.nation')}
        options={board.places.map(({ id, name }) => ({ value: id, label: name[locale] }))}
      />
      <Choice
        name="world"
        value={view.world}
        empty={t('filter.world34')}
        options={[{ value: '63', label: t('filter.world63') }]}
      />
      {view.measure !== undefined && <input type="hidden" name="measure" value={view.measure} />}
      <Button variant="secondary" size="small">
        {t('filter.apply')}
      </Button>
      {filtered && <TextLink href={path}>{t('filter.clear')}</TextLink>}
    </form>
  );
}

interface ChoiceProps {
  name: 'period' | 'place' | 'world';
  value: string | undefined;
  /** The word for no condition; without it one of the options always holds. */
  empty?: string;
  options: readonly { value: string; label: string }[];
}

function Choice({ name, value = '', empty, options }: ChoiceProps) {
  const t = useTranslations('indicators.filter');
  return (
    <label className={field}>
      {t(name)}
      <select key={value} name={name} defaultValue={value} className={select}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
