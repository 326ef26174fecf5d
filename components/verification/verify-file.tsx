import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FileCheck } from './file-check';

/** The file control with its words; `href` is the page that shows the answer. */
export function VerifyFile({ href = '/verify', label }: { href?: string; label?: string }) {
  const t = useTranslations('verify');
  return (
    <FileCheck
      label={label ?? t('file.label')}
      hint={t('file.hint')}
      reading={t('file.reading')}
      answerHref={href}
      back={href}
    >
      <p className="hidden text-small text-muted noscript:mt-2 noscript:block">{t('file.noScript')}</p>
      <div className="hidden noscript:mt-3 noscript:block">
        <Button variant="secondary" size="small">
          {t('file.check')}
        </Button>
      </div>
    </FileCheck>
  );
}
