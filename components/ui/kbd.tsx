/** A key that does the same as the control it stands in; its name is read from the control, not from here. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd
      aria-hidden
      className="inline-grid min-w-6 place-items-center rounded border border-current px-1 font-sans text-14 leading-5 font-medium opacity-80"
    >
      {children}
    </kbd>
  );
}
