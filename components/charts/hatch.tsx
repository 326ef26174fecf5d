interface HatchProps {
  id: string;
  /** Distance of the stripes in the units of the drawing. */
  step?: number;
  className?: string;
}

/** Stripes for what nobody knows: they survive a grey print and are no colour of the scale. */
export function Hatch({ id, step = 6, className = 'stroke-no-data' }: HatchProps) {
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" x2="0" y1="0" y2={step} strokeWidth={step * 0.4} className={className} />
    </pattern>
  );
}

export const filledBy = (id: string) => `url(#${id})`;
