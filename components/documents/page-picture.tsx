import { useTranslations } from 'next-intl';
import type { Box } from '@/lib/documents/rules';

interface PagePictureProps {
  documentId: string;
  name: string;
  /** Counted from 1. */
  page: number;
  /** Size of the page in the units of the boxes; unknown until the machine has read it. */
  size: { width: number; height: number } | null;
  boxes?: readonly Box[];
}

const sheet = { width: 210, height: 297 };

export function pageHref(documentId: string, page: number | 'file'): string {
  return `/api/pages/${documentId}/${page}`;
}

/** The page as it was handed in, with the places that are talked about framed. */
export function PagePicture({ documentId, name, page, size, boxes = [] }: PagePictureProps) {
  const t = useTranslations('officer.paper');
  const { width, height } = size ?? sheet;
  return (
    <svg
      role="img"
      aria-label={t('picture', { name, page })}
      viewBox={`0 0 ${width} ${height}`}
      className="block w-full border border-line bg-[#ffffff]"
    >
      <image
        href={pageHref(documentId, page)}
        width={width}
        height={height}
        preserveAspectRatio="xMidYMin meet"
      />
      {frames(boxes).map(([x, y, boxWidth, boxHeight]) => (
        <rect
          key={`${x} ${y}`}
          x={x - 3}
          y={y - 2}
          width={boxWidth + 6}
          height={boxHeight + 4}
          fillOpacity="0.18"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          className="fill-[#d97a00] stroke-[#8a4b00]"
        />
      ))}
    </svg>
  );
}

/** Only the neighbourhood of a place, enlarged. */
export function PageCrop({ documentId, name, page, size, boxes }: Required<PagePictureProps>) {
  const t = useTranslations('officer.paper');
  const [first] = frames(boxes);
  if (size === null || first === undefined) return null;
  const [x, y, width, height] = first;
  const room = height * 1.2;
  return (
    <svg
      role="img"
      aria-label={t('picture', { name, page })}
      viewBox={`${x - room * 2} ${y - room} ${Math.max(width + room * 4, height * 12)} ${height + room * 2}`}
      className="block h-14 max-w-full border border-line bg-[#ffffff]"
    >
      <image
        href={pageHref(documentId, page)}
        width={size.width}
        height={size.height}
        preserveAspectRatio="xMidYMin meet"
      />
    </svg>
  );
}

/** Words that stand on one line share a frame. */
function frames(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last[1] - box[1]) > box[3] / 2) {
      lines.push(box);
      continue;
    }
    const left = Math.min(last[0], box[0]);
    const top = Math.min(last[1], box[1]);
    const right = Math.max(last[0] + last[2], box[0] + box[2]);
    const bottom = Math.max(last[1] + last[3], box[1] + box[3]);
    lines[lines.length - 1] = [left, top, right - left, bottom - top];
  }
  return lines;
}
