import { COSTLIEST, costCases } from '../../test/support/cost/cost-cases';
import { costsOf, secondsOnLambda } from '../../test/support/cost/cost-run';
import { Amount, LANGUAGE_IDS, LANGUAGES } from '../figure';
import { MEGABYTES } from '../functions/functions';
import { Settings } from '../settings';

/** Sizes of the largest permitted profile, and how long the costliest one may take. */
const SIZES = [{ kib: 64, goal: 1 }, { kib: 384, goal: 3 }];

/** The request that takes longest, of the costliest profiles; `npx projen test:cost` tests more of them. */
export async function costliestProfiles(settings: Settings): Promise<Amount[]> {
  if (settings.short) {
    return [];
  }
  const figures: Amount[] = [];
  for (const language of LANGUAGE_IDS) {
    for (const { kib, goal } of SIZES) {
      const maxProfileSize = kib * 1024;
      let seconds = 0;
      for (const costCase of costCases(maxProfileSize).filter(({ name }) => COSTLIEST.test(name))) {
        const costs = await costsOf(costCase, { language, megabytes: MEGABYTES, maxProfileSize });
        seconds = Math.max(seconds, ...costs.map(({ units }) => secondsOnLambda(units, MEGABYTES)));
      }
      figures.push({ kind: 'amount', group: 'The costliest permitted profiles', name: `${LANGUAGES[language]}, ${kib} KiB`, value: seconds, unit: 's', goal });
    }
  }
  return figures;
}
