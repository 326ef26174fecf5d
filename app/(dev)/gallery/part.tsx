import type { ReactNode } from 'react';

export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="mt-16">
      <h2 className="border-t-2 border-ink pt-3 text-27">{title}</h2>
      <div className="mt-6 flex flex-col gap-10">{children}</div>
    </section>
  );
}

export function Piece({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-3 text-14 font-medium text-muted">{name}</h3>
      {children}
    </div>
  );
}
