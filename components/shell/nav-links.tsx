'use client';
import { usePathname } from 'next/navigation';
import { TextLink } from '@/components/ui/text-link';

export interface NavItem {
  href: string;
  label: string;
  /** The key shown beside the name. */
  shortcut?: string;
}

interface NavLinksProps {
  items: readonly NavItem[];
  /** Its `aria-[current=page]:` variants mark the item one is in. */
  linkClass: string;
}

/** The layout stays while pages change below it, so only the browser's address tells which item is the current one. */
export function NavLinks({ items, linkClass }: NavLinksProps) {
  const path = usePathname();
  const inside = items.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  const nearest = inside.reduce((longest, { href }) => (href.length > longest.length ? href : longest), '');
  return items.map((item) => {
    const current = item.href === nearest;
    return (
      <li key={item.href}>
        <TextLink href={item.href} quiet current={current} className={linkClass}>
          {item.label}
          {item.shortcut !== undefined && (
            <kbd
              aria-hidden
              className="ml-1.5 inline-grid size-5 place-items-center rounded border border-current font-sans text-14 leading-none"
            >
              {item.shortcut}
            </kbd>
          )}
        </TextLink>
      </li>
    );
  });
}
