import type { ReactNode } from 'react';

/** A part of the page with a heavy rule above, so the eye finds where the next question begins. */
export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="border-t-2 border-ink pt-3">
      <h2 id={`${id}-title`}>{title}</h2>
      {note !== undefined && <div className="max-w-prose text-14 text-muted">{note}</div>}
      <div className="mt-3">{children}</div>
    </section>
  );
}
