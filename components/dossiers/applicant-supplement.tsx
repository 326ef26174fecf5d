import { useLocale, useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import type { ProcedureDefinition } from '@/lib/procedures/define';

interface SupplementItemsProps {
  code: string;
  definition: ProcedureDefinition;
  items: readonly { component: string; what: string; reason: string }[];
  addressed: readonly string[];
}

/** What Form 02 asks for; each line leads to the one place that is open again. */
export function SupplementItems({ code, definition, items, addressed }: SupplementItemsProps) {
  const t = useTranslations('applicant.supplement');
  const locale = useLocale();
  return (
    <ol className="border-t-2 border-ink">
      {items.map((item) => {
        const place = placeOf(definition, item.component);
        const done = addressed.includes(item.component);
        return (
          <li key={item.component} className="keep border-b border-line py-4">
            <div className="flex items-baseline justify-between gap-4">
              <p className="font-medium">
                <TextLink href={`/my/dossiers/${code}/${place.path}`}>{place.title[locale]}</TextLink>
              </p>
              {done ? <span className="text-small">{t('done')}</span> : <Tag>{t('open')}</Tag>}
            </div>
            <p>{item.what}</p>
            <p className="text-small text-muted">{t('reason', { reason: item.reason })}</p>
          </li>
        );
      })}
    </ol>
  );
}

function placeOf(
  definition: ProcedureDefinition,
  item: string,
): { path: string; title: { vi: string; en: string } } {
  if (!item.startsWith('answers.')) {
    const component = definition.components.find(({ code }) => code === item);
    return { path: `papers/${item}?back=supplement`, title: component?.title ?? { vi: item, en: item } };
  }
  const code = item.slice('answers.'.length);
  const section = definition.form.find(({ fields }) => fields.some((field) => field.code === code));
  const field = section?.fields.find((candidate) => candidate.code === code);
  return {
    path: `sections/${section?.code ?? ''}?back=supplement`,
    title: field?.label ?? { vi: code, en: code },
  };
}
