import { useTranslations } from 'next-intl';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import type { Standing, StandingCategory } from '@/lib/kernel/clock-standing';

const tones = {
  early: 'early',
  on_time: 'on_time',
  in_time: 'in_time',
  due_soon: 'due_soon',
  overdue_running: 'overdue',
  overdue_done: 'overdue',
  paused: 'paused',
} as const satisfies Record<StandingCategory, StatusTone>;

type Told = Pick<Standing, 'category' | 'remainingWorkingDays'> | null;

/** The deadline as shape and words: what remains while the clock runs, how it ended afterwards. */
export function StandingTag({ standing }: { standing: Told }) {
  return <StatusTag {...useStandingWords()(standing)} />;
}

/** The same for many lines: tone and words of any standing. */
export function useStandingWords(): (standing: Told) => { tone: StatusTone; children: string } {
  const t = useTranslations('clock');
  const none = useTranslations('officer.list');
  return (standing) => {
    if (standing === null) return { tone: 'neutral', children: none('notStarted') };
    const { category, remainingWorkingDays: days } = standing;
    return {
      tone: tones[category],
      children: days === null ? t(`category.${category}`) : words(days, category, t),
    };
  };
}

type Words = ReturnType<typeof useTranslations<'clock'>>;

function words(days: number, category: StandingCategory, t: Words): string {
  return category === 'overdue_running' ? t('overdue', { days: -days }) : t('remaining', { days });
}
