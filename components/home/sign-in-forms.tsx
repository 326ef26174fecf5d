import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

interface SignInFormsProps {
  csrfToken: string;
  /** A path of this portal, or null: then each way leads to where its people work. */
  callbackUrl: string | null;
  /** A locked session asks for the person again, not only for the old cookie. */
  again: boolean;
}

const ways = [
  { issuer: 'vneid', home: '/my', variant: 'primary' },
  { issuer: 'staff', home: '/today', variant: 'secondary' },
] as const;

/** Two issuers, two plain forms: the portal itself keeps no password. */
export function SignInForms({ csrfToken, callbackUrl, again }: SignInFormsProps) {
  const t = useTranslations('pages.signIn');
  return (
    <div className="flex flex-col gap-10">
      {ways.map(({ issuer, home, variant }) => (
        <section key={issuer} aria-labelledby={`way-${issuer}`} className="border-t-2 border-ink pt-4">
          <h2 id={`way-${issuer}`}>{t(`${issuer}.title`)}</h2>
          <p className="mt-1 text-muted">{t(`${issuer}.hint`)}</p>
          <form
            action={`/api/auth/signin/${issuer}${again ? '?prompt=login' : ''}`}
            method="post"
            className="mt-4"
          >
            <input type="hidden" name="csrfToken" value={csrfToken} />
            <input type="hidden" name="callbackUrl" value={callbackUrl ?? home} />
            <Button variant={variant}>{t(`${issuer}.button`)}</Button>
          </form>
        </section>
      ))}
    </div>
  );
}
