import type { SVGProps } from 'react';

type IconProps = Omit<SVGProps<SVGSVGElement>, 'd'>;

/** The few signs the portal draws, from Lucide (ISC licence, https://lucide.dev). Words beside them say the same. */
function Drawn({ d, ...rest }: IconProps & { d: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={1.5}
      {...rest}
    >
      <path d={d} />
    </svg>
  );
}

export const ArrowDown = (props: IconProps) => <Drawn d="M12 5v14m7-7-7 7-7-7" {...props} />;

export const ArrowLeft = (props: IconProps) => <Drawn d="m12 19-7-7 7-7m7 7H5" {...props} />;

export const ArrowRight = (props: IconProps) => <Drawn d="M5 12h14m-7-7 7 7-7 7" {...props} />;

export const ArrowUp = (props: IconProps) => <Drawn d="m5 12 7-7 7 7m-7 7V5" {...props} />;

export const ArrowUpDown = (props: IconProps) => (
  <Drawn d="m21 16-4 4-4-4m4 4V4M3 8l4-4 4 4M7 4v16" {...props} />
);

export const Check = (props: IconProps) => <Drawn d="M20 6 9 17l-5-5" {...props} />;

export const ChevronLeft = (props: IconProps) => <Drawn d="m15 18-6-6 6-6" {...props} />;

export const ChevronRight = (props: IconProps) => <Drawn d="m9 18 6-6-6-6" {...props} />;

export const CircleAlert = (props: IconProps) => (
  <Drawn d="M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0ZM12 8v4m0 4h.01" {...props} />
);

export const CloudOff = (props: IconProps) => (
  <Drawn
    d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78M2 2l20 20"
    {...props}
  />
);

export const LoaderCircle = (props: IconProps) => <Drawn d="M21 12a9 9 0 1 1-6.219-8.56" {...props} />;

export const Plus = (props: IconProps) => <Drawn d="M5 12h14M12 5v14" {...props} />;

export const TriangleAlert = (props: IconProps) => (
  <Drawn
    d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4m0 4h.01"
    {...props}
  />
);

export const X = (props: IconProps) => <Drawn d="M18 6 6 18M6 6l12 12" {...props} />;
