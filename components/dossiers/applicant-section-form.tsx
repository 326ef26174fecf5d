import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { Autosave } from '@/components/forms/autosave';
import type { ByName, FormSection } from '@/components/forms/form-fields';
import { TextLink } from '@/components/ui/text-link';
import { keepDraftAction, saveSectionAction } from '@/lib/dossiers/actions';

interface SectionFormProps {
  code: string;
  section: FormSection;
  values: ByName;
  /** Where the form leads when all is right: the task list, the check, the supplement. */
  back: 'tasks' | 'check' | 'supplement';
  savedAt: string;
}

/** One part of the application on a page of its own. */
export function SectionForm({ code, section, values, back, savedAt }: SectionFormProps) {
  const t = useTranslations('applicant');
  const home = `/my/dossiers/${code}`;
  return (
    <ActionForm
      action={saveSectionAction}
      sections={[section]}
      values={values}
      titlesHidden
      submitLabel={t('saveAndContinue')}
      hidden={{ code, section: section.code, back }}
      aside={<TextLink href={back === 'tasks' ? home : `${home}/${back}`}>{t('backWithout')}</TextLink>}
    >
      <div className="mt-6">
        <Autosave save={keepDraftAction.bind(null, { code, section: section.code })} savedAt={savedAt} />
      </div>
    </ActionForm>
  );
}
