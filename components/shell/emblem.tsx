import { cx } from '@/components/ui/cx';

/** A plain mark, a star in a circle: the State's own emblem has rules of use of its own. */
export function Emblem({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 40 40" className={cx('shrink-0', className)}>
      <circle cx="20" cy="20" r="18.5" className="fill-[#fff7dc] stroke-emblem-red" strokeWidth="2.5" />
      <path
        className="fill-emblem-red"
        d="m20 11.2 2.16 6.65h7l-5.66 4.11 2.16 6.66L20 24.5l-5.66 4.12 2.16-6.66-5.66-4.11h7Z"
      />
    </svg>
  );
}

/** National red and gold, here and nowhere else. */
export function EmblemStrip() {
  return (
    <div aria-hidden className="flex h-1">
      <div className="grow bg-emblem-red" />
      <div className="w-1/12 bg-emblem-gold" />
    </div>
  );
}
