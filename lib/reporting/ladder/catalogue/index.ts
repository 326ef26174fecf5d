import type { Ladder } from '../define';
import { cashless } from './cashless';
import { hospitalSystem } from './hospital-system';
import { imaging } from './imaging';
import { medicalRecord } from './medical-record';

export const ladders: readonly Ladder[] = [medicalRecord, hospitalSystem, imaging, cashless];
