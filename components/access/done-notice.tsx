import { InsetText } from '@/components/ui/notice';

/** What was just done, at the top of the page one comes back to. */
export function DoneNotice({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <div role="status" className="mb-6">
      <InsetText>
        <p className="font-semibold">{children}</p>
      </InsetText>
    </div>
  );
}
