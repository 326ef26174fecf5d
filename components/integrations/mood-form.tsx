import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { setMoodAction } from '@/lib/partners/actions';
import type { SwitchboardLine } from '@/lib/partners/schema';

const moods = [
  'ok',
  'slow',
  'down',
  'rejects',
  'malformed',
] as const satisfies readonly SwitchboardLine['mood'][];

/** How one simulated partner answers from now on. */
export function MoodForm({ line: { partner, mood } }: { line: SwitchboardLine }) {
  const t = useTranslations('integrations');
  const label = t('switchboard.setOf', { partner: t(`partners.${partner}`) });
  return (
    <form action={setMoodAction} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="partner" value={partner} />
      <select
        key={mood}
        name="mood"
        defaultValue={mood}
        aria-label={label}
        className="control min-h-8 w-auto py-1 text-14"
      >
        {moods.map((one) => (
          <option key={one} value={one}>
            {t(`switchboard.moods.${one}`)}
          </option>
        ))}
      </select>
      <Button size="small" variant="secondary" aria-label={label}>
        {t('switchboard.set')}
      </Button>
    </form>
  );
}
