import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export function TrackForm({ code = '', level = 2 }: { code?: string; level?: 1 | 2 }) {
  const t = useTranslations('track');
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <form action="/track">
      <Heading>{t('title')}</Heading>
      <label htmlFor="track-code" className="mt-1 block text-16 text-muted">
        {t('label')}
      </label>
      <div className="mt-2 flex gap-2">
        <input
          id="track-code"
          name="code"
          type="text"
          defaultValue={code}
          placeholder="G18.01-20261109-0000412"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          className="control min-w-0"
        />
        <Button variant="secondary" className="shrink-0">
          {t('show')}
        </Button>
      </div>
    </form>
  );
}
