import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { SampleBadge } from '@/components/ui/sample';

interface DemoAccountsProps {
  groups: readonly { title: string; people: readonly { account: string; name: string; title: string }[] }[];
}

/** Who can be chosen at the simulated issuers; shown only while they are on. */
export function DemoAccounts({ groups }: DemoAccountsProps) {
  const t = useTranslations('pages.signIn');
  return (
    <Details className="mt-12" summary={t('demo')}>
      <p className="text-small">
        <SampleBadge /> {t('demoHint')}
      </p>
      {groups
        .filter(({ people }) => people.length > 0)
        .map(({ title, people }) => (
          <section key={title} className="mt-5" lang="vi">
            <h3>{title}</h3>
            <ul className="text-small">
              {people.map((person) => (
                <li key={person.account} className="border-b border-line py-1.5">
                  <span className="font-medium">{person.name}</span> · {person.title} ·{' '}
                  <code className="font-sans text-muted">{person.account}</code>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Details>
  );
}
