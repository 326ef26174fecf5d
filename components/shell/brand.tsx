import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { Emblem } from './emblem';

/** Who speaks, and about what: the portal, or the procedure at hand. */
export function Brand({ title, href = '/' }: { title?: string | undefined; href?: string }) {
  const t = useTranslations('shell');
  return (
    <TextLink
      href={href}
      quiet
      className="flex min-w-0 items-center gap-3 text-ink hover:text-ink hover:no-underline"
    >
      <Emblem className="size-9 sm:size-10" />
      <span className="min-w-0 leading-tight">
        <span className="block text-14 font-medium tracking-wide">{t('ministry')}</span>
        <span className="block text-16 leading-snug font-semibold text-balance">{title ?? t('portal')}</span>
      </span>
    </TextLink>
  );
}
