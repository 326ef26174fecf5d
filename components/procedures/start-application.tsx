import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { Level } from '@/lib/procedures/define';

interface StartApplicationProps {
  slug: string;
  level: Level;
  /** The matter is opened by a facility's data, not by a form. */
  fed: boolean;
}

/** The way in. Whoever is not signed in is asked to, and comes back here. */
export function StartApplication({ slug, level, fed }: StartApplicationProps) {
  const t = useTranslations('procedures.detail');
  const pages = useTranslations('pages.procedure');
  if (fed || level === 'INFO') return <p className="max-w-prose font-medium">{pages('noStart')}</p>;
  return (
    <div className="no-print">
      <ButtonLink href={`/my/start?procedure=${slug}`} className="max-sm:w-full">
        {level === 'PRO2' ? t('confirm') : t('start')}
      </ButtonLink>
      <p className="mt-2 text-16 text-muted">{pages('startNote')}</p>
    </div>
  );
}
