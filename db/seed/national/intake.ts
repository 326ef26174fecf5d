import { type DayNumber, dateOf, dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import { type BusyDay, firstDay, lastDay } from './days';
import type { Walked, World } from './dossier';
import { type Draw, drawsFrom, oneOf } from './draws';
import type { Matter } from './matters';
import type { applicantPicker } from './people';
import { walk } from './walk';

export interface Nation {
  readonly world: World;
  readonly matterFor: (draw: Draw) => Matter;
  readonly applicantFor: ReturnType<typeof applicantPicker>;
}

/** Most hand in during office hours, hardly anybody at night. */
function minuteOf(draw: Draw): number {
  const [part, at] = [draw(), draw()];
  if (part < 0.76) return 480 + 540 * at;
  return part < 0.94 ? 1020 + 300 * at : 360 + 120 * at;
}

/** Matters begun and given up, and drafts of the last months that may still be handed in. */
function fateOf(day: DayNumber, draw: Draw): 'cancelled' | 'draft' | 'tangled' | 'usual' {
  const fate = draw();
  if (fate < 0.004) return 'cancelled';
  if (fate < 0.0046) return 'tangled';
  return fate < 0.11 && day > dayNumberOf(lastDay) - 120 ? 'draft' : 'usual';
}

/** More and more is handed in online. */
function channelOf(day: DayNumber, draw: Draw): Walked['channel'] {
  const years = (day - dayNumberOf(firstDay)) / 365;
  return draw() < 0.55 + 0.06 * years ? 'ministry_portal' : 'counter';
}

const secondOf = (instant: number) => Math.round(instant / 1000) * 1000;

/** The dossiers of a day in the order in which they were handed in. `numberOf` gives the next number of a series. */
export function* dossiersOf(
  { day, first, count }: BusyDay,
  { world, matterFor, applicantFor }: Nation,
  numberOf: (series: string) => number,
): Generator<Walked> {
  const date = dateOf(day);
  const ofDay = drawsFrom(-1000 - day);
  const minutes = Array.from({ length: count }, () => minuteOf(ofDay)).sort((a, b) => a - b);
  for (const [at, minute] of minutes.entries()) {
    const draw = drawsFrom(first + at);
    const { courses, forms, forCitizens, unitNumber } = matterFor(draw);
    const fate = fateOf(day, draw);
    const { usual, tangled, cancelled } = courses;
    const course = { usual: oneOf(draw, usual), tangled: oneOf(draw, tangled), cancelled, draft: [] }[fate];
    const submittedAt = secondOf(instantAt(day, minute).getTime());
    const isSubmitted = fate === 'usual' || fate === 'tangled';
    const journey = {
      nth: first + at,
      form: oneOf(draw, forms),
      applicant: applicantFor(draw, forCitizens),
      course,
      openedAt: new Date(secondOf(submittedAt - 300_000 - 150_000_000 * draw() ** 3)),
      submittedAt,
      channel: channelOf(day, draw),
      unitNumber,
      date,
      number: isSubmitted ? numberOf(`dossier:${unitNumber}:${date}`) : null,
      draw,
    };
    yield walk(journey, world);
  }
}
