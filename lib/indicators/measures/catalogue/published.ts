/**
 * Which published figures (F01–F34) speak of which measure. `measures` says the figure is the measure itself, of the
 * same scope, so it may stand for it while reports are missing; all others are shown beside it, dated.
 */
export const publishedValues: Readonly<Record<string, readonly string[]>> = {
  T32: ['F08'],
  T51: ['F22'],
  T54: ['F18', 'F33'],
  T71: ['F04'],
  HIS: ['F09'],
};

/** Beside those an observation names itself (`observations.indicator_ids`). */
export const publishedBeside: Readonly<Record<string, readonly string[]>> = {
  T50: ['F26'],
  T54: ['F30', 'F31', 'F32', 'F34'],
  HIS: ['F09', 'F10', 'F11', 'F12'],
  LIS: ['F13'],
  PACS: ['F15', 'F17'],
  FILMLESS: ['F17'],
  EDOCS: ['F14'],
};
