import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

/** What a chart says in words: its title is a statement with unit and place, its narration holds every figure that matters. */
export interface ChartText {
  title: string;
  narration: string;
  /** Both are read out only: the page around the chart already shows them. */
  captionHidden?: boolean;
}

interface FrameProps extends ChartText {
  id: string;
  children: ReactNode;
}

/** Caption, drawing, twin: in this order for every reader. */
export function ChartFrame({ id, title, narration, captionHidden = false, children }: FrameProps) {
  return (
    <figure className="keep min-w-0">
      <figcaption className={cx('mb-3', captionHidden && 'sr-only')}>
        <p id={`${id}-t`} className="font-semibold">
          {title}
        </p>
        <p id={`${id}-d`} className="text-14 text-muted">
          {narration}
        </p>
      </figcaption>
      {children}
    </figure>
  );
}

/** A drawing without links is one picture, named by the caption of its frame. */
export const pictureNamedBy = (id: string) =>
  ({ role: 'img', 'aria-labelledby': `${id}-t`, 'aria-describedby': `${id}-d` }) as const;

/** A drawing with links is a group: a picture would hide them from whoever listens. */
export const groupNamedBy = (id: string) =>
  ({ role: 'group', 'aria-labelledby': `${id}-t`, 'aria-describedby': `${id}-d` }) as const;
