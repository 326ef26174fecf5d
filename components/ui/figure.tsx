import type { ReactNode } from 'react';

/** One number that answers one question; no colour on the number itself. */
export function Figure({
  label,
  value,
  children,
}: {
  label: ReactNode;
  value: string;
  children?: ReactNode;
}) {
  return (
    <figure className="keep">
      <figcaption className="text-small font-medium">{label}</figcaption>
      <p className="tabular text-36 leading-tight font-semibold">{value}</p>
      {children !== undefined && <div className="mt-2 text-14 text-muted">{children}</div>}
    </figure>
  );
}

/** A group with a heavy rule above its title, as on the boards. */
export function Block({
  title,
  note,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="border-t-2 border-ink pt-3">
      <h2>{title}</h2>
      {note !== undefined && <p className="text-small text-muted">{note}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}
