import { useTranslations } from 'next-intl';

/** What an act recorded, name by name; personal values are there only as commitments, and said to be. */
export function ActDetail({ detail }: { detail: Readonly<Record<string, unknown>> }) {
  const t = useTranslations('audit.act');
  const rows = Object.entries(detail).filter(([, value]) => value !== null && value !== undefined);
  if (rows.length === 0) return <p className="text-muted">{t('noDetail')}</p>;
  return (
    <dl className="border-t border-line">
      {rows.map(([name, value]) => (
        <div key={name} className="grid gap-x-6 border-b border-line py-(--cell) sm:grid-cols-[12rem_1fr]">
          <dt className="font-mono text-14 text-muted">{name}</dt>
          <dd className="min-w-0 text-small break-words whitespace-pre-wrap">
            {name === 'personal' ? <Commitments values={value} /> : textOf(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Commitments({ values }: { values: unknown }) {
  const t = useTranslations('audit.act');
  if (typeof values !== 'object' || values === null) return null;
  return (
    <ul>
      {Object.entries(values).map(([field, hash]) => (
        <li key={field} className="break-all">
          <code className="font-mono text-14">{field}</code>:{' '}
          {t('commitment', { hash: String(hash).slice(0, 16) })}…
        </li>
      ))}
    </ul>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}
