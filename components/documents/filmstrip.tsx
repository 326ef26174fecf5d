import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';

export interface StripPaper {
  id: string;
  name: string;
  dossierCode: string;
}

/** The papers that wait, one after the other; the open one is marked. */
export function Filmstrip({ papers, openId }: { papers: readonly StripPaper[]; openId: string }) {
  const t = useTranslations('documents');
  return (
    <nav aria-label={t('strip')}>
      <ol className="flex gap-2 overflow-x-auto pb-2 lg:max-h-[70vh] lg:flex-col lg:overflow-x-visible lg:overflow-y-auto">
        {papers.map((paper, index) => (
          <li key={paper.id} className="w-48 shrink-0 lg:w-auto">
            <TextLink
              href={`/documents?id=${paper.id}`}
              quiet
              current={paper.id === openId}
              className={cx(
                'block rounded border px-3 py-2 text-14 hover:no-underline',
                paper.id === openId
                  ? 'border-primary bg-wash font-semibold text-ink'
                  : 'border-line text-ink',
              )}
            >
              <span className="tabular text-muted">{index + 1}. </span>
              {paper.name}
              <span className="tabular block font-normal text-muted">{paper.dossierCode}</span>
            </TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
