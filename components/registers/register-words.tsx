import { useTranslations } from 'next-intl';

/** What nobody has told yet; it is a state of the register, not an empty cell. */
export function Unknown() {
  const t = useTranslations('registers');
  return <span className="font-normal whitespace-nowrap text-muted">{t('unknown')}</span>;
}

/** A dash for the eye, the words for the ear. */
export function Dash({ children }: { children: string }) {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{children}</span>
    </span>
  );
}
