import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/choices';
import { TextLink } from '@/components/ui/text-link';
import { compareNames } from '@/lib/i18n/format';
import type { ProcedureFilter, ProcedureLine } from '@/lib/procedures/schema';

const applicants = ['citizen', 'business', 'facility', 'organisation'] as const;

interface CatalogueFilterProps {
  filter: ProcedureFilter;
  /** The whole catalogue: what can be chosen does not depend on what was. */
  all: readonly ProcedureLine[];
  units: Readonly<Record<string, { vi: string; en: string }>>;
}

export function CatalogueFilter({ filter, all, units }: CatalogueFilterProps) {
  const t = useTranslations('procedures');
  const locale = useLocale();
  const byName = compareNames(locale);
  const fields = [...new Map(all.map(({ field }) => [field.vi, field])).values()];
  const unitCodes = [...new Set(all.map(({ unit }) => unit))];
  const sorted = (options: { value: string; label: string }[]) =>
    options.sort((left, right) => byName(left.label, right.label));
  const chosen = [filter.search, filter.field, filter.unit, filter.applicant].some(Boolean);
  return (
    <form action="/procedures" className="no-print flex flex-col gap-4">
      <div>
        <label htmlFor="field-search" className="block font-semibold">
          {t('filter.search')}
        </label>
        <p id="search-hint" className="text-small text-muted">
          {t('filter.searchHint')}
        </p>
        <div className="mt-2 flex max-w-prose gap-2">
          <input
            id="field-search"
            type="search"
            name="search"
            defaultValue={filter.search ?? ''}
            aria-describedby="search-hint"
            className="control min-w-0"
          />
          <Button className="shrink-0">{t('filter.apply')}</Button>
        </div>
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <Select
          name="field"
          label={t('filter.field')}
          empty={t('filter.all')}
          defaultValue={filter.field}
          options={sorted(fields.map((field) => ({ value: field.vi, label: field[locale] })))}
        />
        <Select
          name="unit"
          label={t('filter.unit')}
          empty={t('filter.all')}
          defaultValue={filter.unit}
          options={sorted(unitCodes.map((code) => ({ value: code, label: units[code]?.[locale] ?? code })))}
        />
        <Select
          name="applicant"
          label={t('filter.applicant')}
          empty={t('filter.all')}
          defaultValue={filter.applicant}
          options={applicants.map((kind) => ({ value: kind, label: t(`applicant.${kind}`) }))}
        />
      </div>
      {chosen && <TextLink href="/procedures">{t('filter.clear')}</TextLink>}
    </form>
  );
}
