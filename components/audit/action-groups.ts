import { useTranslations } from 'next-intl';
import type { FilterGroup } from '@/components/ui/filter-bar';
import { sessionActions } from '@/lib/audit/schema';
import type { Action } from '@/lib/policy/table';

/** Acts that leave a trace, by noun; reads are in their own list. */
const groups = {
  dossier: [
    'dossier.draft',
    'dossier.submit',
    'dossier.receive',
    'dossier.assign',
    'dossier.review',
    'dossier.opine',
    'dossier.check',
    'dossier.rework',
    'dossier.sign',
    'dossier.issue',
    'dossier.return',
    'dossier.collect',
    'dossier.charge',
    'dossier.pay',
    'dossier.supplement',
    'dossier.withdraw',
    'dossier.cancel',
    'dossier.extend',
    'dossier.stop',
    'dossier.amend',
    'dossier.expire',
    'dossier.archive',
  ],
  document: ['document.upload', 'document.digitise', 'document.recognise', 'document.remove'],
  account: [
    ...sessionActions,
    'session.revoke',
    'account.grant',
    'account.revoke',
    'account.review',
    'delegation.write',
    'token.write',
  ],
  calendar_day: ['calendar.confirm'],
  procedure: ['procedure.publish'],
} as const satisfies Record<string, readonly (Action | (typeof sessionActions)[number])[]>;

/** The acts by noun, in words. */
export function useActionGroups(): FilterGroup[] {
  const t = useTranslations('audit');
  return Object.entries(groups).map(([noun, actions]) => ({
    label: t(`records.${noun as keyof typeof groups}`),
    options: actions.map((action) => ({ value: action, label: t(`actions.${action}`) })),
  }));
}
