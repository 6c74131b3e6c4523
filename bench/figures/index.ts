import { coldStarts } from './cold-start';
import { constructs } from './construct';
import { costliestProfiles } from './costliest';
import { endToEnd } from './end-to-end';
import { liveMemory } from './memory';
import { schemaColdStarts } from './schema-cold-start';
import { sizes } from './sizes';
import { warmRequests } from './warm';
import { Figure } from '../figure';
import { Settings } from '../settings';

/** What is measured, in the order of the report. */
export const FIGURES: Readonly<Record<string, (settings: Settings) => Promise<Figure[]>>> = {
  'cold-start': coldStarts,
  'schema-cold-start': schemaColdStarts,
  'warm': warmRequests,
  'costliest': costliestProfiles,
  'memory': liveMemory,
  'construct': constructs,
  'sizes': sizes,
  'end-to-end': endToEnd,
};
