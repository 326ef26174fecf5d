import { useTranslations } from 'next-intl';
import { InsetText, Notice } from '@/components/ui/notice';
import type { Effect } from '@/lib/calendar/schema';

interface DayEffectProps {
  effect: Effect;
  unitNames: Readonly<Record<string, string>>;
}

/** What confirming would do to the dossiers whose clock runs; nothing has been changed yet. */
export function DayEffect({ effect, unitNames }: DayEffectProps) {
  const t = useTranslations('calendar.day');
  const { running, later, earlier, units } = effect;
  return (
    <div className="flex max-w-form flex-col gap-4">
      <Notice title={t('moves', { count: later + earlier })}>
        <p className="text-small">{t('of', { count: running })}</p>
        <ul className="mt-2 text-small">
          {later > 0 && <li>{t('later', { count: later })}</li>}
          {earlier > 0 && <li>{t('earlier', { count: earlier })}</li>}
        </ul>
      </Notice>
      <InsetText>{t('promise')}</InsetText>
      {units.length > 0 && (
        <div>
          <h3>{t('units')}</h3>
          <ul className="mt-1 border-t border-line text-small">
            {units.map(({ unit, moved }) => (
              <li key={unit} className="flex justify-between gap-6 border-b border-line py-1.5">
                <span>{unitNames[unit] ?? unit}</span>
                <span className="tabular">{moved}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
