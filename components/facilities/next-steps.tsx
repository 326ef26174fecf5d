import { useLocale, useTranslations } from 'next-intl';
import type { LadderView } from '@/lib/reporting/ladder/rules';

/** The one thing that is missing on each ladder: the first step that is not yet sound. */
export function NextSteps({ ladders }: { ladders: readonly LadderView[] }) {
  const t = useTranslations('facilities.view');
  const locale = useLocale();
  const steps = ladders.flatMap(({ id, title, rungs }) => {
    const rung = rungs.find(({ missing }) => missing !== null);
    return rung?.missing == null ? [] : [{ id, title: title[locale], rung, missing: rung.missing[locale] }];
  });
  if (steps.length === 0) return <p>{t('complete')}</p>;
  return (
    <dl className="border-t border-line">
      {steps.map(({ id, title, rung, missing }) => (
        <div key={id} className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[minmax(12rem,1fr)_2fr]">
          <dt className="text-muted">{title}</dt>
          <dd>
            <strong>{rung.label[locale]}</strong>: {missing}
          </dd>
        </div>
      ))}
    </dl>
  );
}
