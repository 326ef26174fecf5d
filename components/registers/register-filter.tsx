import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { type ListRegister, registerKinds } from '@/lib/registers/schema';

/** What kind, and which words; both go to the address. */
export function RegisterFilter({ values }: { values: ListRegister }) {
  const t = useTranslations('registers');
  const filtered = values.kind !== undefined || (values.q ?? '') !== '';
  return (
    <form
      method="get"
      action="/registers"
      aria-label={t('filter.label')}
      className="no-print my-4 flex flex-wrap items-end gap-x-4 gap-y-3 text-small"
    >
      <label>
        <span className="block font-semibold">{t('filter.kind')}</span>
        <select
          key={values.kind ?? ''}
          name="kind"
          defaultValue={values.kind ?? ''}
          className="control mt-1 w-auto max-w-full pr-8"
        >
          <option value="">{t('filter.any')}</option>
          {registerKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="block font-semibold">{t('filter.q')}</span>
        <input
          type="search"
          name="q"
          defaultValue={values.q ?? ''}
          placeholder={t('filter.qHint')}
          className="control mt-1 w-72 max-w-full"
        />
      </label>
      <Button variant="secondary">{t('filter.apply')}</Button>
      {filtered && (
        <TextLink href="/registers" className="inline-flex min-h-(--control-height) items-center">
          {t('filter.clear')}
        </TextLink>
      )}
    </form>
  );
}
