/** How a check was planned, for programs. */
import * as z from 'zod';
import { STRATEGIES } from '../../model/explore/planning.ts';
import type { PlanTold } from './plan.ts';

export const planShape = z
  .strictObject({
    strategy: z.enum(STRATEGIES),
    because: z.string(),
    components: z.array(z.strictObject({ name: z.string(), localIds: z.int() })),
    product: z.number().describe('How many configurations can be made of the local ids, reachable or not'),
    bits: z.int().describe('Bits that the number of a configuration takes'),
    memory: z.int().describe('Bytes that are expected at most, where that is known before').optional(),
    turned: z.string().describe('Why a graph with all steps was explored after all, where it was').optional(),
  })
  .describe('How the check was planned, with --explain');

export const planData = ({ strategy, because, components, product, bits, memory, turned }: PlanTold) => ({
  strategy,
  because,
  components,
  product,
  bits,
  ...(memory !== undefined && { memory }),
  ...(turned !== undefined && { turned }),
});
