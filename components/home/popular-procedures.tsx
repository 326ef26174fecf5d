import { useLocale, useTranslations } from 'next-intl';
import { ProcedureLines } from '@/components/procedures/procedure-lines';
import { TextLink } from '@/components/ui/text-link';
import type { ProcedureLine } from '@/lib/procedures/schema';

interface PopularProceduresProps {
  procedures: readonly ProcedureLine[];
  units: Readonly<Record<string, { vi: string; en: string }>>;
  /** False while nobody has submitted anything: then this is a choice, not a ranking. */
  ranked: boolean;
  total: number;
}

export function PopularProcedures({ procedures, units, ranked, total }: PopularProceduresProps) {
  const t = useTranslations('home');
  const locale = useLocale();
  return (
    <section aria-labelledby="popular">
      <h2 id="popular" className="border-b-2 border-ink pb-2">
        {ranked ? t('popular') : t('some')}
      </h2>
      <ProcedureLines procedures={procedures} units={units} locale={locale} />
      <TextLink href="/procedures" className="mt-4 inline-flex min-h-11 items-center">
        {t('all', { count: total })}
      </TextLink>
    </section>
  );
}
