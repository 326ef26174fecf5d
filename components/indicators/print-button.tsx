'use client';

/** Without a script the browser's own menu prints; the button is only shown once it works. */
export function PrintButton({ label, className }: { label: string; className: string }) {
  return (
    <button type="button" className={`${className} noscript:hidden`} onClick={() => window.print()}>
      {label}
    </button>
  );
}
