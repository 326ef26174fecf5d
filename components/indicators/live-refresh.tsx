'use client';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatTime } from '@/lib/i18n/format';

interface LiveRefreshProps {
  /** Tells the number of the last lock whenever it moves. */
  endpoint: string;
  /** The number the page was drawn at. */
  sequence: number;
  /** When it was drawn, by the portal's clock. */
  drawnAt: Date;
  /** "Số liệu vừa cập nhật" */
  words: string;
}

/** Draws the open board anew when a report is locked anywhere; without a script a reload does the same. */
export function LiveRefresh({ endpoint, sequence, drawnAt, words }: LiveRefreshProps) {
  const router = useRouter();
  const locale = useLocale();
  const [shown, setShown] = useState<{ sequence: number; at: Date | null }>({ sequence, at: null });
  if (shown.sequence !== sequence) setShown({ sequence, at: drawnAt });
  useEffect(() => {
    const source = new EventSource(endpoint);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      if (Number(data) > sequence) router.refresh();
    };
    return () => source.close();
  }, [endpoint, sequence, router]);
  return (
    <p aria-live="polite" className="no-print min-h-5 text-14 font-medium">
      {shown.at !== null && `${words} ${formatTime(shown.at, locale)}`}
    </p>
  );
}
