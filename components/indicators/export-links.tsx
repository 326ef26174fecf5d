import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-look';
import { PrintButton } from './print-button';
import { hrefOf, type View } from './view';

interface ExportLinksProps {
  view: View;
  what: 'board' | 'indicator' | 'targets' | 'facilities';
  /** Conditions of the page beside its view. */
  more?: Readonly<Record<string, string | undefined>>;
}

/** Print, XLSX, CSV: paper and files carry what the screen shows. */
export function ExportLinks({ view, what, more = {} }: ExportLinksProps) {
  const t = useTranslations('indicators.action');
  const style = buttonClass('secondary', 'small');
  return (
    <div className="no-print flex flex-wrap gap-2">
      <PrintButton label={t('print')} className={style} />
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          href={hrefOf('/indicators/export', view, { ...more, what, format })}
          className={style}
          download
        >
          {t(format)}
        </a>
      ))}
    </div>
  );
}
