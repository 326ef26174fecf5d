import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { type DossierState, dossierStates } from '@/lib/dossiers/workflow';

interface QueueFiltersProps {
  values: {
    view: string;
    procedure?: string | undefined;
    state?: string | undefined;
    q?: string | undefined;
    sort: string;
    order: string;
  };
  procedures: readonly { slug: string; title: string }[];
}

const select = 'control min-h-9 w-auto max-w-72 py-1 text-14';
const states = (Object.keys(dossierStates) as DossierState[]).filter(
  (state) => state !== 'draft' && state !== 'cancelled',
);

/** One line that reads as a sentence; every condition goes to the address, so the view can be sent to a colleague. */
export function QueueFilters({ values, procedures }: QueueFiltersProps) {
  const t = useTranslations('officer.list.filter');
  const stateName = useTranslations('states.state');
  const filtered = values.procedure !== undefined || values.state !== undefined || values.q !== undefined;
  return (
    <form
      method="get"
      action="/dossiers"
      aria-label={t('label')}
      className="no-print my-3 flex flex-wrap items-center gap-x-2 gap-y-2 text-14"
    >
      <input type="hidden" name="view" value={values.view} />
      <input type="hidden" name="sort" value={values.sort} />
      <input type="hidden" name="order" value={values.order} />
      <span>{t('show')}</span>
      <label className="flex items-center gap-2">
        {t('procedure')}
        <select name="procedure" defaultValue={values.procedure ?? ''} className={select}>
          <option value="">{t('anyProcedure')}</option>
          {procedures.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2">
        {t('state')}
        <select name="state" defaultValue={values.state ?? ''} className={select}>
          <option value="">{t('anyState')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {stateName(state)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2">
        {t('search')}
        <input
          type="search"
          name="q"
          defaultValue={values.q ?? ''}
          placeholder={t('searchHint')}
          className="control min-h-9 w-56 py-1 text-14"
        />
      </label>
      <Button variant="secondary" size="small">
        {t('apply')}
      </Button>
      {filtered && <TextLink href={`/dossiers?view=${values.view}`}>{t('clear')}</TextLink>}
    </form>
  );
}
