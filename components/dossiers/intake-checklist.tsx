import { useLocale, useTranslations } from 'next-intl';
import { MonthGrid } from '@/components/ui/month-grid';
import { StatusTag } from '@/components/ui/status-tag';
import { formatDate } from '@/lib/i18n/format';
import type { ClockExplanation } from '@/lib/kernel/clock-explanation';
import type { ClockRule } from '@/lib/kernel/clock-rules';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers } from '@/lib/procedures/fields/define';
import { requiredComponents } from '@/lib/procedures/rules';
import { clockDays } from './clock-panel';
import { ComponentFiles, type PaperLine } from './components-panel';

interface IntakeChecklistProps {
  code: string;
  definition: ProcedureDefinition;
  answers: Answers;
  papers: readonly PaperLine[];
  missing: readonly string[];
  /** The clock as it would run from now; null for moves that do not accept. */
  accepted: (ClockExplanation & { rule: ClockRule }) | null;
  today: string;
}

/** What the counter looks at before it decides: each component, its files, and the date Form 01 would promise. */
export function IntakeChecklist({
  code,
  definition,
  answers,
  papers,
  missing,
  accepted,
  today,
}: IntakeChecklistProps) {
  const t = useTranslations('officer');
  const locale = useLocale();
  return (
    <div className="mb-8 grid max-w-wide gap-x-10 gap-y-8 xl:grid-cols-2">
      <section aria-labelledby="checklist">
        <h3 id="checklist" className="mb-2">
          {t('move.checklist')}
        </h3>
        <ul className="border-t border-line text-14">
          {requiredComponents(definition, answers).map((component) => (
            <li key={component.code} className="border-b border-line py-2">
              <div className="flex items-baseline justify-between gap-4">
                <span className="font-medium">{component.title[locale]}</span>
                <StatusTag tone={missing.includes(component.code) ? 'at_risk' : 'on_time'}>
                  {t(missing.includes(component.code) ? 'components.missing' : 'components.present')}
                </StatusTag>
              </div>
              <ComponentFiles
                code={code}
                component={component}
                papers={papers.filter((paper) => paper.component === component.code)}
              />
            </li>
          ))}
        </ul>
      </section>
      {accepted !== null && accepted.due !== null && (
        <PromisedDate accepted={accepted} due={accepted.due} today={today} />
      )}
    </div>
  );
}

function PromisedDate({
  accepted,
  due,
  today,
}: {
  accepted: NonNullable<IntakeChecklistProps['accepted']>;
  due: Date;
  today: string;
}) {
  const t = useTranslations('officer');
  const words = useTranslations('clock');
  const locale = useLocale();
  const limit = words(`amount.${accepted.rule.unit}`, { amount: accepted.rule.amount });
  return (
    <section aria-labelledby="promise">
      <h3 id="promise">{t('move.preview')}</h3>
      <p className="tabular text-27 font-semibold">{formatDate(due, locale)}</p>
      <p className="mb-2 text-14 text-muted">{words('limit', { limit })}</p>
      <MonthGrid
        caption={t('clock.caption', { limit })}
        days={clockDays(accepted.steps, words, locale)}
        today={today}
      />
    </section>
  );
}
