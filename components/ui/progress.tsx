import { useTranslations } from 'next-intl';

/** "Xong 3 trong 6 phần." with its bar. */
export function Progress({ done, total }: { done: number; total: number }) {
  const t = useTranslations('ui');
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div>
      <p className="text-muted">{t('progress', { done, total })}</p>
      <svg
        aria-hidden
        viewBox="0 0 1000 8"
        preserveAspectRatio="none"
        className="chart-mark mt-2 block h-2 w-full"
      >
        <rect width="1000" height="8" rx="2" className="fill-track" />
        <rect width={share * 1000} height="8" rx="2" className="fill-fill" />
      </svg>
    </div>
  );
}
