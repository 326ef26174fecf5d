import { useTranslations } from 'next-intl';
import { BulletBar } from '@/components/ui/progress';
import { type MetadataField, metadataFields } from '@/lib/documents/metadata/rules';

/** How many of the facts are known, and which are not. */
export function MetadataMeter({ missing }: { missing: readonly MetadataField[] }) {
  const t = useTranslations('documents');
  const total = metadataFields.length;
  const known = total - missing.length;
  return (
    <div className="text-14">
      <p className="font-semibold">{t('meter', { known, total })}</p>
      <BulletBar
        label={t('facts')}
        value={known / total}
        target={1}
        valueText={String(known)}
        targetText={String(total)}
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
