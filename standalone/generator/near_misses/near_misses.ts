import type { Company, Employee } from '../company';
import type { Random } from '../random';
import { joinScenes, type Scene } from '../scene';
import {
  fumbledPushes,
  newPhoneDay,
  resetLongAfterExternalCall,
  resetsAfterInternalCalls,
  travellingSalesperson,
} from './accounts';
import {
  commandLineWork,
  courierAfterInvoice,
  longTalkWithStranger,
  newsletterFlood,
  partnerOnTeams,
  robocallTour,
} from './calls_and_mail';
import type { NearMiss } from './near_miss';
import { penetrationTest } from './penetration_test';
import {
  agentRollout,
  helpDeskUsesQuickAssist,
  knownSupplierWithTool,
  toolBeforeCall,
  trustedVendorSupport,
} from './remote_support';

export const NEAR_MISSES: Readonly<Record<string, NearMiss>> = {
  helpDeskUsesQuickAssist,
  trustedVendorSupport,
  knownSupplierWithTool,
  toolBeforeCall,
  agentRollout,
  resetsAfterInternalCalls,
  resetLongAfterExternalCall,
  newPhoneDay,
  fumbledPushes,
  travellingSalesperson,
  courierAfterInvoice,
  newsletterFlood,
  robocallTour,
  partnerOnTeams,
  commandLineWork,
  longTalkWithStranger,
  penetrationTest,
};

/**
 * Every near miss once, from `startMs` on.
 * @param busy people who take part in a campaign and are left alone
 */
export const nearMisses = (
  random: Random,
  company: Company,
  startMs: number,
  busy: readonly Employee[]
): Scene => {
  const taken = new Set(busy.map(({ id }) => id));
  const order = random.shuffle(company.employees);
  const take = (fits: (employee: Employee) => boolean): Employee => {
    const found = order.find((employee) => !taken.has(employee.id) && fits(employee));
    if (found === undefined)
      throw new Error('Too few people for all near misses. Generate a larger company.');
    taken.add(found.id);
    return found;
  };
  return joinScenes(
    Object.values(NEAR_MISSES).map((nearMiss) => nearMiss({ random, company, startMs, take }))
  );
};
