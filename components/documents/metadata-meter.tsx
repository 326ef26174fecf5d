import { useTranslations } from 'next-intl';
import { Bullet } from '@/components/charts/bullet';
import { type MetadataField, metadataFields } from '@/lib/documents/metadata/rules';

/** How many of the facts are known, and which are not. */
export function MetadataMeter({ missing }: { missing: readonly MetadataField[] }) {
  const t = useTranslations('documents');
  const ui = useTranslations('ui');
  const total = metadataFields.length;
  const known = total - missing.length;
  return (
    <div className="text-14">
      <p className="font-semibold">{t('meter', { known, total })}</p>
      <Bullet
        narration={ui('bullet', { label: t('facts'), value: String(known), target: String(total) })}
        value={known}
        target={total}
        extent={[0, total]}
        className="mt-1"
      />
      {missing.length > 0 && (
        <p className="mt-1 text-muted">
          {t('missing', { list: missing.map((field) => t(`field.${field}`)).join(', ') })}
        </p>
      )}
    </div>
  );
}
