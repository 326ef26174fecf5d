/** Stripes for what nobody knows: they survive a grey print and are no colour of the scale. */
export function Hatch({ id, className = 'stroke-no-data' }: { id: string; className?: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" x2="0" y1="0" y2="6" strokeWidth="2.5" className={className} />
    </pattern>
  );
}

export const filledBy = (id: string) => `url(#${id})`;
