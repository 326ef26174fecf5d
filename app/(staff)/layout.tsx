import { cookies, headers } from 'next/headers';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Frame } from '@/components/shell/main';
import type { NavItem } from '@/components/shell/nav-links';
import { SessionTimer } from '@/components/shell/session-timer';
import { StaffHeader } from '@/components/shell/staff-header';
import { Words } from '@/components/shell/words';
import { themeCookie, themeOf } from '@/lib/i18n/theme';
import { isDrawing, somebody } from '@/lib/kernel/held-page';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import type { Action } from '@/lib/policy/table';
import { keepAliveAction } from '@/lib/session/actions';
import { idleLimit } from '@/lib/session/rules';
import { type Post, readPosts, requireStaff } from '@/lib/session/staff';

/** Sections of the desk with the right that opens each; null is open to every officer. */
const sections = [
  { key: 'today', opens: null },
  { key: 'dossiers', opens: 'dossier.read' },
  { key: 'documents', opens: 'document.digitise' },
  { key: 'reporting', opens: 'report.read' },
  { key: 'facilities', opens: 'facility.read' },
  { key: 'indicators', opens: 'indicator.read' },
  { key: 'registers', opens: 'register.read' },
  { key: 'performance', opens: 'performance.read' },
  { key: 'feedback', opens: 'feedback.read' },
  { key: 'integrations', opens: 'integration.read' },
  { key: 'audit', opens: 'audit.read' },
  { key: 'calendar', opens: 'performance.read' },
  { key: 'access', opens: 'token.write' },
  { key: 'search', opens: 'dossier.read' },
] as const satisfies readonly { key: string; opens: Action | null }[];

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff();
  const [posts, { staff }, locale, shell, jar, asked, t] = await Promise.all([
    readPosts(actor),
    getMessages(),
    getLocale(),
    getTranslations('shell'),
    cookies(),
    headers(),
    getTranslations('staff'),
  ]);
  const items = sections
    .filter(({ opens }) => opens === null || reachOf(actor, opens).length > 0)
    .map(
      ({ key }): NavItem => ({
        href: `/${key}`,
        label: shell(`nav.${key}`),
        ...(key === 'search' ? { shortcut: '/' } : {}),
      }),
    );
  return (
    <Words of={{ staff: { shortcuts: staff.shortcuts } }}>
      <Frame density="desk">
        <StaffHeader
          items={items}
          personName={isDrawing(asked) ? somebody : actor.name}
          post={postOf(posts, (post) =>
            [post.unit?.[locale], t(`role.${post.role}`)].filter(Boolean).join(' · '),
          )}
          sample={actor.sample}
          theme={themeOf(jar.get(themeCookie)?.value)}
        />
        {children}
        <SessionTimer idleMinutes={idleMinutes(actor)} keepAlive={keepAliveAction} />
      </Frame>
    </Words>
  );
}

/** The first post in full; further ones are counted, the account's menu names the person. */
function postOf(posts: readonly Post[], name: (post: Post) => string): string {
  const [first, ...others] = posts;
  if (first === undefined) return '';
  return others.length === 0 ? name(first) : `${name(first)} (+${others.length})`;
}

function idleMinutes(actor: Actor): number {
  return idleLimit(actor.grants.map(({ role }) => role)) / 60_000;
}
